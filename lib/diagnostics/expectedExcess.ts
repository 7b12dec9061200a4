import {checkEntries, checkInteger} from "../checks.js";
import type {Matrix, Schedule, Vector} from "../types.js";
import {inputHessian} from "./inputHessian.js";

/** A linear unit, its data, and a descent on them. */
export interface ExpectedExcessOptions {
  /** The inputs x, a column a sample; a bias is a row of ones. */
  readonly X: Matrix;
  /** What the linear unit misses each target by at its minimum: e = ŵ·x − y. */
  readonly errors: ArrayLike<number>;
  /** B, the samples of a batch, drawn with replacement. */
  readonly size: number;
  readonly learningRate: number | Schedule;
  /** The distance from the minimum at which the descent begins. */
  readonly start: ArrayLike<number>;
  readonly steps: number;
}

/**
 * What stochastic gradient descent of a linear unit can be expected to cost above the minimum of J = (1/2m) Σ e²,
 * after 0, 1, 2 … steps: E[J] − J* = ½ tr(H M), exactly, for batches that are drawn with replacement.
 *
 *     d ← (I − αH) d                                                            d = E[δ], δ the distance from the minimum
 *     M ← (I − αH) M (I − αH) + (α²/B) (Q + 2K + G − HMH)                       M = E[δ δᵀ]
 *     Q = E[(xᵀMx) x xᵀ]      K = E[(xᵀd) e x xᵀ]      G = E[e² x xᵀ]           H = E[x xᵀ], means over the samples
 *
 * @throws RangeError when lengths do not fit, a number is not finite, the errors are not those at the minimum, size is
 *   not a positive integer, or steps not an integer of at least 0
 */
export function expectedExcess(options: ExpectedExcessOptions): Vector {
  const {X, size, learningRate, steps} = options;
  check(options);
  const {rows: n} = X;
  const H = inputHessian(X, {bias: false}).data;
  const {spread, skew, noise} = moments(options);
  const rateAt = typeof learningRate === "number" ? () => learningRate : learningRate;
  const expected = new Float64Array(steps + 1);
  let d = Float64Array.from(options.start);
  let M = Float64Array.from({length: n * n}, (_, k) => d[Math.floor(k / n)] * d[k % n]);
  for (let t = 0; ; ++t) {
    expected[t] = product(H, M) / 2;
    if (t === steps) return expected;
    const rate = rateAt(t);
    const HM = times(H, M, n);
    const HMH = times(HM, H, n);
    const blur = (ij: number): number =>
      product(spread[ij], M) + 2 * product(skew[ij], d) + noise[ij] - HMH[ij];
    const next = (ij: number, ji: number): number =>
      M[ij] - rate * (HM[ij] + HM[ji]) + rate ** 2 * (HMH[ij] + blur(ij) / size);
    // an entry and its mirror by the same sum: what rounding makes of their difference would grow
    M = M.map((_, k) => {
      const [i, j] = [Math.floor(k / n), k % n];
      return next(Math.min(i, j) * n + Math.max(i, j), Math.max(i, j) * n + Math.min(i, j));
    });
    const Hd = times(H, d, n);
    d = d.map((di, i) => di - rate * Hd[i]);
  }
}

/** For each pair i, j the means over the samples of xᵢxⱼ x xᵀ, of e xᵢxⱼ x, and of e² xᵢxⱼ. */
function moments({X: {rows: n, columns: m, data}, errors}: ExpectedExcessOptions) {
  const mean = (value: (sample: number) => number): number => {
    let sum = 0;
    for (let sample = 0; sample < m; ++sample) sum += value(sample);
    return sum / m;
  };
  const pairs = Array.from({length: n * n}, (_, ij) => ij);
  const pair = (ij: number, s: number): number => data[Math.floor(ij / n) * m + s] * data[(ij % n) * m + s];
  return {
    spread: pairs.map((ij) => Float64Array.from(pairs, (kl) => mean((s) => pair(ij, s) * pair(kl, s)))),
    skew: pairs.map((ij) =>
      Float64Array.from({length: n}, (_, k) => mean((s) => errors[s] * pair(ij, s) * data[k * m + s]))
    ),
    noise: Float64Array.from(pairs, (ij) => mean((s) => errors[s] ** 2 * pair(ij, s)))
  };
}

/** The sum of the products of entries: of two symmetric matrices tr(A B). */
function product(a: Vector, b: Vector): number {
  let sum = 0;
  for (let i = 0; i < a.length; ++i) sum += a[i] * b[i];
  return sum;
}

/** A n × n matrix times one of n rows. */
function times(A: Vector, B: Vector, n: number): Vector {
  const columns = B.length / n;
  return B.map((_, at) => {
    const [i, j] = [Math.floor(at / columns), at % columns];
    let sum = 0;
    for (let k = 0; k < n; ++k) sum += A[i * n + k] * B[k * columns + j];
    return sum;
  });
}

function check({X, errors, size, start, steps}: ExpectedExcessOptions): void {
  checkInteger({size});
  checkInteger({steps}, 0);
  checkEntries("errors", errors);
  checkEntries("start", start);
  if (errors.length !== X.columns)
    throw new RangeError(`errors must be ${X.columns}, one a sample; got ${errors.length}`);
  if (start.length !== X.rows)
    throw new RangeError(`start must have ${X.rows} entries, one a row of X; got ${start.length}`);
  for (let i = 0; i < X.rows; ++i) {
    const row = X.data.subarray(i * X.columns, (i + 1) * X.columns);
    const slope = row.reduce((sum, x, j) => sum + x * errors[j], 0);
    const size = row.reduce((sum, x, j) => sum + Math.abs(x * errors[j]), 0);
    if (Math.abs(slope) > 1e-9 * size)
      throw new RangeError(`errors must be those at the minimum, where Σ e x is 0; row ${i} gives ${slope}`);
  }
}
