import {updatesPerEpoch} from "../batches.js";
import {checkInteger, checkPositive} from "../checks.js";
import {power} from "../elementary.js";
import {networkOver} from "../network.js";
import type {Optimizer} from "../optimizers/index.js";
import {type Progress, type TrainOptions, train} from "../train.js";
import type {Schedule} from "../types.js";

/** A training as `train` takes it, with the range of rates and the number of updates that go through it. */
export interface RangeTestOptions<State>
  extends Omit<TrainOptions<State>, "optimizer" | "epochs" | "resume" | "test"> {
  /** Makes the optimizer with a schedule as its rate: `(learningRate) => adam({learningRate})`. */
  readonly optimizer: (learningRate: Schedule) => Optimizer<State>;
  readonly lowest?: number;
  readonly highest?: number;
  readonly steps?: number;
}

/** What one update of a range test tells. */
export interface RangePoint {
  readonly learningRate: number;
  /** The mean cost of a batch before the update with this rate. */
  readonly cost: number;
  readonly diverged: boolean;
}

/**
 * The learning-rate range test: a copy of a network is trained while the rate grows from batch to batch,
 *
 *     α(t) = lowest · (highest / lowest)^(t / (steps − 1))
 *
 * Where the cost falls fastest is a good rate; where it rises is too much (Smith 2015, arXiv:1506.01186).
 * It ends early, with the point where the numbers left their range.
 *
 * @throws RangeError when a rate is not positive, there are fewer than 2 steps, or as `train` does
 */
export function rangeTest<State>(options: RangeTestOptions<State>): RangePoint[] {
  const sweep = rangeSweep(options);
  for (;;) {
    const {done, value} = sweep.next();
    if (done) return value;
  }
}

/** The same, with a pause after each update, for those who have others waiting. */
export function rangeSweep<State>(options: RangeTestOptions<State>): Generator<void, RangePoint[]> {
  const {optimizer, lowest = 1e-5, highest = 10, steps = 100, network, ...training} = options;
  checkPositive({lowest, highest});
  checkInteger({steps}, 2);
  const rate: Schedule = (t) => lowest * power(highest / lowest, t / (steps - 1));
  const {X, batchSize = X.columns} = training;
  const run = train({
    ...training,
    network: networkOver(
      network.parameters.slice(),
      network.sizes,
      network.layers.map(({activation}) => activation)
    ),
    optimizer: optimizer(rate),
    epochs: Math.ceil(steps / updatesPerEpoch(X.columns, batchSize))
  });
  return sweeping(run, rate, steps);
}

function* sweeping(run: Iterable<Progress>, rate: Schedule, steps: number): Generator<void, RangePoint[]> {
  const points: RangePoint[] = [];
  for (const {step, cost, diverged} of run) {
    points.push({learningRate: rate(step - 1), cost, diverged});
    if (step === steps) break;
    yield;
  }
  return points;
}
