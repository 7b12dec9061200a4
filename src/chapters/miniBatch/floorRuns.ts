import {mean} from "d3-array";
import {expectedExcess} from "../../lib/diagnostics/expectedExcess.js";
import {matrix} from "../../lib/matrix.js";
import {random} from "../../lib/random.js";
import {randomBatches} from "../../lib/batches.js";
import {inverseTimeDecay} from "../../lib/schedules/inverseTimeDecay.js";
import type {Schedule, Vector} from "../../lib/types.js";
import {gradientOf, momentsOf} from "./batchMoments.js";
import {lineExcess} from "./lineCost.js";
import {best, type LineData} from "./lineData.js";

export interface FloorOptions {
  readonly size: number;
  readonly learningRate: Schedule;
  readonly start: readonly [number, number];
  readonly seed: number;
}

/** The updates of each run. */
export const floorSteps = 1000;

/** The rate that falls to a twenty-first over the run. */
export const fallingRate = (learningRate: number): Schedule =>
  inverseTimeDecay({learningRate, decayRate: 20 / floorSteps});

/** Runs whose batches are drawn with replacement, as far as they have come: the cost above the least, by update. */
export interface FloorRuns {
  /** Of the first run. */
  readonly first: readonly number[];
  /** The mean of those that are finished. */
  readonly mean: ArrayLike<number>;
  readonly runs: number;
}

/** Runs anew with other batches, as often as costs little; yields after each update. */
export function* floorRuns(data: LineData, options: FloorOptions): Generator<FloorRuns, void> {
  const wanted = Math.max(1, Math.min(20, Math.round(1280 / options.size)));
  const sums = new Float64Array(floorSteps + 1);
  let first: readonly number[] = [];
  let found: FloorRuns = {first, mean: [], runs: 0};
  for (let run = 0; run < wanted; ++run) {
    const excesses: number[] = [];
    if (run === 0) first = excesses;
    for (const excess of floorRun(data, {...options, seed: options.seed + run})) {
      excesses.push(excess);
      yield {...found, first};
    }
    for (let t = 0; t <= floorSteps; ++t) sums[t] += excesses[t];
    found = {first, mean: sums.map((sum) => sum / (run + 1)), runs: run + 1};
    yield found;
  }
}

/** The mean over the second half of a run, NaN where there is none. */
export const lateMean = (excesses: ArrayLike<number>): number =>
  mean(Array.from(excesses).slice(floorSteps / 2)) ?? Number.NaN;

function* floorRun(data: LineData, {size, learningRate, start, seed}: FloorOptions): Generator<number, void> {
  const drawn = randomBatches(data.m, size, {random: random(seed), replacement: true});
  let [w, b] = start;
  yield lineExcess(w, b);
  for (let t = 0; t < floorSteps; ++t) {
    const [dw, db] = gradientOf(momentsOf(data, drawn.next().value), w, b);
    [w, b] = [w - learningRate(t) * dw, b - learningRate(t) * db];
    yield lineExcess(w, b);
  }
}

/** What each update of such a run can be expected to cost above the least. */
export const expectedFloor = (
  {x, errors}: LineData,
  {size, learningRate, start}: Omit<FloorOptions, "seed">
): Vector =>
  expectedExcess({
    X: matrix([x, new Float64Array(x.length).fill(1)]),
    errors,
    size,
    learningRate,
    start: [start[0] - best.w, start[1] - best.b],
    steps: floorSteps
  });
