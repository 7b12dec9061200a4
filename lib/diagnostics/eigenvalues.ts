import {checkEntries} from "../checks.js";
import {shape, zeroMatrix} from "../matrix.js";
import type {Matrix, Vector} from "../types.js";
import {rotateLines, rotationFor, sweep} from "./rotation.js";

export interface Eigen {
  /** λ₁ ≤ λ₂ ≤ … */
  readonly values: Vector;
  /** Row i is a unit eigenvector of λᵢ. */
  readonly vectors: Matrix;
}

/**
 * The eigenvalues of a symmetric matrix, from the smallest to the largest.
 *
 * @throws RangeError when the matrix is not symmetric or has an entry that is not finite
 */
export function eigenvalues(symmetric: Matrix): Vector {
  return eigen(symmetric).values;
}

/**
 * The eigenvalues and eigenvectors of a symmetric matrix, by Jacobi's rotations (Jacobi 1846): each makes one
 * entry beside the diagonal zero, until all are, measured by the diagonal.
 *
 * @throws RangeError when the matrix is not symmetric or has an entry that is not finite
 */
export function eigen(symmetric: Matrix): Eigen {
  checkSymmetric(symmetric);
  const n = symmetric.rows;
  const A = symmetric.data.slice();
  const V = zeroMatrix(n, n);
  for (let i = 0; i < n; ++i) V.data[i * n + i] = 1;
  sweep(n, (p, q) => {
    const [app, aqq, apq] = [A[p * n + p], A[q * n + q], A[p * n + q]];
    if (Math.abs(apq) <= Number.EPSILON * Math.sqrt(Math.abs(app * aqq))) return false;
    const rotation = rotationFor(app, aqq, apq);
    rotateLines(A, rotation, {p: p * n, q: q * n, step: 1, length: n});
    rotateLines(A, rotation, {p, q, step: n, length: n});
    A[p * n + q] = 0;
    A[q * n + p] = 0;
    rotateLines(V.data, rotation, {p: p * n, q: q * n, step: 1, length: n});
    return true;
  });
  return ascending(A, V);
}

function ascending(A: Vector, V: Matrix): Eigen {
  const n = V.rows;
  const order = Array.from({length: n}, (_, i) => i).sort((i, j) => A[i * n + i] - A[j * n + j]);
  const vectors = zeroMatrix(n, n);
  order.forEach((from, to) => {
    vectors.data.set(V.data.subarray(from * n, (from + 1) * n), to * n);
  });
  return {values: Float64Array.from(order, (i) => A[i * n + i]), vectors};
}

/** Rounding may part the two halves of a symmetric matrix a little. */
const slack = 1e-9;

function checkSymmetric(A: Matrix): void {
  const n = A.rows;
  if (A.columns !== n) throw new RangeError(`a symmetric matrix must be square; got ${shape(A)}`);
  checkEntries("matrix", A.data);
  const scale = A.data.reduce((largest, a) => Math.max(largest, Math.abs(a)), 0);
  for (let i = 0; i < n; ++i)
    for (let j = 0; j < i; ++j) {
      const [below, above] = [A.data[i * n + j], A.data[j * n + i]];
      if (Math.abs(below - above) > slack * scale)
        throw new RangeError(`a symmetric matrix must mirror entry (${i}, ${j}); got ${below} and ${above}`);
    }
}
