import {power} from "../elementary.js";
import type {Network} from "../network.js";
import type {Derivatives, Layer, Pass} from "../propagation.js";
import type {Matrix, Vector} from "../types.js";

/** Many numbers in a few: mean, population deviation, root mean square, mean of |x|, and √(Σ x²). */
export interface Spread {
  readonly mean: number;
  readonly deviation: number;
  readonly rms: number;
  readonly meanAbsolute: number;
  readonly norm: number;
}

/** How a signal stands in one layer; dA and dZ in the course's convention, of each sample's loss. */
export interface LayerStatistics {
  readonly Z: Spread;
  readonly A: Spread;
  readonly dA: Spread;
  readonly dZ: Spread;
  readonly dW: Spread;
  readonly db: Spread;
  /** The share of activations that are exactly 0. */
  readonly zeroShare: number;
  /** The share of activations where the slope is below 0.05 in size, so that hardly a gradient passes. */
  readonly saturatedShare: number;
  /** The share of units whose slope is 0 on every sample: no gradient ever reaches their weights. */
  readonly deadShare: number;
}

const flat = 0.05;

/** The statistics of each layer in a forward and a backward pass, layer 1 first. */
export function layerStatistics({layers}: Network, pass: Pass, derivatives: Derivatives): LayerStatistics[] {
  const {dA, dZ, dW, db} = derivatives;
  return layers.map((layer, l) => ({
    Z: spread(pass.Z[l].data),
    A: spread(pass.A[l].data),
    dA: spread(dA[l].data),
    dZ: spread(dZ[l].data),
    dW: spread(dW[l].data),
    db: spread(db[l]),
    zeroShare: share(pass.A[l].data, (a) => a === 0),
    saturatedShare: share(pass.Z[l].data, (z) => Math.abs(layer.activation.derivative(z)) < flat),
    deadShare: deadShare(layer, pass.Z[l])
  }));
}

/**
 * The factor from one layer to the next, the geometric mean over all: (last / first)^(1 / (count − 1)).
 * Hand it the layers in the order in which the signal passes: for gradients, the last layer first.
 */
export function factorPerLayer(values: readonly number[]): number {
  return power(values[values.length - 1] / values[0], 1 / (values.length - 1));
}

/** Numbers in a few: mean, population deviation, root mean square, mean of |x|, and √(Σ x²). */
export function spread(values: Vector): Spread {
  const average = (f: (x: number) => number) => values.reduce((sum, x) => sum + f(x), 0) / values.length;
  const mean = average((x) => x);
  const rms = Math.sqrt(average((x) => x * x));
  return {
    mean,
    deviation: Math.sqrt(average((x) => (x - mean) ** 2)),
    rms,
    meanAbsolute: average(Math.abs),
    norm: rms * Math.sqrt(values.length)
  };
}

function share(values: Vector, has: (x: number) => boolean): number {
  return values.reduce((count, x) => count + Number(has(x)), 0) / values.length;
}

function deadShare({activation}: Layer, {rows, columns, data}: Matrix): number {
  const isDead = (i: number) =>
    data.subarray(i * columns, (i + 1) * columns).every((z) => activation.derivative(z) === 0);
  return Array.from({length: rows}, (_, i) => i).filter(isDead).length / rows;
}
