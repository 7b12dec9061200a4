import {mean} from "d3-array";
import type {ComparisonCell} from "../../components/comparisonTable.js";
import {updatesPerEpoch} from "../../lib/batches.js";
import {random} from "../../lib/random.js";
import {sampledNoise} from "./batchGradients.js";
import {sampled} from "./batchMoments.js";
import type {BatchRun} from "./batchRun.js";
import {lineExcess} from "./lineCost.js";
import {best, type LineData} from "./lineData.js";
import {noiseTheory} from "./noiseBySize.js";
import {type Sampling, samplings} from "./samplings.js";

export interface TrialOptions {
  readonly size: number;
  readonly seed: number;
  /** The run with a way of sampling, as far as it has come. */
  readonly run: (sampling: Sampling) => Iterable<BatchRun>;
}

/** What one way of sampling does to the noise at the minimum, and to what a run costs in its last epoch. */
export interface Trial {
  readonly sampling: Sampling;
  readonly noise: ComparisonCell;
  readonly excess: ComparisonCell;
}

/** Tries all ways of sampling; yields while it works. */
export function* samplingTrials(data: LineData, options: TrialOptions): Generator<void, Trial[]> {
  const {size, seed, run} = options;
  const at = [best.w, best.b] as const;
  const trials: Trial[] = [];
  for (const sampling of samplings) {
    const moments = yield* lastOf(sampled(data, {sampling, size, random: random(seed)}));
    const walked = yield* lastOf(run(sampling));
    const theory = sampling === "sorted" ? null : noiseTheory(data, at, sampling)(size);
    trials.push({
      sampling,
      noise: {measured: sampledNoise(moments, at), theory},
      excess: {measured: lateExcess(walked), theory: null}
    });
  }
  return trials;
}

/** The last value of what has one, waiting for it. */
function* lastOf<T>(values: Iterable<T>): Generator<void, T> {
  let last: T | undefined;
  for (last of values) yield;
  return last!;
}

/** The mean cost above the least over the last epoch of a run, ∞ for one that has left the numbers. */
function lateExcess({m, size, points, divergedAt}: BatchRun): number {
  if (divergedAt !== null) return Infinity;
  return mean(points.slice(-updatesPerEpoch(m, size)), ([w, b]) => lineExcess(w, b))!;
}
