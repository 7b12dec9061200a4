import {describe, expect, test} from "vitest";
import {
  adam,
  batches,
  batchNoise,
  glorotNormal,
  gradientCovariance,
  gradientDescent,
  gradientDeviation,
  identity,
  matrix,
  meanSquaredError,
  network,
  normal,
  objective,
  random,
  rangeTest,
  sampleGradients,
  selectColumns,
  tanh,
  toRows,
  zeros
} from "../../lib/index.js";
import {expectClose} from "../support/close.js";

const source = random(8);
const made = network({
  sizes: [2, 3, 1],
  activations: [tanh, identity],
  initializer: glorotNormal,
  random: source
});
const X = matrix([normal(1)(1, 6, source), normal(1)(1, 6, source)]);
const Y = matrix([normal(1)(1, 6, source)]);

describe("sampleGradients(network, loss, X, Y)", () => {
  const G = sampleGradients(made, meanSquaredError, X, Y);

  test("is a column a sample, with the cost's gradient as their mean", () => {
    const {gradient} = objective(made, meanSquaredError, X, Y)(made.parameters);
    expect([G.rows, G.columns]).toEqual([13, 6]);
    expectClose(
      toRows(G).map((row) => row.reduce((sum, g) => sum + g, 0) / 6),
      gradient,
      {absolute: 1e-15}
    );
    const [x, y] = [selectColumns(X, [4]), selectColumns(Y, [4])];
    expect(selectColumns(G, [4]).data).toEqual(
      objective(made, meanSquaredError, x, y)(made.parameters).gradient
    );
  });

  test.each([1, 2, 3, 5, 6])("batchNoise(…) is the noise over all batches of %d of them", (size) => {
    const all = Array.from({length: 2 ** 6}, (_, bits) => [0, 1, 2, 3, 4, 5].filter((j) => bits & (1 << j)));
    const chosen = all.filter(({length}) => length === size);
    const mean = (indices: number[]) =>
      toRows(selectColumns(G, indices)).map((row) => row.reduce((a, b) => a + b) / row.length);
    const full = mean([0, 1, 2, 3, 4, 5]);
    const squares = chosen.map((indices) => mean(indices).reduce((sum, g, i) => sum + (g - full[i]) ** 2, 0));
    const measured = Math.sqrt(squares.reduce((a, b) => a + b) / chosen.length);
    const noise = batchNoise({deviation: gradientDeviation(G), m: 6, size});
    expectClose([noise], [measured], {absolute: 1e-15, relative: 1e-13});
  });
});

describe("batchNoise({deviation, m, size})", () => {
  test("falls as 1/√B and is 0 for the whole set", () => {
    expect(batchNoise({deviation: 3, m: 1e9, size: 9})).toBeCloseTo(1, 6);
    expect(batchNoise({deviation: 3, m: 50, size: 50})).toBe(0);
    expect(batchNoise({deviation: 3, m: 1, size: 1})).toBe(0);
  });

  test.each([
    [{size: 0}, "size must be an integer of at least 1 and at most 9; got 0"],
    [{size: 10}, "size must be an integer of at least 1 and at most 9; got 10"],
    [{m: 0}, "m must be an integer of at least 1; got 0"],
    [{deviation: -1}, "deviation must be finite and not negative; got -1"]
  ])("refuses %o", (wrong, message) => {
    expect(() => batchNoise({deviation: 1, m: 9, size: 3, ...wrong})).toThrow(new RangeError(message));
  });
});

describe("batchNoise({…, replacement: true})", () => {
  const G = sampleGradients(made, meanSquaredError, X, Y);

  test("is the noise over all draws of two samples of six, which may be the same", () => {
    const rows = toRows(G);
    const full = rows.map((row) => row.reduce((a, b) => a + b) / 6);
    const squares = Array.from({length: 36}, (_, k) =>
      rows.reduce((sum, row, i) => sum + ((row[Math.floor(k / 6)] + row[k % 6]) / 2 - full[i]) ** 2, 0)
    );
    const noise = batchNoise({deviation: gradientDeviation(G), m: 6, size: 2, replacement: true});
    expectClose([noise], [Math.sqrt(squares.reduce((a, b) => a + b) / 36)], {relative: 1e-13});
  });

  test("does not vanish for as many draws as samples", () => {
    expect(batchNoise({deviation: 3, m: 9, size: 9, replacement: true})).toBe(1);
  });
});

describe("gradientCovariance(G)", () => {
  test("is the mean of the products of distances from the mean", () => {
    const C = gradientCovariance(
      matrix([
        [1, 3],
        [2, 8]
      ])
    );
    expect(toRows(C)).toEqual([
      [1, 3],
      [3, 9]
    ]);
  });

  test("has the square of the deviation as its trace", () => {
    const G = sampleGradients(made, meanSquaredError, X, Y);
    const trace = toRows(gradientCovariance(G)).reduce((sum, row, i) => sum + row[i], 0);
    expectClose([trace], [gradientDeviation(G) ** 2], {relative: 1e-13});
  });
});

test("gradientDeviation(G) is the root mean square distance from the mean", () => {
  expect(
    gradientDeviation(
      matrix([
        [1, 3],
        [5, 5]
      ])
    )
  ).toBe(1);
  expect(
    gradientDeviation(
      matrix([
        [0, 6],
        [8, 0]
      ])
    )
  ).toBe(5);
});

describe("rangeTest(options)", () => {
  const options = {
    network: made,
    loss: meanSquaredError,
    X,
    Y,
    optimizer: (learningRate: (t: number) => number) => gradientDescent({learningRate}),
    lowest: 1e-3,
    highest: 10,
    steps: 5
  };

  test("raises the rate from the lowest to the highest by equal factors", () => {
    const rates = rangeTest(options).map(({learningRate}) => learningRate);
    expectClose(rates, [1e-3, 1e-2, 1e-1, 1, 10], {relative: 1e-14});
  });

  test("makes as many updates as asked, in batches, on a copy", () => {
    const before = made.parameters.slice();
    expect(rangeTest({...options, highest: 0.1, steps: 8, batchSize: 4, random: random(1)})).toHaveLength(8);
    expect(made.parameters).toEqual(before);
  });

  test("measures the cost of each batch before its update", () => {
    const parameters = made.parameters.slice();
    const cost = objective(made, meanSquaredError, X, Y);
    const expected = [1e-3, 1e-2, 1e-1].map((rate) => {
      const {value, gradient} = cost(parameters);
      gradient.forEach((g, i) => {
        parameters[i] -= rate * g;
      });
      return value;
    });
    expectClose(
      rangeTest(options)
        .slice(0, 3)
        .map(({cost}) => cost),
      expected,
      {relative: 1e-13}
    );
  });

  test("ends with the point that diverged", () => {
    const linear = network({sizes: [2, 1], activations: [identity], initializer: zeros});
    const points = rangeTest({...options, network: linear, highest: 1e200, steps: 50});
    expect(points.length).toBeLessThan(50);
    expect(points.map(({diverged}) => diverged)).toEqual(points.map((_, i) => i === points.length - 1));
  });

  test.each([
    [{lowest: 0}, "lowest must be positive and finite; got 0"],
    [{highest: Infinity}, "highest must be positive and finite; got Infinity"],
    [{steps: 1}, "steps must be an integer of at least 2; got 1"],
    [{batchSize: 7}, "size must be an integer of at least 1 and at most 6; got 7"]
  ])("refuses %o", (wrong, message) => {
    expect(() => rangeTest({...options, ...wrong})).toThrow(new RangeError(message));
  });

  test("takes any optimizer, and the order of the samples from random", () => {
    const adaptive = {
      ...options,
      optimizer: (learningRate: (t: number) => number) => adam({learningRate}),
      batchSize: 2
    };
    const costs = (seed: number) => rangeTest({...adaptive, random: random(seed)}).map(({cost}) => cost);
    expect(costs(1)).toEqual(costs(1));
    expect(costs(1)).not.toEqual(costs(2));
    expect([...batches(6, 2)]).toHaveLength(3);
  });
});
