import {describe, expect, test} from "vitest";
import * as engine from "../../lib/index.js";
import {
  describedOptimizer,
  describedSchedule,
  type OptimizerDescription,
  type Schedule,
  type ScheduleDescription
} from "../../lib/index.js";

const learningRate = 0.1;

describe("describedSchedule(description)", () => {
  test.each<[ScheduleDescription, Schedule]>([
    [{name: "constant", learningRate}, engine.constant(0.1)],
    [
      {name: "inverseTimeDecay", learningRate, decayRate: 0.2},
      engine.inverseTimeDecay({learningRate, decayRate: 0.2})
    ],
    [{name: "exponentialDecay", learningRate, base: 0.9}, engine.exponentialDecay({learningRate, base: 0.9})],
    [
      {name: "stepDecay", learningRate, factor: 0.5, every: 3},
      engine.stepDecay({learningRate, factor: 0.5, every: 3})
    ],
    [
      {name: "polynomialDecay", learningRate, power: 2, epochs: 9},
      engine.polynomialDecay({learningRate, power: 2, epochs: 9})
    ],
    [{name: "inverseSqrt", learningRate}, engine.inverseSqrt({learningRate})],
    [{name: "cosineDecay", learningRate, epochs: 9}, engine.cosineDecay({learningRate, epochs: 9})],
    [{name: "cosineRestarts", learningRate, period: 4}, engine.cosineRestarts({learningRate, period: 4})],
    [
      {name: "linearWarmup", learningRate, startFactor: 0.1, epochs: 4},
      engine.linearWarmup({learningRate, startFactor: 0.1, epochs: 4})
    ],
    [{name: "oneCycle", maximum: 0.1, epochs: 9}, engine.oneCycle({maximum: 0.1, epochs: 9})],
    [
      {
        name: "sequence",
        first: {name: "linearWarmup", learningRate, startFactor: 0, epochs: 3},
        epochs: 3,
        second: {name: "cosineDecay", learningRate, epochs: 6}
      },
      engine.sequence(
        engine.linearWarmup({learningRate, startFactor: 0, epochs: 3}),
        3,
        engine.cosineDecay({learningRate, epochs: 6})
      )
    ]
  ])("means the engine's schedule: $name", async (description, schedule) => {
    const epochs = Array.from({length: 12}, (_, epoch) => epoch);
    expect(epochs.map(await describedSchedule(description))).toEqual(epochs.map(schedule));
  });

  test.each([
    [{name: "linear"}, "schedule must be known; got linear"],
    [{name: "toString"}, "schedule must be known; got toString"],
    [{name: "constant", learningRate: -1}, "learningRate must be positive and finite; got -1"]
  ])("refuses %o", async (description, message) => {
    await expect(describedSchedule(description as ScheduleDescription)).rejects.toThrow(
      new RangeError(message)
    );
  });
});

describe("describedOptimizer(description, updates)", () => {
  test.each<OptimizerDescription>([
    {name: "gradientDescent", learningRate},
    {name: "momentum", learningRate, beta: 0.5, form: "classical"},
    {name: "nesterov", learningRate, beta: 0.5},
    {name: "adagrad", learningRate},
    {name: "adadelta", decay: 0.8},
    {name: "rmsprop", learningRate, epsilonInside: true},
    {name: "adam", beta1: 0.5},
    {name: "amsgrad", learningRate},
    {name: "adamw", weightDecay: 0.1},
    {name: "nadam", learningRate},
    {name: "adamax", learningRate}
  ])("means the engine's optimizer with its options: $name", async ({name, ...options}) => {
    const description = {name, ...options} as OptimizerDescription; // as it was
    const {name: made, options: inForce} = await describedOptimizer(description, 1);
    expect(made).toBe(name);
    expect(inForce).toMatchObject(options);
  });

  test("asks a schedule for the rate of the epoch", async () => {
    const schedule = {name: "exponentialDecay", learningRate: 1, base: 0.5} as const;
    const {options} = await describedOptimizer({name: "gradientDescent", learningRate: schedule}, 3);
    const rate = options!.learningRate as Schedule;
    expect([0, 2, 3, 5, 6].map(rate)).toEqual([1, 1, 0.5, 0.5, 0.25]);
  });

  test.each([
    [{name: "sgd"}, "optimizer must be known; got sgd"],
    [
      {name: "adam", betta1: 0.5},
      "an option of adam must be one of learningRate, beta1, beta2, epsilon, epsilonInside; got betta1"
    ],
    [{name: "adam", beta1: 1}, "beta1 must be in [0, 1); got 1"]
  ])("refuses %o", async (description, message) => {
    await expect(describedOptimizer(description as OptimizerDescription, 1)).rejects.toThrow(
      new RangeError(message)
    );
  });
});
