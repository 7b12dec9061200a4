import fc from "fast-check";
import {matrix} from "../../lib/matrix.js";
import type {Matrix} from "../../lib/types.js";

/** Numbers in [low, high], never NaN. */
export function numbers(low: number, high: number): fc.Arbitrary<number> {
  return fc.double({min: low, max: high, noNaN: true});
}

/** Matrices of the given shape with entries in [low, high]. */
export function matrices(rows: number, columns: number, low = -5, high = 5): fc.Arbitrary<Matrix> {
  const row = fc.array(numbers(low, high), {minLength: columns, maxLength: columns});
  return fc.array(row, {minLength: rows, maxLength: rows}).map(matrix);
}

/** Sizes from 1 to the given one. */
export function sizes(largest: number): fc.Arbitrary<number> {
  return fc.integer({min: 1, max: largest});
}
