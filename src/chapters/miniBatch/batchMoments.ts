import {range} from "d3-array";
import type {Random} from "../../lib/types.js";
import {randomBatches} from "../../lib/batches.js";
import type {LineData} from "./lineData.js";
import {epochsOf, type Sampling} from "./samplings.js";

/** A batch as its means: all that its gradient needs, wherever the line stands. */
export interface BatchMoments {
  readonly xx: number;
  readonly x: number;
  readonly xy: number;
  readonly y: number;
}

export function momentsOf({x, y}: LineData, batch: ArrayLike<number>): BatchMoments {
  let [sumXX, sumX, sumXY, sumY] = [0, 0, 0, 0];
  for (let k = 0; k < batch.length; ++k) {
    const j = batch[k];
    sumXX += x[j] * x[j];
    sumX += x[j];
    sumXY += x[j] * y[j];
    sumY += y[j];
  }
  const B = batch.length;
  return {xx: sumXX / B, x: sumX / B, xy: sumXY / B, y: sumY / B};
}

/** The gradient of a batch's mean cost: the mean of (wx + b − y) x, and of wx + b − y. */
export const gradientOf = ({xx, x, xy, y}: BatchMoments, w: number, b: number): readonly [number, number] => [
  w * xx + b * x - xy,
  w * x + b - y
];

export interface SampleOptions {
  readonly sampling: Sampling;
  readonly size: number;
  readonly random: Random;
  readonly count?: number;
}

/**
 * Samples batches of the kind that an epoch is made of; yields what it has after each. Sorted ones are the few that
 * there are.
 */
export function* sampled(data: LineData, options: SampleOptions): Generator<readonly BatchMoments[], void> {
  const found: BatchMoments[] = [];
  for (const batch of sampledBatches(data.m, options)) {
    found.push(momentsOf(data, batch));
    yield found;
  }
}

function* sampledBatches(
  m: number,
  {sampling, size, random, count = 300}: SampleOptions
): Generator<Uint32Array> {
  if (sampling === "sorted") {
    const all = [...epochsOf.sorted(m, size, random)];
    const chosen = Math.min(count, all.length);
    for (const k of range(chosen)) yield all[Math.floor((k * all.length) / chosen)];
    return;
  }
  const drawn = randomBatches(m, size, {random, replacement: sampling === "replacement"});
  for (let k = 0; k < count; ++k) yield drawn.next().value;
}
