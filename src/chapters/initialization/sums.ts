import {relu} from "../../lib/activations.js";
import {type Initializer, normal, uniform} from "../../lib/initializers.js";
import {multiply} from "../../lib/matrix.js";
import {random} from "../../lib/random.js";
import type {Vector} from "../../lib/types.js";
import {drawnMatrix} from "./drawnMatrix.js";

export const weightKinds = ["normal", "uniform", "signs"] as const;
export type WeightKind = (typeof weightKinds)[number];

/** Weights of mean 0 and deviation σ, of three shapes. */
const weightsOf: Readonly<Record<WeightKind, (sigma: number) => Initializer>> = {
  normal,
  uniform: (sigma) => uniform(-Math.sqrt(3) * sigma, Math.sqrt(3) * sigma),
  signs: (sigma) => (fanOut, fanIn, random) =>
    uniform(-1, 1)(fanOut, fanIn, random).map((u) => (u < 0 ? -sigma : sigma))
};

export const inputKinds = ["standard", "rectified", "pixels"] as const;
export type InputKind = (typeof inputKinds)[number];

/** Inputs with their mean square E[x²]: standardized ones, what a ReLU passes on, and brightnesses from 0 to 1. */
export const inputs: Readonly<Record<InputKind, {readonly square: number; readonly draw: Initializer}>> = {
  standard: {square: 1, draw: normal(1)},
  rectified: {square: 1 / 2, draw: (rows, columns, random) => normal(1)(rows, columns, random).map(relu)},
  pixels: {square: 1 / 3, draw: uniform(0, 1)}
};

export interface SumOptions {
  /** The number of inputs n. */
  readonly n: number;
  /** The deviation of the weights σ_w. */
  readonly sigma: number;
  readonly weights?: WeightKind;
  readonly input?: InputKind;
  readonly seed?: number;
}

/** A layer of so many neurons, looked at on so many samples. */
export const [neurons, samples] = [256, 8];

/** z = Σ w x of all neurons on all samples. */
export function sums({n, sigma, weights = "normal", input = "standard", seed = 1}: SumOptions): Vector {
  const source = random(seed);
  const W = drawnMatrix(neurons, n, weightsOf[weights](sigma), source);
  const X = drawnMatrix(n, samples, inputs[input].draw, source);
  return multiply(W, X).data;
}

/** sd(z) = σ_w √(n E[x²]), whatever the shapes. */
export const predictedDeviation = ({n, sigma, input = "standard"}: SumOptions): number =>
  sigma * Math.sqrt(n * inputs[input].square);
