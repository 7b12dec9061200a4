import {matrix, multiply} from "../../lib/matrix.js";
import type {Matrix} from "../../lib/types.js";

/** A square matrix from a rule for its entries. */
export const square = (n: number, entry: (i: number, j: number) => number): Matrix =>
  matrix(Array.from({length: n}, (_, i) => Array.from({length: n}, (_, j) => entry(i, j))));

/** The root mean square of a signal of ones, before and after each of so many layers with the same weights W and g(z) = z. */
export function sizesThrough(W: Matrix, depth: number): number[] {
  let x = matrix(Array.from({length: W.columns}, () => [1]));
  const sizes = [1];
  for (let l = 0; l < depth; ++l) {
    x = multiply(W, x);
    sizes.push(Math.hypot(...x.data) / Math.sqrt(W.rows));
  }
  return sizes;
}
