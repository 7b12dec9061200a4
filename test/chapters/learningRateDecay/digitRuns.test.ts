import {mean, range} from "d3-array";
import {beforeAll, describe, expect, test} from "vitest";
import {type Prepared, prepare} from "../../../src/chapters/digitsLab/prepare.js";
import {costBand} from "../../../src/chapters/learningRateDecay/costBand.js";
import {digitsNetwork} from "../../../src/chapters/digitsLab/digitsNetwork.js";
import {type DigitRuns, digitRuns} from "../../../src/chapters/learningRateDecay/digitRuns.js";
import {steepestFall} from "../../../src/chapters/learningRateDecay/steepestFall.js";
import {
  adam,
  constant,
  ema,
  evaluate,
  exponentialDecay,
  gradientDescent,
  inverseTimeDecay,
  perEpoch,
  random,
  rangeTest,
  type Schedule,
  softmaxCrossEntropy,
  train,
  updatesPerEpoch
} from "../../../src/lib/index.js";
import {pageDigits} from "../../support/digits.js";

let digits: Prepared;
beforeAll(async () => {
  digits = prepare(await pageDigits(), {split: "fourth", scaling: "standardized"});
});

function finish<Result>(work: Generator<unknown, Result>): Result {
  for (;;) {
    const {done, value} = work.next();
    if (done) return value as Result;
  }
}

interface Course {
  readonly schedule: Schedule;
  readonly batchSize: number;
  readonly epochs?: number;
  readonly runs?: number;
}

function learn({schedule, batchSize, epochs = 50, runs = 10}: Course): DigitRuns {
  const rate = perEpoch(schedule, updatesPerEpoch(1347, batchSize));
  const learning = digitRuns(digits, {rate, batchSize, epochs, runs});
  return range(epochs + 1).map(() => finish(learning.next()))[epochs];
}

const endOf = ({costs}: DigitRuns): number => costBand(costs, (cost) => cost).at(-1)!.median;

test("digitRuns(digits) trains as the engine does, and measures as it does", () => {
  const batchSize = 128;
  const {costs, accuracies} = learn({schedule: constant(0.3), batchSize, epochs: 3, runs: 2});
  const source = random(1);
  const network = digitsNetwork(source);
  const {X, Y} = digits.train;
  const before = evaluate(network, softmaxCrossEntropy, X, Y).cost;
  const optimizer = gradientDescent({learningRate: 0.3});
  const training = {network, loss: softmaxCrossEntropy, X, Y, optimizer, batchSize, epochs: 3};
  for (const _ of train({...training, random: source}));
  expect(costs[1]).toHaveLength(4);
  expect(costs[1][0]).toBeCloseTo(before, 5); // single precision
  expect(costs[1][3]).toBeCloseTo(evaluate(network, softmaxCrossEntropy, X, Y).cost, 5);
  expect(accuracies[1]).toBeCloseTo(
    evaluate(network, softmaxCrossEntropy, digits.test.X, digits.test.Y).accuracy!,
    2
  );
  expect(costs[0]).not.toEqual(costs[1]);
});

test("digitRuns(digits) pauses after every update", () => {
  const learning = digitRuns(digits, {rate: constant(0.1), batchSize: 128, epochs: 1, runs: 2});
  expect([...learning.next()]).toHaveLength(2); // the networks are made, one after the other
  expect([...learning.next()]).toHaveLength(2 * updatesPerEpoch(1347, 128));
});

test("digitRuns(digits) goes on with ∞ where a network has diverged", () => {
  const {costs, accuracies} = learn({schedule: constant(2), batchSize: 8, epochs: 40, runs: 1});
  expect(costs[0]).toHaveLength(41);
  expect(costs[0].at(-1)).toBe(Number.POSITIVE_INFINITY);
  expect(accuracies).toEqual([Number.NaN]);
});

describe("what the page says of the digits, from α₀ = 0.5 in 50 epochs", () => {
  const schedules = {
    constant: constant(0.5),
    inverse: inverseTimeDecay({learningRate: 0.5, decayRate: 0.05}),
    exponential: exponentialDecay({learningRate: 0.5})
  };

  test.each([
    ["constant", "0.0009"],
    ["inverse", "0.002"],
    ["exponential", "0.003"]
  ] as const)("in batches of 32 the rate %s ends near %s, and reads about 98 in 100", (name, cost) => {
    const ended = learn({schedule: schedules[name], batchSize: 32});
    expect(endOf(ended).toPrecision(1)).toBe(cost);
    expect(mean(ended.accuracies)).toBeCloseTo(0.98, 2);
  });

  test("in batches of 8 the constant rate climbs past 10¹², and the falling ones end below 0.01", () => {
    const end = (schedule: Schedule) => endOf(learn({schedule, batchSize: 8}));
    expect(end(schedules.constant)).toBeGreaterThan(1e12);
    for (const falling of [schedules.inverse, schedules.exponential]) expect(end(falling)).toBeLessThan(0.01);
  });
});

test("in the range test the cost falls fastest for Adam at about a twentieth of gradient descent's rate", () => {
  const {X, Y} = digits.train;
  const fastest = (optimizer: Parameters<typeof rangeTest<object>>[0]["optimizer"]): number => {
    const tested = rangeTest<object>({
      network: digitsNetwork(random(5)),
      ...{X, Y, loss: softmaxCrossEntropy, batchSize: 32, random: random(6), precision: "single"},
      ...{optimizer, lowest: 1e-4, highest: 100, steps: 200}
    }).filter(({diverged}) => !diverged);
    const costs = tested.map(({cost}) => cost);
    const smooth = ema(costs, {beta: 0.9});
    return tested[steepestFall(costs.slice(0, smooth.indexOf(Math.min(...smooth)) + 1))].learningRate;
  };
  const descent = fastest((learningRate) => gradientDescent({learningRate}));
  expect(descent / fastest((learningRate) => adam({learningRate}))).toBeCloseTo(20, -1);
  expect(descent).toBeGreaterThan(0.05);
  expect(descent).toBeLessThan(0.12); // beside the lab's usual 0.1
});
