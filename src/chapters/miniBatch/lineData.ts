import {linear} from "../../lib/datasets/linear.js";
import {random} from "../../lib/random.js";
import type {Vector} from "../../lib/types.js";

/** Points around a line y = wx + b, in the order of y, as a file may be kept in the order of its labels. */
export interface LineData {
  readonly m: number;
  readonly x: Vector;
  readonly y: Vector;
  /** What the best line misses each point by: e = ŵx + b̂ − y. */
  readonly errors: Vector;
}

/** The best line, which is the same for every sample: x has mean 1 and deviation 1, the errors have 0 and 1. */
export const best = {w: 1, b: 0.5} as const;

/**
 * Draws m points. Not only in the long run but in each sample the errors are uncorrelated with x and have mean 0 and
 * deviation 1, so that the cost, a mean over the sample, is the same surface for every m and every seed.
 */
export function lineData(m: number, seed: number): LineData {
  const {X, Y} = linear({
    random: random(seed),
    samples: m,
    mean: [1, 0],
    weights: [best.w, 1],
    bias: best.b
  });
  const order = Uint32Array.from({length: m}, (_, j) => j).sort((i, j) => Y.data[i] - Y.data[j]);
  const inOrder = (value: (j: number) => number): Vector => Float64Array.from(order, value);
  return {
    m,
    x: inOrder((j) => X.data[j]),
    y: inOrder((j) => Y.data[j]),
    errors: inOrder((j) => -X.data[m + j])
  };
}
