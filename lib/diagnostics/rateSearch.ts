import {checkEntries, checkInteger, checkPositive} from "../checks.js";
import type {Optimizer} from "../optimizers/index.js";
import type {Objective} from "../types.js";

/** A run with one rate: after how many steps it was at the target (Infinity: never), and the value it ended with. */
export interface Trial {
  readonly learningRate: number;
  readonly steps: number;
  readonly value: number;
}

/** The best of the runs, and all of them in the order of their rates. */
export interface RateSearch {
  readonly best: Trial;
  readonly trials: readonly Trial[];
}

/** What is descended, from where and how; the rates to try, and the most steps of a run. */
export interface RateSearchOptions<State> {
  readonly objective: Objective;
  readonly optimizer: (learningRate: number) => Optimizer<State>;
  readonly start: ArrayLike<number>;
  readonly rates: readonly number[];
  /** The value that a run has to reach. */
  readonly target: number;
  readonly steps: number;
}

/**
 * A grid search for the learning rate: a run with each rate, and the best of them, which reaches the target in the
 * fewest steps or, where none does, ends lowest. It yields at every step, so that a page may do it in portions.
 *
 * @throws RangeError when there is no rate, one is not positive, the start not finite, or steps not a positive integer
 */
export function rateSearch<State>(options: RateSearchOptions<State>): Generator<void, RateSearch> {
  const {rates, start, steps} = options;
  checkInteger({"rates.length": rates.length});
  for (const rate of rates) checkPositive({rate});
  checkEntries("start", start);
  checkInteger({steps});
  return searching(options);
}

function* searching<State>(options: RateSearchOptions<State>): Generator<void, RateSearch> {
  const trials: Trial[] = [];
  for (const rate of options.rates) trials.push(yield* trial(rate, options));
  const best = trials.reduce((best, one) => (isBetter(one, best) ? one : best));
  return {best, trials};
}

function* trial<State>(
  learningRate: number,
  {objective, optimizer: optimizerAt, start, target, steps}: RateSearchOptions<State>
): Generator<void, Trial> {
  const optimizer = optimizerAt(learningRate);
  const parameters = Float64Array.from(start);
  const state = optimizer.init(parameters.length);
  let {value, gradient} = objective(parameters);
  for (let step = 0; Number.isFinite(value); ++step) {
    if (value <= target) return {learningRate, steps: step, value};
    if (step === steps) return {learningRate, steps: Infinity, value};
    optimizer.update(parameters, gradient, state);
    ({value, gradient} = objective(parameters));
    yield;
  }
  return {learningRate, steps: Infinity, value: Infinity};
}

const isBetter = (a: Trial, b: Trial): boolean =>
  a.steps < b.steps || (a.steps === b.steps && a.value < b.value);
