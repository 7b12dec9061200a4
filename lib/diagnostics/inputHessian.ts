import {checkEntries} from "../checks.js";
import {map, matrix, multiplyTransposed, toRows} from "../matrix.js";
import type {Matrix} from "../types.js";

/**
 * The Hessian of the half mean squared error of a linear unit on the inputs X, which all targets share:
 *
 *     H = (1/m) X Xᵀ        with a bias a row of ones joins X, below
 *
 * Its condition number is what scaling the inputs changes.
 *
 * @throws RangeError when an entry is not finite
 */
export function inputHessian(X: Matrix, {bias = true} = {}): Matrix {
  checkEntries("X", X.data);
  const inputs = bias ? matrix([...toRows(X), new Float64Array(X.columns).fill(1)]) : X;
  return map(multiplyTransposed(inputs, inputs), (sum) => sum / X.columns);
}
