import {type Settings, usual} from "./settings.js";

const from =
  (common: Partial<Settings>) =>
  (...changes: readonly Partial<Settings>[]): readonly Settings[] =>
    changes.map((change) => ({...usual, ...common, ...change}));

/** Runs that answer a question when they are compared; all else is as usual. */
export const comparisons = {
  scaling: from({})(
    {scaling: "raw"},
    {scaling: "raw", alpha: 0.01},
    {scaling: "sixteenth"},
    {scaling: "standardized"}
  ),
  weights: from({layers: 5, alpha: 0.05, epochs: 20})(
    {initializer: "zeros"},
    {initializer: "tiny"},
    {initializer: "large"},
    {initializer: "he"}
  ),
  optimizers: from({epochs: 20})(
    {optimizer: "adam", alpha: 0.001},
    {optimizer: "descent", alpha: 0.1},
    {optimizer: "momentum", alpha: 0.5},
    {optimizer: "adam", alpha: 0.01}
  ),
  writers: from({})({split: "fourth"}, {split: "writers"})
} as const satisfies Readonly<Record<string, readonly Settings[]>>;

export type ComparisonName = keyof typeof comparisons;
export const comparisonNames = Object.keys(comparisons) as readonly ComparisonName[]; // the keys of a literal are its names
