import {checkInteger, checkNonNegative} from "../checks.js";
import type {Loss} from "../losses.js";
import {map, multiplyTransposed, selectColumns, zeroMatrix} from "../matrix.js";
import type {Network} from "../network.js";
import type {Matrix} from "../types.js";

/** The gradient of each sample's loss in all parameters: a column a sample. Their mean is the cost's gradient. */
export function sampleGradients(network: Network, loss: Loss, X: Matrix, Y: Matrix): Matrix {
  const G = zeroMatrix(network.parameters.length, X.columns);
  for (let j = 0; j < X.columns; ++j) {
    const [x, y] = [selectColumns(X, [j]), selectColumns(Y, [j])];
    const {gradient} = network.backward(x, y, loss, network.forward(x));
    for (let i = 0; i < gradient.length; ++i) G.data[i * X.columns + j] = gradient[i];
  }
  return G;
}

/** How far the samples' gradients lie from their mean: s = √((1/m) Σⱼ ‖gⱼ − ḡ‖²), a column of G a sample's gradient. */
export function gradientDeviation({rows, columns, data}: Matrix): number {
  let sum = 0;
  for (let i = 0; i < rows; ++i) {
    const row = data.subarray(i * columns, (i + 1) * columns);
    const mean = row.reduce((total, g) => total + g, 0) / columns;
    sum += row.reduce((total, g) => total + (g - mean) ** 2, 0);
  }
  return Math.sqrt(sum / columns);
}

/**
 * How the samples' gradients spread around their mean, and in which directions: C = (1/m) Σⱼ (gⱼ − ḡ)(gⱼ − ḡ)ᵀ, a column
 * of G a sample's gradient. Its trace is the square of the `gradientDeviation`.
 */
export function gradientCovariance(G: Matrix): Matrix {
  const means = Float64Array.from({length: G.rows}, (_, i) => {
    const row = G.data.subarray(i * G.columns, (i + 1) * G.columns);
    return row.reduce((total, g) => total + g, 0) / G.columns;
  });
  const spread = map(G, (g, i) => g - means[i]);
  return map(multiplyTransposed(spread, spread), (sum) => sum / G.columns);
}

/** How batches are drawn from m samples. */
export interface BatchNoiseOptions {
  /** s, the deviation of the samples' gradients from their mean. */
  readonly deviation: number;
  readonly m: number;
  /** B, the samples of a batch. */
  readonly size: number;
  /** Whether a sample may be drawn more than once. */
  readonly replacement?: boolean;
}

/**
 * The root mean square distance of a batch's gradient from the full one, over all batches of B of m samples:
 *
 *     (s / √B) √((m − B) / (m − 1))        with replacement s / √B
 *
 * s is the `gradientDeviation`. It falls as 1/√B and vanishes at B = m, but with replacement never.
 *
 * @throws RangeError when m is not an integer of at least 1, the size B not one of 1 … m, or the deviation negative
 */
export function batchNoise({deviation, m, size, replacement = false}: BatchNoiseOptions): number {
  checkNonNegative({deviation});
  checkInteger({m});
  checkInteger({size}, 1, m);
  const drawn = deviation / Math.sqrt(size);
  if (replacement) return drawn;
  return size === m ? 0 : drawn * Math.sqrt((m - size) / (m - 1));
}
