import type {Matrix} from "./types.js";

/**
 * The matrix of the given rows.
 *
 * @throws RangeError when there is no row or no column, rows differ in length, or an entry is not finite
 */
export function matrix(rows: readonly (readonly number[])[]): Matrix {
  const columns = rows[0]?.length ?? 0;
  if (columns === 0) throw new RangeError("a matrix needs at least one row and one column; got none");
  const ragged = rows.findIndex((row) => row.length !== columns);
  if (ragged >= 0)
    throw new RangeError(`row ${ragged} must have ${columns} entries; got ${rows[ragged].length}`);
  const data = Float64Array.from(rows.flat());
  const bad = data.findIndex((x) => !Number.isFinite(x));
  if (bad >= 0) throw new RangeError(`matrix entries must be finite; got ${data[bad]}`);
  return {rows: rows.length, columns, data};
}

/** The rows of a matrix as arrays: the inverse of `matrix`. */
export function toRows({rows, columns, data}: Matrix): number[][] {
  return Array.from({length: rows}, (_, i) => Array.from(data.subarray(i * columns, (i + 1) * columns)));
}
