import {create} from "d3-selection";
import {choice} from "../../components/choice.js";
import {type Input, contain} from "../../components/input.js";
import {slider} from "../../components/slider.js";
import {memoryScale, type TrackOptions} from "../../components/track.js";
import type {Language} from "../../course.js";
import {type RacerName, racerNames, racerOf, type Settings} from "./racers.js";

export interface OwnSettingsWords {
  readonly whose: string;
  readonly label: string;
  /** What each hyperparameter is called. */
  readonly settings: Readonly<Record<string, string>>;
  readonly memoryRule: string;
}

/** The hyperparameters of every racer. */
export type AllSettings = Readonly<Record<RacerName, Settings>>;

interface Kind extends TrackOptions {
  readonly symbol: string;
  readonly memory?: boolean;
}

const memory = {min: 0, max: 0.9999, scale: memoryScale, memory: true};
const kinds: Readonly<Record<string, Kind>> = {
  learningRate: {symbol: "α", min: 1e-5, max: 10, scale: "log"},
  beta: {symbol: "β", ...memory},
  beta1: {symbol: "β₁", ...memory},
  beta2: {symbol: "β₂", ...memory},
  decay: {symbol: "ρ", ...memory},
  epsilon: {symbol: "ε", min: 1e-12, max: 1, scale: "log"},
  weightDecay: {symbol: "λ", min: 1e-4, max: 1, scale: "log", zero: true}
};

/** Sliders for the hyperparameters of one racer at a time; the address keeps each, as in `adam.beta1=0.5`. */
export function ownSettings(language: Language, words: OwnSettingsWords): Input<AllSettings> {
  const root = create("div").attr("class", "own-settings").attr("role", "group");
  root.attr("aria-label", words.label);
  const options = racerNames.map((value) => ({value, label: racerOf(value).label}));
  const whose = choice({name: "set", label: words.whose, language, options, value: "adam"});
  root.append(() => whose);
  const groups = racerNames.map((name) => ({name, sliders: slidersOf(name, language, words)}));
  const group = root
    .selectAll<HTMLDivElement, unknown>(".controls")
    .data(groups)
    .join("div")
    .attr("class", "controls");
  for (const [i, node] of group.nodes().entries()) node.append(...Object.values(groups[i].sliders));
  const show = (): unknown => group.classed("other", ({name}) => name !== whose.value);
  show();

  const element = root.node()!;
  const read = (): AllSettings =>
    Object.fromEntries(
      groups.map(({name, sliders}) => [
        name,
        Object.fromEntries(Object.entries(sliders).map(([key, {value}]) => [key, value]))
      ])
    ) as unknown as AllSettings; // groups has every name, and sliders every key of its settings
  let current = read();
  contain(element);
  for (const {sliders} of groups)
    for (const one of Object.values(sliders))
      one.addEventListener("input", () => {
        current = read();
        element.dispatchEvent(new Event("input", {bubbles: true}));
      });
  whose.addEventListener("input", show);
  return Object.defineProperty(element, "value", {get: () => current}) as HTMLElement as Input<AllSettings>;
}

function slidersOf(name: RacerName, language: Language, words: OwnSettingsWords) {
  return Object.fromEntries(
    Object.entries(racerOf(name).settings).map(([key, value]) => {
      const {memory = false, ...kind} = kinds[key];
      const check = (beta: number) => (beta >= 0 && beta < 1 ? null : words.memoryRule);
      const label = words.settings[key];
      return [key, slider({name: `${name}.${key}`, label, language, value, ...kind, ...(memory && {check})})];
    })
  );
}
