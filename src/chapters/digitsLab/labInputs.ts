import {choice} from "../../components/choice.js";
import {change, type Input} from "../../components/input.js";
import {slider} from "../../components/slider.js";
import type {Language} from "../../course.js";
import type {SettingsWords} from "./describeSettings.js";
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

export interface InputWords extends SettingsWords {
  readonly inputs: Readonly<Record<keyof Settings, string>>;
}

type Inputs = {readonly [Name in keyof Settings]: Input<Settings[Name]>};

/** An input for each hyperparameter, under the name that the address has for it. */
export function labInputs(language: Language, words: InputWords): Inputs {
  const common = <Name extends keyof Settings>(name: Name) => ({
    name,
    label: words.inputs[name],
    language,
    value: usual[name]
  });
  const options = <T extends string>(names: readonly T[], labels: Readonly<Record<T, string>>) =>
    names.map((value) => ({value, label: labels[value]}));
  const namesOf = <T extends object>(table: T) => Object.keys(table) as (keyof T & string)[]; // of literals
  const range = (name: keyof typeof ranges) => {
    const [min, max] = ranges[name];
    return {...common(name), min, max, integer: name !== "alpha"};
  };
  const inputs: Inputs = {
    layers: slider({...range("layers"), pins: [0, 1, 5]}),
    width: slider({...range("width"), scale: "log", pins: [8, 32, 128]}),
    activation: choice({
      ...common("activation"),
      options: options(namesOf(activations), words.activations)
    }),
    initializer: choice({
      ...common("initializer"),
      options: options(namesOf(initializers), words.initializers)
    }),
    optimizer: choice({
      ...common("optimizer"),
      options: namesOf(optimizers).map((value) => ({value, label: optimizers[value].label}))
    }),
    alpha: slider({...range("alpha"), symbol: "α", scale: "log", pins: [0.001, 0.01, 0.1]}),
    schedule: choice({...common("schedule"), options: options(namesOf(schedules), words.schedules)}),
    batch: slider({...range("batch"), scale: "log", pins: [1, 32, 1347]}),
    scaling: choice({...common("scaling"), select: false, options: options(scalings, words.scalings)}),
    split: choice({...common("split"), options: options(splits, words.splits)}),
    epochs: slider({...range("epochs"), scale: "log", pins: [10, 50, 200]}),
    seed: slider({...range("seed")})
  };
  // a learning rate belongs to its optimizer
  inputs.optimizer.addEventListener("input", () =>
    change(inputs.alpha, optimizers[inputs.optimizer.value].alpha)
  );
  return inputs;
}
