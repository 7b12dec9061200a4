import {describe, expect, test} from "vitest";
import {
  circles,
  type Dataset,
  fitScaler,
  fitWhitener,
  gaussians,
  linear,
  moons,
  oneHot,
  random,
  spirals,
  split,
  toRows,
  transpose
} from "../lib/index.js";
import {expectClose} from "./support/close.js";

const makers = {circles, moons, spirals, gaussians, linear};
const points = ({X}: Dataset) => toRows(transpose(X));
const labels = ({Y}: Dataset) => [...Y.data];

describe.each(Object.entries(makers))("%s", (_, make) => {
  test("is the same for the same seed, another for another", () => {
    const [first, again, other] = [1, 1, 2].map((seed) => make({random: random(seed), samples: 50}));
    expect(again).toEqual(first);
    expect(other.X).not.toEqual(first.X);
  });

  test("has two features and m samples, 200 unless told", () => {
    expect(make({random: random(1)})).toMatchObject({X: {rows: 2, columns: 200}, Y: {rows: 1, columns: 200}});
    expect(make({random: random(1), samples: 31}).X.columns).toBe(31);
  });

  test("is finite", () => {
    const {X, Y} = make({random: random(5)});
    expect([...X.data, ...Y.data].every(Number.isFinite)).toBe(true);
  });

  test("refuses what it cannot be made of", () => {
    expect(() => make({random: random(1), samples: 0})).toThrow(
      /^samples must be an integer of at least \d; got 0$/
    );
    expect(() => make({random: random(1), noise: -1})).toThrow(
      new RangeError("noise must be finite and not negative; got -1")
    );
    const nothing: unknown = {};
    expect(() => make(nothing as {random: () => number})).toThrow(
      new TypeError("random must be a source of numbers, as random(seed); got undefined")
    );
  });
});

test.each(Object.entries({circles, moons, spirals, gaussians}))(
  "%s takes turns with its classes",
  (_, make) => {
    expect(labels(make({random: random(1), samples: 5}))).toEqual([0, 1, 0, 1, 0]);
  }
);

test("circles without noise have the radii 1 and factor", () => {
  const data = circles({random: random(1), noise: 0, factor: 0.3});
  const radii = points(data).map(([x, y]) => Math.hypot(x, y));
  expectClose(
    radii,
    labels(data).map((ring) => [1, 0.3][ring]),
    {absolute: 1e-15}
  );
});

test("moons without noise lie on their half circles", () => {
  const data = moons({random: random(1), noise: 0});
  points(data).forEach(([x, y], j) => {
    const upper = data.Y.data[j] === 0;
    expect(upper ? Math.hypot(x, y) : Math.hypot(1 - x, 0.5 - y)).toBeCloseTo(1, 14);
    expect(upper ? y >= 0 : y <= 0.5).toBe(true);
  });
});

test("spirals without noise wind by `turns`, each arm turned from the last", () => {
  const data = spirals({random: random(1), noise: 0, arms: 3, turns: 1.5});
  points(data).forEach(([x, y], j) => {
    const radius = Math.hypot(x, y);
    const angle = 2 * Math.PI * (1.5 * radius + data.Y.data[j] / 3);
    expectClose([x, y], [radius * Math.cos(angle), radius * Math.sin(angle)], {absolute: 1e-14});
    expect(radius).toBeLessThan(1);
  });
  expect(new Set(labels(data))).toEqual(new Set([0, 1, 2]));
});

test("noise has the deviation it says", () => {
  const clean = moons({random: random(1), noise: 0, samples: 1});
  const cloud = gaussians({random: random(1), samples: 20_000, means: [[2, -3]], noise: 0.25});
  expect(clean.X.columns).toBe(1);
  const {mean, deviation} = fitScaler(cloud.X);
  expectClose(mean, [2, -3], {absolute: (5 * 0.25) / Math.sqrt(20_000)});
  expectClose(deviation, [0.25, 0.25], {relative: 5 / Math.sqrt(40_000)});
});

test("gaussians take any dimension and any number of clouds", () => {
  const data = gaussians({random: random(1), samples: 4, noise: 0, means: [[1], [2], [3]]});
  expect(toRows(data.X)).toEqual([[1, 2, 3, 1]]);
  expect(labels(data)).toEqual([0, 1, 2, 0]);
});

describe("linear", () => {
  const given = {mean: [3, 50], deviation: [1, 15], correlation: -0.7} as const;

  test.each([3, 4, 200])("has the given moments in a sample of %i already", (samples) => {
    const {X} = linear({random: random(4), samples, ...given});
    const {mean, deviation} = fitScaler(X);
    expectClose(mean, given.mean, {relative: 1e-13});
    expectClose(deviation, given.deviation, {relative: 1e-13});
    expectClose(fitWhitener(X).correlation.data, [1, -0.7, -0.7, 1], {absolute: 1e-12});
  });

  test("gives y = w·x + b, with noise of the deviation it says", () => {
    const options = {weights: [2, -1], bias: 5, ...given} as const;
    const {X, Y} = linear({random: random(4), ...options});
    const exact = points({X, Y}).map(([a, b]) => 2 * a - b + 5);
    expectClose(Y.data, exact, {absolute: 1e-12});
    const noisy = linear({random: random(4), samples: 20_000, noise: 0.5, ...options});
    const rest = points(noisy).map(([a, b], j) => noisy.Y.data[j] - (2 * a - b + 5));
    const deviation = Math.sqrt(rest.reduce((sum, r) => sum + r * r, 0) / 20_000);
    expect(Math.abs(deviation / 0.5 - 1)).toBeLessThan(5 / Math.sqrt(40_000));
  });

  test("with ρ = ±1 puts the samples on a line", () => {
    const {X} = linear({random: random(4), samples: 9, correlation: -1});
    const [x, y] = toRows(X);
    expectClose(
      y,
      x.map((value) => -value),
      {absolute: 1e-14}
    );
  });
});

describe("split", () => {
  const data = moons({random: random(1), samples: 10});

  test("puts every sample in one part, with its target", () => {
    const {train, test} = split(data, {random: random(2), share: 0.7});
    expect([train.X.columns, test.X.columns]).toEqual([7, 3]);
    const pairs = (set: Dataset) => points(set).map((point, j) => [...point, set.Y.data[j]].join());
    expect([...pairs(train), ...pairs(test)].sort()).toEqual(pairs(data).sort());
  });

  test("is the same for the same seed, another for another, and no mere cut", () => {
    const parts = [2, 2, 3].map((seed) => split(data, {random: random(seed)}).train.X);
    expect(parts[1]).toEqual(parts[0]);
    expect(parts[2]).not.toEqual(parts[0]);
    expect(toRows(parts[0])[0]).not.toEqual(toRows(data.X)[0].slice(0, 8));
  });

  test.each([0, 1, 0.01, -1, Number.NaN])("refuses the share %d", (share) => {
    expect(() => split(data, {random: random(1), share})).toThrow(
      new RangeError(`share must leave samples in both parts; got ${share} of 10`)
    );
  });
});

test("oneHot(labels, classes) has a 1 in the row of each column's label", () => {
  expect(toRows(oneHot([2, 0, 2], 4))).toEqual([
    [0, 1, 0],
    [0, 0, 0],
    [1, 0, 1],
    [0, 0, 0]
  ]);
});

test.each([
  [() => circles({random: random(1), factor: 1.5}), "factor must be in [0, 1]; got 1.5"],
  [() => linear({random: random(1), deviation: [0, 1]}), "deviation[0] must be positive and finite; got 0"],
  [() => spirals({random: random(1), arms: 0}), "arms must be an integer of at least 1; got 0"],
  [() => spirals({random: random(1), turns: -1}), "turns must be finite and not negative; got -1"],
  [
    () => gaussians({random: random(1), means: []}),
    "a matrix needs at least one row and one column; got none"
  ],
  [() => gaussians({random: random(1), means: [[1], [1, 2]]}), "row 1 must have 1 entries; got 2"],
  [() => linear({random: random(1), samples: 2}), "samples must be an integer of at least 3; got 2"],
  [() => linear({random: random(1), deviation: [1, 0]}), "deviation[1] must be positive and finite; got 0"],
  [() => linear({random: random(1), correlation: 1.1}), "correlation must be in [-1, 1]; got 1.1"],
  [
    () => linear({random: random(1), mean: [0, Number.NaN]}),
    "mean, weights and bias must be finite; entry 1 is NaN"
  ],
  [() => oneHot([0, 3], 3), "labels[1] must be an integer of at least 0 and at most 2; got 3"],
  [() => oneHot([0.5], 3), "labels[0] must be an integer of at least 0 and at most 2; got 0.5"],
  [() => oneHot([], 3), "columns must be an integer of at least 1; got 0"],
  [() => oneHot([0], 0), "classes must be an integer of at least 1; got 0"]
])("%o is refused", (make, message) => {
  expect(make).toThrow(new RangeError(message));
});
