import {checkInteger} from "../checks.js";
import {map, zeroMatrix} from "../matrix.js";
import type {Matrix} from "../types.js";

/**
 * The one-hot columns of class labels 0 … classes − 1: entry (k, j) is 1 where sample j is of class k, else 0.
 *
 * @throws RangeError when there is no label, or one is not an integer in that range
 */
export function oneHot(labels: ArrayLike<number>, classes: number): Matrix {
  checkInteger({classes});
  for (let j = 0; j < labels.length; j++) checkInteger({[`labels[${j}]`]: labels[j]}, 0, classes - 1);
  return map(zeroMatrix(classes, labels.length), (_, k, j) => Number(labels[j] === k));
}
