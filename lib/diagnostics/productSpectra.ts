import {checkEntries} from "../checks.js";
import {shape, multiply, multiplyTransposed, zeroMatrix} from "../matrix.js";
import type {Matrix, Vector} from "../types.js";
import {singularValueSearch} from "./singularValues.js";

/** The singular values of the product of so many matrices, the largest first. */
export interface Spectrum {
  readonly factors: number;
  readonly values: Vector;
}

/**
 * The singular values of products of square matrices, Pₗ = W⁽ˡ⁾ ⋯ W⁽¹⁾, for every l that `at` picks, in portions:
 * it yields null between two pieces of work, and a spectrum when it is done.
 *
 * The product itself is never formed, because its small singular values drown in the rounding of its large ones:
 *
 *     W⁽ˡ⁾ Qₗ₋₁ = Qₗ Rₗ, Q₀ = I      Pₗ = Qₗ (Rₗ ⋯ R₁)
 *
 * The rows of the triangular product fall off as the singular values do, and Jacobi's rotations of such rows keep the
 * digits of each (Demmel & Veselić 1992). Values below about 1e-154 count as 0: their squares do.
 *
 * @throws RangeError when the matrices are not square and of one size, or an entry, or one of a product, is not finite
 */
export function* productSpectra(
  weights: Iterable<Matrix>,
  at: (factors: number) => boolean = () => true
): Generator<Spectrum | null, void> {
  let factors = 0;
  let [rowsOfQ, P]: (Matrix | null)[] = [null, null];
  for (const W of weights) {
    if (W.rows !== W.columns || (P && P.rows !== W.rows))
      throw new RangeError(`the factors must be square and of one size; got ${shape(W)}`);
    checkEntries("matrix", W.data);
    const columns = multiplyTransposed(rowsOfQ ?? unit(W.rows), W);
    const {Q, R} = yield* decompose(columns);
    [rowsOfQ, P] = [Q, P ? multiply(R, P) : R];
    if (at(++factors)) yield {factors, values: yield* searching(P)};
  }
}

function* searching(P: Matrix): Generator<null, Vector> {
  const search = singularValueSearch(P);
  for (;;) {
    const {done, value} = search.next();
    if (done) return value;
    yield null;
  }
}

/** Q and R of the matrix whose columns stand in rows; Q's too. A column that depends on those before gets a zero in Q. */
function* decompose(columns: Matrix): Generator<null, {Q: Matrix; R: Matrix}> {
  const n = columns.rows;
  const [Q, R] = [{...columns, data: columns.data.slice()}, zeroMatrix(n, n)];
  const row = (k: number): Vector => Q.data.subarray(k * n, (k + 1) * n);
  for (let k = 0; k < n; ++k) {
    const q = row(k);
    const before = length(q);
    // twice, because once loses orthogonality to rounding
    for (let j = 0; j < 2 * k; ++j) R.data[(j % k) * n + k] += subtract(q, row(j % k));
    const left = length(q);
    R.data[k * n + k] = left > 4 * n * Number.EPSILON * before ? left : 0;
    for (let i = 0; i < n; ++i) q[i] = R.data[k * n + k] === 0 ? 0 : q[i] / left;
    if (k % 8 === 7) yield null;
  }
  return {Q, R};
}

/** Takes the part along a unit vector out of another; how long it was. */
function subtract(from: Vector, along: Vector): number {
  let overlap = 0;
  for (let i = 0; i < from.length; ++i) overlap += from[i] * along[i];
  for (let i = 0; i < from.length; ++i) from[i] -= overlap * along[i];
  return overlap;
}

function length(x: Vector): number {
  let sum = 0;
  for (let i = 0; i < x.length; ++i) sum += x[i] * x[i];
  return Math.sqrt(sum);
}

function unit(n: number): Matrix {
  const I = zeroMatrix(n, n);
  for (let i = 0; i < n; ++i) I.data[i * n + i] = 1;
  return I;
}
