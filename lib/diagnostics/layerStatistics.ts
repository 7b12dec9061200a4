import {power} from "../elementary.js";
import {map} from "../matrix.js";
import type {Network} from "../network.js";
import type {Derivatives, Pass, Signals} from "../propagation.js";
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
export interface SignalStatistics {
  readonly Z: Spread;
  readonly A: Spread;
  readonly dA: Spread;
  readonly dZ: Spread;
  /** The share of activations that are exactly 0. */
  readonly zeroShare: number;
  /** The share of activations where the slope is below 0.05 in size, so that hardly a gradient passes. */
  readonly saturatedShare: number;
  /** The share of units whose slope is 0 on every sample: no gradient ever reaches their weights. */
  readonly deadShare: number;
}

/** How a signal stands in one layer, and what it leaves for the layer's weights. */
export interface LayerStatistics extends SignalStatistics {
  readonly dW: Spread;
  readonly db: Spread;
}

const flat = 0.05;

/** The statistics of each layer in a forward and a backward pass, layer 1 first. */
export function layerStatistics(network: Network, pass: Pass, derivatives: Derivatives): LayerStatistics[] {
  const {dW, db} = derivatives;
  return signalStatistics(network, pass, derivatives).map((signal, l) => ({
    ...signal,
    dW: spread(dW[l].data),
    db: spread(db[l])
  }));
}

/** The statistics of what passes through each layer, forward and backward, layer 1 first. */
export function signalStatistics({layers}: Network, {Z, A}: Pass, {dA, dZ}: Signals): SignalStatistics[] {
  return layers.map(({activation}, l) => {
    const slopes = map(Z[l], activation.derivative);
    return {
      Z: spread(Z[l].data),
      A: spread(A[l].data),
      dA: spread(dA[l].data),
      dZ: spread(dZ[l].data),
      zeroShare: share(A[l].data, (a) => a === 0),
      saturatedShare: share(slopes.data, (slope) => Math.abs(slope) < flat),
      deadShare: deadShare(slopes)
    };
  });
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
  let [sum, sizes] = [0, 0];
  for (let i = 0; i < values.length; ++i) {
    sum += values[i];
    sizes += Math.abs(values[i]);
  }
  const mean = sum / values.length;
  const rms = rootMeanSquare(values);
  return {
    mean,
    deviation: rootMeanSquare(values, mean),
    rms,
    meanAbsolute: sizes / values.length,
    norm: rms * Math.sqrt(values.length)
  };
}

/** √(Σ (x − c)² / count); where the squares leave the range of numbers and the root does not, in units of the largest. */
function rootMeanSquare(values: Vector, center = 0): number {
  const square = meanSquare(values, center, 1);
  if (square > smallestNormal && square < Infinity) return Math.sqrt(square);
  let largest = 0;
  for (let i = 0; i < values.length; ++i) largest = Math.max(largest, Math.abs(values[i] - center));
  return largest > 0 && largest < Infinity
    ? largest * Math.sqrt(meanSquare(values, center, largest))
    : largest;
}

const smallestNormal = 2 ** -1022;

function meanSquare(values: Vector, center: number, unit: number): number {
  let sum = 0;
  for (let i = 0; i < values.length; ++i) sum += ((values[i] - center) / unit) ** 2;
  return sum / values.length;
}

function share(values: Vector, has: (x: number) => boolean): number {
  let count = 0;
  for (let i = 0; i < values.length; ++i) if (has(values[i])) ++count;
  return count / values.length;
}

function deadShare({rows, columns, data}: Matrix): number {
  const isDead = (i: number) => data.subarray(i * columns, (i + 1) * columns).every((slope) => slope === 0);
  return Array.from({length: rows}, (_, i) => i).filter(isDead).length / rows;
}
