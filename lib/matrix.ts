import {checkInteger} from "./checks.js";
import type {Matrix, Vector} from "./types.js";

/**
 * The matrix of the given rows.
 *
 * @throws RangeError when there is no row or no column, rows differ in length, or an entry is not finite
 */
export function matrix(rows: readonly ArrayLike<number>[]): Matrix {
  const columns = rows[0]?.length ?? 0;
  if (columns === 0) throw new RangeError("a matrix needs at least one row and one column; got none");
  const result = zeroMatrix(rows.length, columns);
  rows.forEach((row, i) => {
    if (row.length !== columns)
      throw new RangeError(`row ${i} must have ${columns} entries; got ${row.length}`);
    const bad = Array.prototype.find.call(row, (x) => !Number.isFinite(x));
    if (bad !== undefined) throw new RangeError(`matrix entries must be finite; got ${bad}`);
    result.data.set(row, i * columns);
  });
  return result;
}

/** The rows of a matrix as arrays: the inverse of `matrix`. */
export function toRows({rows, columns, data}: Matrix): number[][] {
  return Array.from({length: rows}, (_, i) => Array.from(data.subarray(i * columns, (i + 1) * columns)));
}

/**
 * The rows × columns matrix of zeros.
 *
 * @throws RangeError when rows or columns is not a positive integer
 */
export function zeroMatrix(rows: number, columns: number): Matrix {
  checkInteger({rows, columns});
  return {rows, columns, data: new Float64Array(rows * columns)};
}

/** The transpose: entry (j, i) of the result is entry (i, j) of A. */
export function transpose(A: Matrix): Matrix {
  const result = zeroMatrix(A.columns, A.rows);
  for (let i = 0; i < A.rows; i++)
    for (let j = 0; j < A.columns; j++) result.data[j * A.rows + i] = A.data[i * A.columns + j];
  return result;
}

/**
 * The matrix product: C = AB, cᵢⱼ = Σₖ aᵢₖ bₖⱼ.
 *
 * @throws RangeError when A has not as many columns as B has rows
 */
export function multiply(A: Matrix, B: Matrix): Matrix {
  if (A.columns !== B.rows) throw new RangeError(`cannot multiply ${shape(A)} by ${shape(B)}`);
  const C = zeroMatrix(A.rows, B.columns);
  for (let i = 0; i < A.rows; i++)
    for (let k = 0; k < A.columns; k++) addScaledRow(C, i, A.data[i * A.columns + k], B, k);
  return C;
}

/**
 * The product with a transposed right factor: C = ABᵀ, cᵢⱼ = Σₖ aᵢₖ bⱼₖ. The gradient of a layer's weights is one.
 *
 * @throws RangeError when A and B differ in columns
 */
export function multiplyTransposed(A: Matrix, B: Matrix): Matrix {
  if (A.columns !== B.columns)
    throw new RangeError(`cannot multiply ${shape(A)} by the transpose of ${shape(B)}`);
  const C = zeroMatrix(A.rows, B.rows);
  for (let i = 0; i < A.rows; i++)
    for (let j = 0; j < B.rows; j++) C.data[i * B.rows + j] = dotRows(A, i, B, j);
  return C;
}

/**
 * The product with a transposed left factor: C = AᵀB, cᵢⱼ = Σₖ aₖᵢ bₖⱼ. It carries derivatives back through a layer.
 *
 * @throws RangeError when A and B differ in rows
 */
export function transposedMultiply(A: Matrix, B: Matrix): Matrix {
  if (A.rows !== B.rows) throw new RangeError(`cannot multiply the transpose of ${shape(A)} by ${shape(B)}`);
  const C = zeroMatrix(A.columns, B.columns);
  for (let i = 0; i < A.columns; i++)
    for (let k = 0; k < A.rows; k++) addScaledRow(C, i, A.data[k * A.columns + i], B, k);
  return C;
}

/** The matrix of f(a, i, j) for every entry a, in row i and column j. */
export function map(A: Matrix, f: (a: number, i: number, j: number) => number): Matrix {
  const result = zeroMatrix(A.rows, A.columns);
  for (let i = 0, k = 0; i < A.rows; i++)
    for (let j = 0; j < A.columns; j++, k++) result.data[k] = f(A.data[k], i, j);
  return result;
}

/**
 * The matrix of f(a, b) for the entries a of A and b of B in the same place.
 *
 * @throws RangeError when A and B differ in shape
 */
export function combine(A: Matrix, B: Matrix, f: (a: number, b: number) => number): Matrix {
  if (A.rows !== B.rows || A.columns !== B.columns)
    throw new RangeError(`cannot combine ${shape(A)} with ${shape(B)}`);
  const result = zeroMatrix(A.rows, A.columns);
  for (let i = 0; i < A.data.length; i++) result.data[i] = f(A.data[i], B.data[i]);
  return result;
}

/**
 * The column b added to every column of A, as a bias is to all samples: cᵢⱼ = aᵢⱼ + bᵢ.
 *
 * @throws RangeError when b has not one entry for each row of A
 */
export function addColumn(A: Matrix, b: Vector): Matrix {
  if (b.length !== A.rows) throw new RangeError(`cannot add a column of ${b.length} entries to ${shape(A)}`);
  return map(A, (a, i) => a + b[i]);
}

/** The sum of each row, one entry a row: bᵢ = Σⱼ aᵢⱼ. */
export function sumRows(A: Matrix): Vector {
  const sums = new Float64Array(A.rows);
  for (let i = 0; i < A.data.length; i++) sums[Math.floor(i / A.columns)] += A.data[i];
  return sums;
}

/** The sum of each column, one entry a column: bⱼ = Σᵢ aᵢⱼ. */
export function sumColumns(A: Matrix): Vector {
  const sums = new Float64Array(A.columns);
  for (let i = 0; i < A.data.length; i++) sums[i % A.columns] += A.data[i];
  return sums;
}

/** The largest entry of each column: bⱼ = maxᵢ aᵢⱼ. */
export function columnMaxima(A: Matrix): Vector {
  const maxima = new Float64Array(A.columns).fill(-Infinity);
  for (let i = 0; i < A.data.length; i++) maxima[i % A.columns] = Math.max(maxima[i % A.columns], A.data[i]);
  return maxima;
}

/**
 * The columns of A with the given indices, in that order: a batch of samples.
 *
 * @throws RangeError when no index is given or one is not a column of A
 */
export function selectColumns(A: Matrix, indices: ArrayLike<number>): Matrix {
  if (indices.length === 0) throw new RangeError("indices must name at least one column; got none");
  const result = zeroMatrix(A.rows, indices.length);
  for (let j = 0; j < indices.length; j++) {
    if (!(Number.isInteger(indices[j]) && indices[j] >= 0 && indices[j] < A.columns))
      throw new RangeError(`a column of ${shape(A)} must be 0 to ${A.columns - 1}; got ${indices[j]}`);
    for (let i = 0; i < A.rows; i++) result.data[i * indices.length + j] = A.data[i * A.columns + indices[j]];
  }
  return result;
}

/** The shape in words: "5×4". */
export function shape({rows, columns}: Matrix): string {
  return `${rows}×${columns}`;
}

function addScaledRow(C: Matrix, i: number, a: number, B: Matrix, k: number): void {
  const [to, from] = [i * C.columns, k * B.columns];
  const {data: c} = C;
  const {data: b, columns} = B;
  for (let j = 0; j < columns; j++) c[to + j] += a * b[from + j];
}

function dotRows(A: Matrix, i: number, B: Matrix, j: number): number {
  let sum = 0;
  for (let k = 0; k < A.columns; k++) sum += A.data[i * A.columns + k] * B.data[j * B.columns + k];
  return sum;
}
