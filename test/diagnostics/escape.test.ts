import {describe, expect, test} from "vitest";
import {
  adam,
  depthEscapeTime,
  descend,
  escapeTime,
  gradientDescent,
  growthFactor,
  momentum,
  type Optimizer,
  rmsprop,
  scalarNet,
  stabilityEdge,
  stepsUntil,
  surfaces
} from "../../lib/index.js";

const learningRate = 0.01;
const starts = [1e-2, 1e-6, 1e-10];
const measured = (optimizer: Optimizer, start: number) =>
  stepsUntil(surfaces.saddle, optimizer, [1, start], (p) => Math.abs(p[1]) >= 1);

// views: α = .01, |y| ≥ 1
const measuredTable: [string, () => Optimizer, number[]][] = [
  ["gradient descent", () => gradientDescent({learningRate}), [233, 698, 1163]],
  ["momentum, ema", () => momentum({learningRate, beta: 0.9}), [276, 811, 1347]],
  ["momentum, classical", () => momentum({learningRate, beta: 0.9, form: "classical"}), [49, 140, 231]],
  ["rmsprop", () => rmsprop({learningRate, beta: 0.9}), [72, 72, 73]],
  ["adam", () => adam({learningRate}), [76, 77, 78]]
];

describe("escaping the saddle", () => {
  test.each(measuredTable)("%s takes as many steps as computed independently", (_, optimizer, steps) => {
    expect(starts.map((start) => measured(optimizer(), start))).toEqual(steps);
  });

  test.each(measuredTable)("%s never leaves the ridge itself", (_, optimizer) => {
    expect(measured(optimizer(), 0)).toBe(Infinity);
  });

  test("escapeTime(…) says what the linear ones take", () => {
    const times = (options: object) => starts.map((start) => escapeTime({learningRate, start, ...options}));
    expect(times({})).toEqual([233, 698, 1163]);
    expect(times({beta: 0.9})).toEqual([276, 811, 1347]);
    expect(times({beta: 0.9, form: "classical"})).toEqual([49, 140, 231]);
    expect(starts.map((start) => Math.ceil(Math.log(1 / start) / Math.log(1.02)))).toEqual([233, 698, 1163]);
    expect(escapeTime({learningRate, start: 0})).toBe(Infinity);
    expect(escapeTime({learningRate, start: 2})).toBe(0);
  });

  test("escapeTime(…) is the measured time for other rates, curvatures, betas and distances", () => {
    for (const rate of [0.003, 0.2])
      for (const beta of [0, 0.5, 0.98])
        for (const form of ["ema", "classical"] as const)
          for (const curvature of [0.5, 3]) {
            const surface = surfaces.quadratic({a: 1, b: -curvature});
            const optimizer = momentum({learningRate: rate, beta, form});
            const taken = stepsUntil(surface, optimizer, [0, 1e-3], (p) => p[1] >= 0.7);
            expect(escapeTime({learningRate: rate, beta, form, curvature, start: 1e-3, distance: 0.7})).toBe(
              taken
            );
          }
  });

  test("growthFactor(…) is the growth that a run settles to", () => {
    const run = descend(surfaces.saddle, momentum({learningRate, beta: 0.9}), [0, 1e-9]);
    const y = Array.from({length: 301}, () => run.next().value!.parameters[1]);
    expect(growthFactor({learningRate, beta: 0.9})).toBeCloseTo(y[300] / y[299], 12);
    expect(growthFactor({learningRate})).toBeCloseTo(1.02, 15);
  });

  test.each([
    [{start: -1}, "start must be finite and not negative; got -1"],
    [{distance: 0}, "distance must be positive and finite; got 0"],
    [{learningRate: 0}, "learningRate must be positive and finite; got 0"],
    [{curvature: -2}, "curvature must be positive and finite; got -2"],
    [{beta: 1}, "beta must be in [0, 1); got 1"]
  ])("escapeTime refuses %o", (wrong, message) => {
    expect(() => escapeTime({learningRate, start: 0.1, ...wrong})).toThrow(new RangeError(message));
  });
});

describe("depth", () => {
  // views: α = .05, from .1, .01, .001 until a tenth of the saddle's cost is left
  const table: [number, number[]][] = [
    [2, [55, 102, 149]],
    [3, [191, 1994, 19996]],
    [4, [1003, 100006]]
  ];
  const depthStarts = [0.1, 0.01, 0.001];

  test.each(table)("a scalar net of %d layers leaves its saddle after %j steps", (depth, steps) => {
    const taken = steps.map((_, i) =>
      stepsUntil(
        scalarNet(depth),
        gradientDescent({learningRate: 0.05}),
        Array(depth).fill(depthStarts[i]),
        (__, cost) => cost <= 0.05,
        {maximum: 200_000}
      )
    );
    expect(taken).toEqual(steps);
  });

  test.each(table)("depthEscapeTime(…) of %d layers is near and not above", (depth, steps) => {
    steps.forEach((taken, i) => {
      const time = depthEscapeTime({depth, learningRate: 0.05, start: depthStarts[i]});
      expect(time).toBeLessThanOrEqual(taken);
      expect(time).toBeGreaterThan(taken * (1 - (0.05 / 2) * (depth - 1)));
    });
  });

  test("depthEscapeTime(…) of four layers from .001 is 1.0e7 steps", () => {
    expect(depthEscapeTime({depth: 4, learningRate: 0.05, start: 0.001}).toPrecision(2)).toBe("1.0e+7");
  });

  test("depthEscapeTime(…) of two layers is the integral in closed form", () => {
    // ∫ dw / (w (1 − w²)) = ln(w / √(1 − w²))
    const end = Math.sqrt(1 - Math.sqrt(0.1));
    const integral = (w: number) => Math.log(w / Math.sqrt(1 - w * w));
    const expected = (integral(end) - integral(0.2)) / 0.05;
    expect(depthEscapeTime({depth: 2, learningRate: 0.05, start: 0.2})).toBeCloseTo(expected, 9);
    expect(depthEscapeTime({depth: 2, learningRate: 0.05, start: 0.9})).toBe(0);
  });

  test.each([
    [{depth: 1}, "depth must be an integer of at least 2; got 1"],
    [{learningRate: -1}, "learningRate must be positive and finite; got -1"],
    [{start: 0}, "start must be positive and finite; got 0"],
    [{cost: 0.6}, "cost must be in [5e-324, 0.5]; got 0.6"]
  ])("depthEscapeTime refuses %o", (wrong, message) => {
    expect(() => depthEscapeTime({depth: 2, learningRate: 0.1, start: 0.1, ...wrong})).toThrow(
      new RangeError(message)
    );
  });
});

describe("the race in a ravine of κ = 100", () => {
  const ravine = (degrees = 0) => surfaces.quadratic({a: 1, b: 100, rotation: (degrees * Math.PI) / 180});
  const near = (p: Float64Array) => Math.hypot(...p) <= 1e-6;
  const steps = (optimizer: Optimizer) => stepsUntil(ravine(), optimizer, [1, 1], near);

  // views: to within 1e-6 of the minimum, from (1, 1)
  test("takes the steps computed independently", () => {
    expect(steps(gradientDescent({learningRate: 2 / 101}))).toBe(709);
    expect(steps(momentum({learningRate: 0.109, beta: 0.695}))).toBe(73);
    expect(steps(gradientDescent({learningRate: 0.01}))).toBe(1375);
    expect(steps(momentum({learningRate: 0.01}))).toBe(1246);
    const rates = Array.from({length: 370}, (_, i) => (i + 1) / 1000);
    expect(Math.min(...rates.map((rate) => steps(momentum({learningRate: rate}))))).toBe(201);
  });

  // views: a cost of 1e-3, the start turned with the ravine
  test.each([
    [0, 24, 271, 74],
    [15, 367, 271, 74]
  ])("turned by %d° takes Adam %d steps, gradient descent %d, momentum %d", (degrees, ...expected) => {
    const angle = (degrees * Math.PI) / 180;
    const start = [Math.cos(angle) - Math.sin(angle), Math.sin(angle) + Math.cos(angle)];
    const optimizers = [
      adam({learningRate: 0.05}),
      gradientDescent({learningRate: 2 / 101}),
      momentum({learningRate: 0.2})
    ];
    const isDone = (_: Float64Array, cost: number) => cost <= 1e-3;
    expect(optimizers.map((one) => stepsUntil(ravine(degrees), one, start, isDone))).toEqual(expected);
  });

  test("Adam with α = 1 arrives in one step from (1, 1): no merit of its own", () => {
    expect(steps(adam({learningRate: 1}))).toBe(1);
  });

  test.each([0, 0.5, 0.9, 0.98])("momentum with β = %d converges below its stability edge only", (beta) => {
    const edge = stabilityEdge({beta}) / 100;
    const within = (factor: number) =>
      stepsUntil(ravine(), momentum({learningRate: factor * edge, beta}), [0, 1], near, {maximum: 50_000});
    expect(within(0.99)).toBeLessThan(50_000);
    expect(within(1.01)).toBe(Infinity);
  });
});

describe("stepsUntil(objective, optimizer, start, isDone)", () => {
  test("is Infinity beyond the maximum and where the value diverges", () => {
    const never = () => false;
    expect(
      stepsUntil(surfaces.bowl, gradientDescent({learningRate: 0.1}), [1, 1], never, {maximum: 10})
    ).toBe(Infinity);
    const blind = (p: Float64Array) => !Number.isFinite(p[0]);
    expect(stepsUntil(surfaces.bowl, gradientDescent({learningRate: 1e200}), [1, 1], blind)).toBe(Infinity);
  });

  test("is 0 where the start will do", () => {
    expect(stepsUntil(surfaces.bowl, adam(), [0, 0], (_, value) => value === 0)).toBe(0);
  });

  test("refuses a start that is not finite, and a maximum that is no count", () => {
    const done = () => true;
    expect(() => stepsUntil(surfaces.bowl, adam(), [Number.NaN, 0], done)).toThrow(
      new RangeError("start must be finite; entry 0 is NaN")
    );
    expect(() => stepsUntil(surfaces.bowl, adam(), [0, 0], done, {maximum: -1})).toThrow(
      new RangeError("maximum must be an integer of at least 0; got -1")
    );
  });
});
