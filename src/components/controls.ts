import {create} from "d3-selection";
import type {Input} from "./input.js";

/**
 * Inputs laid out together; the value holds theirs under the same names.
 *
 *     const chosen = view(controls({beta: slider(…), start: choice(…)}, "The average"));   // chosen.beta, chosen.start
 * For one variable an input: `const beta = Generators.input(betaSlider)`.
 */
export function controls<V extends object>(
  inputs: {readonly [K in keyof V]: Input<V[K]>},
  label: string
): Input<Readonly<V>> {
  const root = create("div").attr("class", "controls").attr("role", "group").attr("aria-label", label);
  const entries = Object.entries<Input<unknown>>(inputs);
  for (const [, element] of entries) root.append(() => element);
  const value = (): object => Object.fromEntries(entries.map(([name, element]) => [name, element.value]));
  return Object.defineProperty(root.node()!, "value", {get: value}) as HTMLElement as Input<Readonly<V>>;
}
