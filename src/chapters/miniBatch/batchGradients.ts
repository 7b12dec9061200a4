import type {Ellipse} from "../../components/contour/ellipseAxes.js";
import {batchNoise} from "../../lib/diagnostics/gradientNoise.js";
import {eigen} from "../../lib/eigen.js";
import {map} from "../../lib/matrix.js";
import type {Matrix} from "../../lib/types.js";
import {type BatchMoments, gradientOf} from "./batchMoments.js";
import {bowl} from "./lineCost.js";
import {best, type LineData} from "./lineData.js";
import type {Sampling} from "./samplings.js";

type Place = readonly [number, number];

export interface BatchKind {
  readonly size: number;
  readonly sampling: Sampling;
}

/** The gradient over all samples where a line stands. */
export function fullGradient([w, b]: Place): Place {
  const {gradient} = bowl(Float64Array.of(w - best.w, b - best.b));
  return [gradient[0], gradient[1]];
}

/** The root mean square distance of sampled batches' gradients from the full one. */
export function sampledNoise(moments: readonly BatchMoments[], at: Place): number {
  const [fullW, fullB] = fullGradient(at);
  let sum = 0;
  for (const batch of moments) {
    const [gw, gb] = gradientOf(batch, ...at);
    sum += (gw - fullW) ** 2 + (gb - fullB) ** 2;
  }
  return Math.sqrt(sum / moments.length);
}

/** The gradient of each sample's own cost ½(wx + b − y)²: a column a sample. */
export function sampleGradients({m, x, y}: LineData, w: number, b: number): Matrix {
  const data = new Float64Array(2 * m);
  for (let j = 0; j < m; ++j) {
    const error = w * x[j] + b - y[j];
    data[j] = error * x[j];
    data[m + j] = error;
  }
  return {rows: 2, columns: m, data};
}

/** The ellipse two standard deviations around a place, of what spreads with a covariance that is scaled by a factor. */
export function spreadEllipse(at: Place, covariance: Matrix, factor: number): Ellipse {
  const {values, vectors} = eigen(map(covariance, (entry) => factor * entry));
  const axis = (k: number) => ({
    direction: [vectors.data[k], vectors.data[2 + k]] as const,
    length: 2 * Math.sqrt(Math.max(0, values[k]))
  });
  return {at, axes: [axis(1), axis(0)]};
}

/** By what the samples' covariance shrinks to that of a batch's gradient: the square of `batchNoise` for s = 1. */
export const covarianceFactor = (m: number, {size, sampling}: BatchKind): number =>
  batchNoise({deviation: 1, m, size, replacement: sampling === "replacement"}) ** 2;

/** How many places lie in an ellipse. */
export function inside(places: readonly Place[], {at, axes}: Ellipse): number {
  return places.filter(
    (place) =>
      axes.reduce((sum, {direction, length}) => {
        const along = (place[0] - at[0]) * direction[0] + (place[1] - at[1]) * direction[1];
        return sum + (length > 0 ? along / length : along === 0 ? 0 : Infinity) ** 2;
      }, 0) <= 1
  ).length;
}
