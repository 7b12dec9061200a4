import {checkEntries, checkFinite} from "./checks.js";
import {map, shape} from "./matrix.js";
import type {Matrix, Vector} from "./types.js";

/** A change of features, fitted on the training set and applied to any: X and the result are features × samples. */
export interface Transform {
  transform(X: Matrix): Matrix;
  /** Undoes transform. */
  inverse(Z: Matrix): Matrix;
}

/** A standardization with what it has measured of each feature: mean μ and population deviation σ. */
export interface Scaler extends Transform {
  readonly mean: Vector;
  readonly deviation: Vector;
}

/** A min-max scaling with the extremes that it has seen of each feature. */
export interface MinMax extends Transform {
  readonly minimum: Vector;
  readonly maximum: Vector;
}

/**
 * Standardization: each feature of X less its mean, over its deviation.
 *
 *     μ = (1/m) Σ x        σ = √((1/m) Σ (x − μ)²), the population's        z = (x − μ) / σ
 *
 * A feature that is constant in X has σ = 0; it is only centred, and so maps to 0.
 *
 * @throws RangeError when X holds no sample or a number that is not finite; later, when X or Z has other features
 */
export function fitScaler(X: Matrix): Scaler {
  checkSamples(X);
  const mean = rowwise(X, average);
  const deviation = rowwise(X, spread);
  return {mean, deviation, ...affine(mean, deviation)};
}

/**
 * Min-max scaling: each feature of X moved and stretched so that its values run from low to high.
 *
 *     z = low + (high − low) (x − minimum) / (maximum − minimum)
 *
 * A feature that is constant in X maps to low.
 *
 * @throws RangeError when low is not below high, or as `fitScaler` does
 */
export function fitMinMax(X: Matrix, {low = 0, high = 1} = {}): MinMax {
  checkSamples(X);
  checkFinite({low, high});
  if (low >= high) throw new RangeError(`low must be below high; got ${low} and ${high}`);
  const minimum = rowwise(X, (values) => values.reduce((least, x) => Math.min(least, x)));
  const maximum = rowwise(X, (values) => values.reduce((most, x) => Math.max(most, x)));
  const {transform, inverse} = affine(
    minimum,
    maximum.map((most, i) => most - minimum[i])
  );
  return {
    minimum,
    maximum,
    transform: (x) => map(transform(x), (share) => low + (high - low) * share),
    inverse: (z) => inverse(map(z, (scaled) => (scaled - low) / (high - low)))
  };
}

/** z = (x − shift) / scale for each feature, and back; a scale of 0 counts as 1. */
function affine(shift: Vector, scale: Vector): Transform {
  const divisor = scale.map((s) => (s === 0 ? 1 : s));
  return {
    transform: (X) => map(fitting(X, shift.length), (x, i) => (x - shift[i]) / divisor[i]),
    inverse: (Z) => map(fitting(Z, shift.length), (z, i) => shift[i] + divisor[i] * z)
  };
}

function rowwise({rows, columns, data}: Matrix, f: (values: Vector) => number): Vector {
  return Float64Array.from({length: rows}, (_, i) => f(data.subarray(i * columns, (i + 1) * columns)));
}

/** The mean, summed as differences from the first value: that of equal values is that value to the bit. */
function average(values: Vector): number {
  return values[0] + values.reduce((sum, x) => sum + (x - values[0]), 0) / values.length;
}

/** The population's deviation, with the largest difference factored out so that no square leaves the number range. */
function spread(values: Vector): number {
  const mean = average(values);
  const largest = values.reduce((most, x) => Math.max(most, Math.abs(x - mean)), 0);
  if (largest === 0) return 0;
  const squares = values.reduce((sum, x) => sum + ((x - mean) / largest) ** 2, 0);
  return largest * Math.sqrt(squares / values.length);
}

function checkSamples(X: Matrix): void {
  if (!(X.rows > 0 && X.columns > 0))
    throw new RangeError(`X must hold at least one feature and one sample; got ${shape(X)}`);
  checkEntries("X", X.data);
}

/**
 * The matrix itself, where it has so many features.
 *
 * @throws RangeError when it has others
 */
export function fitting(X: Matrix, features: number): Matrix {
  if (X.rows !== features)
    throw new RangeError(`a matrix of ${features} features is needed; got ${shape(X)}`);
  return X;
}
