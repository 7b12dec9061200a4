import {median} from "d3-array";
import {oneHot} from "../../lib/datasets/oneHot.js";
import {softmaxCrossEntropy} from "../../lib/losses.js";
import {map, zeroMatrix} from "../../lib/matrix.js";
import {gradientDescent} from "../../lib/optimizers/gradientDescent.js";
import {random} from "../../lib/random.js";
import {train} from "../../lib/train.js";
import {digitsNetwork} from "../digitsLab/digitsNetwork.js";

export const precisions = ["single", "double"] as const;
export type Precision = (typeof precisions)[number];

/** Examples a second of training in batches of a size: the median of some rounds, the slowest and the fastest. */
export interface Throughput {
  readonly precision: Precision;
  readonly size: number;
  readonly perSecond: number;
  readonly slowest: number;
  readonly fastest: number;
}

export interface ThroughputOptions {
  readonly sizes: readonly number[];
  readonly rounds?: number;
  /** Milliseconds of training in one go. */
  readonly slice?: number;
  readonly now?: () => number;
}

/** Batches of 1, 2, 4 … 512, and between them some that are no powers of two. */
export const throughputSizes: readonly number[] = [
  1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128, 192, 256, 384, 512
];

/**
 * Measures how fast a network of 64-32-10 trains here, in the engine's single precision (SIMD where the browser has it)
 * and in its double. Sizes take turns in each round, so that a disturbance meets all of them alike.
 *
 * Yields after each slice how far it has come, and what it has measured.
 */
export function* throughput({
  sizes,
  rounds = 5,
  slice = 12,
  now = () => performance.now()
}: ThroughputOptions): Generator<{readonly share: number; readonly found: readonly Throughput[]}, void> {
  const begin = trainings();
  const trials = precisions.flatMap((precision) =>
    sizes.map((size) => ({
      precision,
      size,
      rates: [] as number[],
      training: null as Iterator<unknown> | null
    }))
  );
  const found = (): Throughput[] =>
    trials.flatMap(({precision, size, rates}) =>
      rates.length
        ? [
            {
              precision,
              size,
              perSecond: median(rates)!,
              slowest: Math.min(...rates),
              fastest: Math.max(...rates)
            }
          ]
        : []
    );
  yield {share: 0, found: []};
  for (let round = 0; round <= rounds; ++round)
    for (const [k, trial] of trials.entries()) {
      const share = (round * trials.length + k) / ((rounds + 1) * trials.length);
      if (!trial.training) {
        trial.training = begin(trial.precision, trial.size);
        yield {share, found: found()};
      }
      const rate = (1000 * trial.size) / perUpdate(trial.training, {slice, now});
      if (round > 0) trial.rates.push(rate); // the first round warms up
      yield {share, found: found()};
    }
  yield {share: 1, found: found()};
}

/** Milliseconds that an update takes, over a slice of updates. */
function perUpdate(
  training: Iterator<unknown>,
  {slice, now}: {readonly slice: number; readonly now: () => number}
): number {
  const start = now();
  for (let updates = 1; ; ++updates) {
    training.next();
    const time = now() - start;
    if (time >= slice) return time / updates;
  }
}

/** Makes trainings without end on the same data; what they learn is random, as only the time matters. */
function trainings(): (precision: Precision, batchSize: number) => Iterator<unknown> {
  const [samples, draw] = [3 * 512, random(1)]; // no size leaves a short batch
  const X = map(zeroMatrix(64, samples), () => draw());
  const Y = oneHot(
    Array.from({length: samples}, (_, j) => j % 10),
    10
  );
  return (precision, batchSize) =>
    train({
      network: digitsNetwork(draw),
      loss: softmaxCrossEntropy,
      X,
      Y,
      optimizer: gradientDescent({learningRate: 0.001}),
      batchSize,
      epochs: Number.MAX_SAFE_INTEGER,
      random: random(2),
      precision
    });
}
