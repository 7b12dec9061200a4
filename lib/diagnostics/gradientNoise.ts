import {checkInteger, checkNonNegative} from "../checks.js";
import type {Loss} from "../losses.js";
import {selectColumns, zeroMatrix} from "../matrix.js";
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
 * The root mean square distance of a batch's gradient from the full one, over all batches of B of m samples:
 *
 *     (s / √B) √((m − B) / (m − 1))
 *
 * s is the `gradientDeviation`. It falls as 1/√B and vanishes at B = m.
 *
 * @throws RangeError when m is not an integer of at least 1, the size B not one of 1 … m, or the deviation negative
 */
export function batchNoise({deviation, m, size}: {deviation: number; m: number; size: number}): number {
  checkNonNegative({deviation});
  checkInteger({m});
  checkInteger({size}, 1, m);
  return size === m ? 0 : (deviation / Math.sqrt(size)) * Math.sqrt((m - size) / (m - 1));
}
