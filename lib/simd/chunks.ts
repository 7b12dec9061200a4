import {batches} from "../batches.js";
import {zeroMatrix} from "../matrix.js";
import type {Matrix} from "../types.js";

/** The indices of samples in portions whose activations stay in the cache. */
export const chunks = (samples: number): Uint32Array[] => [...batches(samples, Math.min(samples, 256))];

/** Matrices of the same rows beside each other. */
export function join(parts: readonly Matrix[]): Matrix {
  const joined = zeroMatrix(
    parts[0].rows,
    parts.reduce((sum, {columns}) => sum + columns, 0)
  );
  let start = 0;
  for (const {rows, columns, data} of parts) {
    for (let i = 0; i < rows; ++i)
      joined.data.set(data.subarray(i * columns, (i + 1) * columns), i * joined.columns + start);
    start += columns;
  }
  return joined;
}
