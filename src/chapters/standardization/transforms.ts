import {map} from "../../lib/matrix.js";
import {fitScaler} from "../../lib/scaler.js";
import {fitWhitener} from "../../lib/whitener.js";
import type {Matrix} from "../../lib/types.js";

/** What can be done to features before training, from nothing to everything. */
export const transformNames = ["none", "centre", "scale", "standardize", "whiten"] as const;
export type TransformName = (typeof transformNames)[number];

/** A transform with the statistics of X, the training set: x − μ, x/σ, both, or both without correlation. */
export function fitTransform(name: TransformName, X: Matrix): (X: Matrix) => Matrix {
  const {mean, deviation, transform} = fitScaler(X);
  const fitted: Record<TransformName, (X: Matrix) => Matrix> = {
    none: (features) => features,
    centre: (features) => map(features, (x, i) => x - mean[i]),
    scale: (features) => map(features, (x, i) => x / (deviation[i] || 1)),
    standardize: transform,
    whiten: (features) => fitWhitener(X).transform(features)
  };
  return fitted[name];
}
