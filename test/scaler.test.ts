import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {
  eigenvalues,
  fitMinMax,
  fitScaler,
  fitWhitener,
  linear,
  type Matrix,
  map,
  matrix,
  multiply,
  multiplyTransposed,
  random,
  selectColumns,
  toRows,
  transpose,
  zeroMatrix
} from "../lib/index.js";
import golden from "./golden/standardization.json" with {type: "json"};
import {matrices, sizes} from "./support/arbitrary.js";
import {expectClose} from "./support/close.js";

/** The golden rows are samples; ours are columns. */
const columns = (rows: number[][]) => transpose(matrix(rows));

describe.each(golden.cases)("$id", (reference) => {
  const X = columns(reference.X);
  const train = columns(reference.X.slice(0, reference.train_rows));
  const shown = selectColumns(X, reference.shown_rows);
  const bound = {relative: reference.id === "big-offset" ? 1e-6 : 1e-11, absolute: 1e-15};

  test("fitScaler has scikit-learn's mean and population deviation, and standardizes alike", () => {
    const {mean, deviation, transform} = fitScaler(train);
    expectClose(mean, reference.mean, bound);
    expectClose(deviation, reference.std_population, bound);
    expectClose(transform(shown).data, columns(reference.standardized_rows).data, bound);
  });

  test("fitMinMax has scikit-learn's bounds and scales alike, to [0, 1] and to [−1, 1]", () => {
    const {minimum, maximum, transform} = fitMinMax(train);
    expectClose(minimum, reference.min, {});
    expectClose(maximum, reference.max, {});
    expectClose(transform(shown).data, columns(reference.minmax01_rows).data, {...bound, absolute: 1e-14});
    const both = fitMinMax(train, {low: -1, high: 1});
    expectClose(both.transform(shown).data, columns(reference.minmax11_rows).data, {
      ...bound,
      absolute: 1e-14
    });
  });
});

const fits = [
  {name: "fitScaler", made: fitScaler, near: 1e-12},
  {name: "fitMinMax", made: (X: Matrix) => fitMinMax(X), near: 1e-12},
  // of n ≤ 5 features and m ≤ 12 samples up to 100, a dropped direction holds at most 100 √(m · n · 1e-14)
  {name: "fitWhitener", made: fitWhitener, near: 1e-4}
];
const samples = fc.tuple(sizes(5), sizes(12)).chain(([n, m]) => matrices(n, m, -100, 100));

describe.each(fits)("$name", ({made, near}) => {
  test("inverse undoes transform", () => {
    fc.assert(
      fc.property(samples, (X) => {
        const {transform, inverse} = made(X);
        expectClose(inverse(transform(X)).data, X.data, {absolute: near});
      })
    );
  });

  test("permuting the samples permutes the columns only", () => {
    fc.assert(
      fc.property(samples, (X) => {
        const {transform} = made(X);
        const reversed = Array.from({length: X.columns}, (_, j) => X.columns - 1 - j);
        expect(transform(selectColumns(X, reversed))).toEqual(selectColumns(transform(X), reversed));
      })
    );
  });

  test("leaves X alone, and uses the training set's statistics on any other", () => {
    const X = matrix([[1, 2, 3, 6]]);
    const before = toRows(X);
    const {transform} = made(X);
    const [one, two] = [transform(matrix([[7]])), transform(matrix([[7, 8]]))];
    expect(one.data[0]).toBe(two.data[0]);
    expect(one.data[0]).not.toBe(0);
    expect(toRows(X)).toEqual(before);
  });

  test("maps a constant feature to 0, and back", () => {
    const X = matrix([
      [0.1, 0.1, 0.1],
      [1, 2, 4]
    ]);
    const {transform, inverse} = made(X);
    const Z = transform(X);
    expect(toRows(Z)[0].map(Math.abs)).toEqual([0, 0, 0]);
    expectClose(inverse(Z).data, X.data, {absolute: 1e-15});
  });

  test("takes a single sample, huge numbers and tiny ones", () => {
    expect(made(matrix([[5]])).transform(matrix([[5]])).data[0]).toBe(0);
    for (const unit of [1e200, 1e-200]) {
      const X = matrix([[unit, 2 * unit, 3 * unit]]);
      const {transform, inverse} = made(X);
      expectClose(transform(X).data, made(matrix([[1, 2, 3]])).transform(matrix([[1, 2, 3]])).data, {
        absolute: 1e-12
      });
      expectClose(inverse(transform(X)).data, X.data, {relative: 1e-12});
    }
  });

  test("refuses data without samples or with NaN, and other features", () => {
    const {transform, inverse} = made(matrix([[1, 2]]));
    const message = "a matrix of 1 features is needed; got 2×3";
    expect(() => transform(zeroMatrix(2, 3))).toThrow(new RangeError(message));
    expect(() => inverse(zeroMatrix(2, 3))).toThrow(new RangeError(message));
    const empty = {rows: 2, columns: 0, data: new Float64Array(0)};
    expect(() => made(empty)).toThrow(
      new RangeError("X must hold at least one feature and one sample; got 2×0")
    );
    const bad = {rows: 1, columns: 2, data: Float64Array.of(1, Number.NaN)};
    expect(() => made(bad)).toThrow(new RangeError("X must be finite; entry 1 is NaN"));
  });
});

test("fitMinMax refuses bounds that are not in order or not finite", () => {
  expect(() => fitMinMax(matrix([[1]]), {low: 1})).toThrow(
    new RangeError("low must be below high; got 1 and 1")
  );
  expect(() => fitMinMax(matrix([[1]]), {high: Infinity})).toThrow(
    new RangeError("high must be finite; got Infinity")
  );
});

/** (1/m) Z Zᵀ */
const secondMoments = (Z: Matrix) => map(multiplyTransposed(Z, Z), (sum) => sum / Z.columns);
const unit = (n: number) => map(zeroMatrix(n, n), (_, i, j) => Number(i === j));

describe("fitWhitener", () => {
  const {X} = linear({random: random(2), mean: [3, 50], deviation: [1, 15], correlation: 0.9});

  test("makes the mean 0 and the covariance the identity", () => {
    const Z = fitWhitener(X).transform(X);
    expectClose(fitScaler(Z).mean, [0, 0], {absolute: 1e-13});
    expectClose(secondMoments(Z).data, unit(2).data, {absolute: 1e-13});
  });

  test("does so at scales 1e-8 and 1e8 too", () => {
    const scaled = map(X, (x, i) => x * [1e-8, 1e8][i]);
    expectClose(secondMoments(fitWhitener(scaled).transform(scaled)).data, unit(2).data, {absolute: 1e-12});
  });

  test("of uncorrelated features is the standardization", () => {
    const free = linear({random: random(2), mean: [3, 50], deviation: [1, 15]}).X;
    expectClose(fitWhitener(free).transform(free).data, fitScaler(free).transform(free).data, {
      absolute: 1e-12
    });
  });

  test("tells the correlation", () => {
    expectClose(fitWhitener(X).correlation.data, [1, 0.9, 0.9, 1], {absolute: 1e-13});
  });

  test("maps what does not vary to 0: of two equal features one direction is left", () => {
    const twins = matrix([
      [1, 2, 3, 4],
      [1, 2, 3, 4]
    ]);
    const {transform, inverse} = fitWhitener(twins);
    const Z = transform(twins);
    expectClose(eigenvalues(secondMoments(Z)), [0, 1], {absolute: 1e-14});
    expectClose(inverse(Z).data, twins.data, {absolute: 1e-14});
  });
});

describe("standardized features", () => {
  /** The condition number of the cost ½ mean (w·x − y)², whose Hessian is (1/m) X Xᵀ. */
  const condition = (X: Matrix) => {
    const values = eigenvalues(secondMoments(X));
    return values[values.length - 1] / values[0];
  };
  const withBias = (X: Matrix) => matrix([...toRows(X), new Array(X.columns).fill(1)]);
  const features = (correlation: number) =>
    linear({random: random(3), mean: [3, 50], deviation: [1, 15], correlation}).X;

  test("one feature with μ = 10, σ = 1 and a bias has κ = 10402", () => {
    const x = selectRow(linear({random: random(3), mean: [10, 0]}).X, 0);
    expect(condition(withBias(x))).toBeCloseTo(10402, 3);
  });

  test("features with μ = (3, 50), σ = (1, 15) have κ = 5.89e4 with a bias and 1.57e3 without", () => {
    const [trace, determinant] = [10 + 2725, 10 * 2725 - 150 ** 2];
    const root = Math.sqrt(trace ** 2 - 4 * determinant);
    expect(condition(features(0))).toBeCloseTo((trace + root) / (trace - root), 6);
    expect(condition(features(0))).toBeCloseTo(1573, 0);
    expect(condition(withBias(features(0)))).toBeCloseTo(58925, 0);
  });

  test.each([
    [0, 1, 1],
    [0.5, 3, 20],
    [0.9, 19, 132],
    [0.99, 199, 1375]
  ])("with ρ = %d have κ = (1 + ρ)/(1 − ρ) = %d and need %i steps to 1e-6", (correlation, κ, steps) => {
    const X = features(correlation);
    const Z = fitScaler(X).transform(X);
    expect(condition(Z)).toBeCloseTo(κ, 9);
    const H = secondMoments(Z);
    const [least, most] = eigenvalues(H);
    const step = map(H, (h, i, j) => Number(i === j) - (2 / (least + most)) * h);
    let [error, count] = [matrix([[1], [0]]), 0];
    for (; Math.hypot(...error.data) > 1e-6; count++) error = multiply(step, error);
    expect(count).toBe(steps);
  });

  test("give z = w·x the variance Σ w², and wᵀCw when they are correlated", () => {
    const variance = (X: Matrix) => fitScaler(multiply(matrix([[1, 1]]), X)).deviation[0] ** 2;
    for (const correlation of [0, 0.5, -0.5]) {
      const X = features(correlation);
      expect(variance(fitScaler(X).transform(X))).toBeCloseTo(2 + 2 * correlation, 12);
    }
  });
});

function selectRow(X: Matrix, i: number): Matrix {
  return matrix([toRows(X)[i]]);
}
