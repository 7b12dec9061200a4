import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {
  adadelta,
  adagrad,
  adam,
  effectiveRate,
  gradientDescent,
  momentum,
  nesterov,
  type Optimizer,
  rateSearch,
  rmsprop,
  stepsUntil,
  surfaces
} from "../../lib/index.js";

describe("effectiveRate(optimizerAt, gradient, α)", () => {
  const gradient = Float64Array.of(3, -4);

  // closed forms of the hundredth step on a steady gradient of length 5
  test.each([
    ["gradient descent", (learningRate: number) => gradientDescent({learningRate}), 0.1],
    ["averaged momentum", (learningRate: number) => momentum({learningRate}), 0.1 / (1 - 0.9 ** 100)],
    [
      "classical momentum",
      (learningRate: number) => momentum({learningRate, form: "classical"}),
      0.01 / (1 - 0.9 ** 100)
    ],
    ["Nesterov's", (learningRate: number) => nesterov({learningRate}), 0.01 / (1 - 0.9 ** 101)],
    ["Adam", (learningRate: number) => adam({learningRate, epsilon: 0}), 0.5 / Math.SQRT2],
    [
      "RMSProp",
      (learningRate: number) => rmsprop({learningRate, epsilon: 0}),
      (0.5 / Math.SQRT2) * Math.sqrt(1 - 0.9 ** 100)
    ],
    ["AdaGrad", (learningRate: number) => adagrad({learningRate, epsilon: 0}), 5 / Math.SQRT2]
  ] as const)("of %s is its closed form", (_, optimizerAt, expected) => {
    expect(effectiveRate(optimizerAt as (learningRate: number) => Optimizer, gradient, 0.1)).toBeCloseTo(
      expected,
      10
    );
  });

  test("gives every optimizer gradient descent's step, also the one whose rate is measured", () => {
    const rate = effectiveRate((learningRate) => adadelta({learningRate}), gradient, 0.1, {steps: 7});
    const optimizer = adadelta({learningRate: rate});
    const state = optimizer.init(2);
    const parameters = new Float64Array(2);
    for (let t = 1; t <= 7; ++t) {
      parameters.fill(0);
      optimizer.update(parameters, gradient, state);
    }
    expect(Math.hypot(...parameters)).toBeCloseTo(0.1 * 5, 12);
  });

  test("is α where nothing moves", () => {
    expect(effectiveRate((learningRate) => adam({learningRate}), new Float64Array(2), 0.3)).toBe(0.3);
  });

  test("refuses a rate that is not positive and steps that are no count", () => {
    const optimizerAt = (learningRate: number) => adam({learningRate});
    expect(() => effectiveRate(optimizerAt, gradient, 0)).toThrow(
      new RangeError("learningRate must be positive and finite; got 0")
    );
    expect(() => effectiveRate(optimizerAt, gradient, 1, {steps: 0})).toThrow(RangeError);
  });
});

describe("rateSearch({objective, optimizer, start, rates, target, steps})", () => {
  const plain = {
    objective: surfaces.bowl,
    optimizer: (learningRate: number) => gradientDescent({learningRate}),
    start: [1, 1],
    rates: [0.01, 0.1, 0.5, 10],
    target: 1e-6,
    steps: 200
  };
  const finished = (options: Partial<typeof plain> = {}) => {
    const search = rateSearch({...plain, ...options});
    let next = search.next();
    while (!next.done) next = search.next();
    return next.value;
  };

  test("counts the steps of each rate as stepsUntil does, and finds the fewest", () => {
    const {best, trials} = finished();
    const counted = plain.rates.map((learningRate) =>
      stepsUntil(surfaces.bowl, gradientDescent({learningRate}), [1, 1], (_, value) => value <= 1e-6, {
        maximum: 200
      })
    );
    expect(trials.map(({steps}) => steps)).toEqual(counted);
    expect(best.steps).toBe(Math.min(...counted));
  });

  test("chooses the lowest end where no rate arrives", () => {
    const {best, trials} = finished({steps: 3, target: 0, rates: [0.01, 10, 0.1]});
    expect(trials.map(({steps}) => steps)).toEqual([Infinity, Infinity, Infinity]);
    expect(best.learningRate).toBe(0.1);
  });

  test("gives a run that diverges the value ∞", () => {
    const {trials} = finished({rates: [1e200]});
    expect(trials).toEqual([{learningRate: 1e200, steps: Infinity, value: Infinity}]);
  });

  test("does not depend on the order of the rates", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(plain.rates, {minLength: 4}), (rates) => {
        expect(finished({rates}).best).toEqual(finished().best);
      })
    );
  });

  test.each([
    [{rates: []}, "rates.length must be an integer of at least 1; got 0"],
    [{rates: [-1]}, "rate must be positive and finite; got -1"],
    [{start: [Number.NaN]}, "start must be finite; entry 0 is NaN"],
    [{steps: 0}, "steps must be an integer of at least 1; got 0"]
  ])("refuses %o", (wrong, message) => {
    expect(() => rateSearch({...plain, ...wrong})).toThrow(new RangeError(message));
  });
});
