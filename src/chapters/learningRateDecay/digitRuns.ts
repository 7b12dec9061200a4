import {range} from "d3-array";
import {evaluator} from "../../lib/evaluator.js";
import {softmaxCrossEntropy} from "../../lib/losses.js";
import {gradientDescent} from "../../lib/optimizers/gradientDescent.js";
import {random} from "../../lib/random.js";
import {train} from "../../lib/train.js";
import type {Schedule} from "../../lib/types.js";
import {digitsNetwork} from "../digitsLab/digitsNetwork.js";
import type {Prepared} from "../digitsLab/prepare.js";

export interface DigitRunOptions {
  /** The rate of each update. */
  readonly rate: Schedule;
  readonly batchSize: number;
  readonly epochs: number;
  readonly precision?: "single" | "double";
}

/** How a network does after an epoch; once it has diverged, its cost is ∞ and its accuracy NaN. */
interface Standing {
  /** The cost over all training digits. */
  readonly cost: number;
  /** The share of the test digits that it reads right. */
  readonly accuracy: number;
}

/** How many networks have done so far, each from first weights of its own and with its own order of the digits. */
export interface DigitRuns {
  /** Of each network its costs: at first, and after each epoch. */
  readonly costs: readonly (readonly number[])[];
  readonly accuracies: readonly number[];
}

/**
 * Networks that learn the digits side by side: `next()` takes all of them one epoch on (at first to the start), with a
 * pause after each update, and has how they then stand.
 */
export function digitRuns(
  digits: Prepared,
  {runs = 10, ...options}: DigitRunOptions & {readonly runs?: number}
): {next(): Generator<void, DigitRuns>} {
  const networks = range(runs).map((seed) => digitRun(digits, seed, options));
  let costs: readonly (readonly number[])[] = networks.map(() => []);
  return {
    *next() {
      const standings: Standing[] = [];
      for (const one of networks) {
        standings.push(yield* nextStanding(one));
        yield;
      }
      costs = costs.map((before, i) => [...before, standings[i].cost]);
      return {costs, accuracies: standings.map(({accuracy}) => accuracy)};
    }
  };
}

function* nextStanding(one: Iterator<Standing | null, never>): Generator<void, Standing> {
  for (;;) {
    const {value} = one.next();
    if (value) return value;
    yield;
  }
}

/** Where one network stands at first and after each epoch; after each other update, null. */
function* digitRun(
  digits: Prepared,
  seed: number,
  {rate, batchSize, epochs, precision = "single"}: DigitRunOptions
): Generator<Standing | null, never> {
  const [source, loss] = [random(seed), softmaxCrossEntropy];
  const learner = digitsNetwork(source);
  const [learnt, held] = [digits.train, digits.test].map(({X, Y}) =>
    evaluator({network: learner, loss, X, Y, precision})
  );
  const standing = (): Standing => ({cost: learnt().cost, accuracy: held().accuracy!}); // softmax has one
  yield standing();
  const {X, Y} = digits.train;
  const optimizer = gradientDescent({learningRate: rate});
  const settings = {loss, X, Y, optimizer, batchSize, epochs, random: source, precision};
  for (const {epochCost, diverged} of train({network: learner, ...settings})) {
    if (diverged) break;
    yield epochCost === undefined ? null : standing();
  }
  for (;;) yield {cost: Number.POSITIVE_INFINITY, accuracy: Number.NaN};
}
