import {
  activations,
  initializers,
  optimizers,
  ranges,
  type Settings,
  scalings,
  schedules,
  splits,
  usual
} from "./settings.js";

const choices: Readonly<Partial<Record<keyof Settings, readonly string[]>>> = {
  activation: Object.keys(activations),
  initializer: Object.keys(initializers),
  optimizer: Object.keys(optimizers),
  schedule: Object.keys(schedules),
  scaling: scalings,
  split: splits
};

/** Hyperparameters as a text for the address: what is not as usual, e.g. `layers.5_alpha.0.05`, or `usual`. */
export function writeSettings(settings: Settings): string {
  const names = Object.keys(usual) as (keyof Settings)[]; // the keys of settings
  const changed = names.filter((name) => settings[name] !== usual[name]);
  return changed.map((name) => `${name}.${settings[name]}`).join("_") || "usual";
}

/** The hyperparameters that a text means, or null where it means none. */
export function parseSettings(text: string): Settings | null {
  const changes = text === "usual" ? [] : text.split("_").map(parseChange);
  return changes.includes(null) ? null : {...usual, ...Object.fromEntries(changes as [string, unknown][])}; // no null
}

function parseChange(text: string): [string, unknown] | null {
  const [, name, value] = /^(\w+)\.(.+)$/.exec(text) ?? [];
  if (Object.hasOwn(choices, name ?? ""))
    return choices[name as keyof Settings]!.includes(value) ? [name, value] : null; // a key of it
  if (!Object.hasOwn(ranges, name ?? "")) return null;
  const [[low, high], number] = [ranges[name as keyof typeof ranges], Number(value)]; // likewise
  const fits = number >= low && number <= high && (name === "alpha" || Number.isInteger(number));
  return fits ? [name, number] : null;
}
