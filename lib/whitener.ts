import {eigen} from "./eigen.js";
import {map, multiply, multiplyTransposed} from "./matrix.js";
import {fitScaler, fitting, type Transform} from "./scaler.js";
import type {Matrix, Vector} from "./types.js";

/** A whitening with what it has measured: mean μ and population deviation σ of each feature, and how they go together. */
export interface Whitener extends Transform {
  readonly mean: Vector;
  readonly deviation: Vector;
  /** The correlations of the features, in which a constant feature has none. */
  readonly correlation: Matrix;
}

/**
 * Whitening: features standardized, then freed of their correlations R, so that their covariance is the identity.
 *
 *     z = R^(−½) (x − μ) / σ        R^(−½) = V Λ^(−½) Vᵀ
 *
 * Of all whitenings the one that stays nearest to the standardized features (ZCA-cor; Kessy et al. 2018,
 * arXiv:1512.00809). Directions in which X varies less than 1e-7 of a deviation
 * map to 0.
 *
 * @throws RangeError as `fitScaler` does
 */
export function fitWhitener(X: Matrix): Whitener {
  const scaler = fitScaler(X);
  const Z = scaler.transform(X);
  const correlation = map(multiplyTransposed(Z, Z), (sum) => sum / X.columns);
  const {values, vectors} = eigen(correlation);
  const varies = (λ: number) => λ > 1e-14 * X.rows;
  /** V f(Λ) Vᵀ over the directions that vary */
  const power = (f: (λ: number) => number) => {
    const scaled = map(vectors, (v, _, k) => (varies(values[k]) ? v * f(values[k]) : 0));
    return multiplyTransposed(scaled, vectors);
  };
  const whiten = power((λ) => 1 / Math.sqrt(λ));
  const colour = power(Math.sqrt);
  return {
    mean: scaler.mean,
    deviation: scaler.deviation,
    correlation,
    transform: (x) => multiply(whiten, scaler.transform(x)),
    inverse: (z) => scaler.inverse(multiply(colour, fitting(z, X.rows)))
  };
}
