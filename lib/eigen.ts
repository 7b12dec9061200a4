import {checkEntries} from "./checks.js";
import {shape, zeroMatrix} from "./matrix.js";
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
  const largest = checkSymmetric(A);
  const n = A.rows;
  const S = {...A, data: A.data.slice()};
  const V = zeroMatrix(n, n);
  for (let i = 0; i < n; i++) V.data[i * n + i] = 1;
  let turned = true;
  while (turned) {
    turned = false;
    for (let p = 0; p < n; p++)
      for (let q = p + 1; q < n; q++) if (rotate(S, V, p, q, 1e-20 * largest)) turned = true;
  }
  return sorted(S, V);
}

/**
 * The eigenvalues of a symmetric matrix, the smallest first.
 *
 * @throws RangeError as `eigen` does
 */
export function eigenvalues(symmetric: Matrix): Vector {
  return eigen(symmetric).values;
}

/** Turns axes p and q so that entry (p, q) of S becomes 0; false where it is as good as 0 already. */
function rotate({data: S}: Matrix, {data: V, rows: n}: Matrix, p: number, q: number, tiny: number): boolean {
  const [pp, qq, pq] = [S[p * n + p], S[q * n + q], S[p * n + q]];
  if (Math.abs(pq) <= 1e-17 * Math.sqrt(Math.abs(pp)) * Math.sqrt(Math.abs(qq)) + tiny) return false;
  const τ = (qq - pp) / (2 * pq);
  const t = (τ < 0 ? -1 : 1) / (Math.abs(τ) + Math.hypot(1, τ));
  const c = 1 / Math.hypot(1, t);
  const s = t * c;
  for (let i = 0; i < n; i++) {
    turn(V, i * n + p, i * n + q, c, s);
    if (i === p || i === q) continue;
    turn(S, i * n + p, i * n + q, c, s);
    S[p * n + i] = S[i * n + p];
    S[q * n + i] = S[i * n + q];
  }
  S[p * n + p] = pp - t * pq;
  S[q * n + q] = qq + t * pq;
  S[p * n + q] = 0;
  S[q * n + p] = 0;
  return true;
}

function turn(data: Vector, a: number, b: number, c: number, s: number): void {
  [data[a], data[b]] = [c * data[a] - s * data[b], s * data[a] + c * data[b]];
}

function sorted(S: Matrix, V: Matrix): Eigen {
  const n = S.rows;
  const diagonal = Float64Array.from({length: n}, (_, k) => S.data[k * n + k]);
  const order = Array.from(diagonal.keys()).sort((a, b) => diagonal[a] - diagonal[b]);
  return {
    values: Float64Array.from(order, (k) => diagonal[k]),
    vectors: {rows: n, columns: n, data: V.data.map((_, i) => V.data[i - (i % n) + order[i % n]])}
  };
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
