import {zeroMatrix} from "../matrix.js";
import type {Matrix} from "../types.js";

/** A portion of the samples: `count` of them from `first` on. */
export interface Chunk {
  readonly first: number;
  readonly count: number;
}

/** The most samples whose activations stay in the cache. */
const largest = 256;

/** All samples, in order, in portions of that size; the last may be smaller. */
export const chunks = (samples: number): Chunk[] =>
  Array.from({length: Math.ceil(samples / largest)}, (_, k) => ({
    first: k * largest,
    count: Math.min(largest, samples - k * largest)
  }));

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
