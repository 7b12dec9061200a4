import {checkEntries} from "./checks.js";
import {selectColumns, shape, zeroMatrix} from "./matrix.js";
import {rotateLines, rotationFor, sweep} from "./rotation.js";
import type {Matrix, Vector} from "./types.js";

/** The eigenvalues of a symmetric matrix, the smallest first, and in column k of vectors the unit vector of value k. */
export interface Eigen {
  readonly values: Vector;
  readonly vectors: Matrix;
}

/**
 * The eigenvalues and eigenvectors of a symmetric matrix, A = V Λ Vᵀ, by Jacobi's rotations.
 *
 * Each rotation makes one pair of entries off the diagonal 0; sweeps over all pairs go on until none matters.
 * Golub & Van Loan, Matrix Computations, § 8.5.
 *
 * @throws RangeError when A is not finite, not square, or not symmetric to 1e-8 of its largest entry
 */
export function eigen(A: Matrix): Eigen {
  const tiny = 1e-20 * checkSymmetric(A);
  const n = A.rows;
  const S = A.data.slice();
  const V = zeroMatrix(n, n);
  for (let i = 0; i < n; i++) V.data[i * n + i] = 1;
  sweep(n, (p, q) => {
    const [pp, qq, pq] = [S[p * n + p], S[q * n + q], S[p * n + q]];
    if (Math.abs(pq) <= 1e-17 * Math.sqrt(Math.abs(pp)) * Math.sqrt(Math.abs(qq)) + tiny) return false;
    const rotation = rotationFor(pp, qq, pq);
    const columns = {p, q, step: n, length: n};
    rotateLines(S, rotation, {p: p * n, q: q * n, step: 1, length: n});
    rotateLines(S, rotation, columns);
    rotateLines(V.data, rotation, columns);
    // what the rotation comes to on the diagonal, without the cancellation of doing it
    const shift = (rotation.sine / rotation.cosine) * pq;
    [S[p * n + p], S[q * n + q], S[p * n + q], S[q * n + p]] = [pp - shift, qq + shift, 0, 0];
    return true;
  });
  return ascending(S, V);
}

/**
 * The eigenvalues of a symmetric matrix, the smallest first.
 *
 * @throws RangeError as `eigen` does
 */
export function eigenvalues(symmetric: Matrix): Vector {
  return eigen(symmetric).values;
}

function ascending(S: Vector, V: Matrix): Eigen {
  const n = V.rows;
  const diagonal = Float64Array.from({length: n}, (_, k) => S[k * n + k]);
  const order = Array.from(diagonal.keys()).sort((a, b) => diagonal[a] - diagonal[b]);
  return {values: Float64Array.from(order, (k) => diagonal[k]), vectors: selectColumns(V, order)};
}

function checkSymmetric(A: Matrix): number {
  if (A.rows !== A.columns) throw new RangeError(`a matrix with eigenvalues must be square; got ${shape(A)}`);
  checkEntries("matrix entries", A.data);
  const largest = A.data.reduce((most, a) => Math.max(most, Math.abs(a)), 0);
  for (let i = 0; i < A.rows; i++)
    for (let j = 0; j < i; j++) {
      const [a, b] = [A.data[i * A.rows + j], A.data[j * A.rows + i]];
      if (Math.abs(a - b) > 1e-8 * largest)
        throw new RangeError(
          `the matrix must be symmetric; entries (${i}, ${j}) and (${j}, ${i}) are ${a} and ${b}`
        );
    }
  return largest;
}
