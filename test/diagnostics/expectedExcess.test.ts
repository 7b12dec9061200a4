import {describe, expect, test} from "vitest";
import {expectedExcess, expectedSquare, inverseTimeDecay, matrix, type Matrix} from "../../lib/index.js";
import {expectClose} from "../support/close.js";

/** Five samples of an input and a one for the bias, and errors that no line can make smaller: Σ e = Σ e x = 0. */
const X = matrix([
  [-2, -1, 0, 1, 2],
  [1, 1, 1, 1, 1]
]);
const errors = [1, -2, 0.5, 1.5, -1].map((e, j, all) => {
  const [mean, slope] = [
    all.reduce((a, b) => a + b) / 5,
    all.reduce((sum, e, i) => sum + e * X.data[i], 0) / 10
  ];
  return e - mean - slope * X.data[j];
});
const start = [1.5, -0.7];

/** All ways to draw `size` of m samples with replacement. */
function draws(m: number, size: number): number[][] {
  return size === 0
    ? [[]]
    : draws(m, size - 1).flatMap((batch) => Array.from({length: m}, (_, j) => [...batch, j]));
}

/** The cost above the minimum after a number of steps, averaged over every run that the draws allow. */
function enumerated(size: number, rate: (t: number) => number, steps: number): number {
  const ways = draws(5, size);
  let ends = [start];
  for (let t = 0; t < steps; ++t)
    ends = ends.flatMap(([w, b]) =>
      ways.map((batch) => {
        const missed = batch.map((j) => w * X.data[j] + b + errors[j]);
        const dw = missed.reduce((sum, e, k) => sum + e * X.data[batch[k]], 0) / size;
        const db = missed.reduce((sum, e) => sum + e, 0) / size;
        return [w - rate(t) * dw, b - rate(t) * db];
      })
    );
  const excess = ([w, b]: number[]) => (2 * w * w + b * b) / 2; // mean x² = 2, mean x = 0
  return ends.reduce((sum, end) => sum + excess(end), 0) / ends.length;
}

describe("expectedExcess(options)", () => {
  test.each([
    [1, 0.3],
    [1, 0.9],
    [2, 0.3]
  ])("is the mean over all runs with batches of %i, α = %d", (size, learningRate) => {
    const steps = size === 1 ? 5 : 2;
    const expected = Array.from({length: steps + 1}, (_, t) => enumerated(size, () => learningRate, t));
    const found = expectedExcess({X, errors, size, learningRate, start, steps});
    expectClose(found, expected, {relative: 1e-12});
  });

  test("takes a rate that falls", () => {
    const learningRate = inverseTimeDecay({learningRate: 0.5, decayRate: 1});
    const found = expectedExcess({X, errors, size: 1, learningRate, start, steps: 4});
    expectClose([found[4]], [enumerated(1, learningRate, 4)], {relative: 1e-12});
  });

  test("of an input that is always 1 is half of `expectedSquare`", () => {
    const ones = matrix([[1, 1]]);
    const found = expectedExcess({
      X: ones,
      errors: [2, -2],
      size: 4,
      learningRate: 0.1,
      start: [3],
      steps: 30
    });
    const square = expectedSquare(() => 0.1, 30, {deviation: 2 / Math.sqrt(4), start: 3});
    expectClose([found[30]], [square / 2], {relative: 1e-13});
  });

  test("without errors it converges, with them it stays above a floor that falls with B", () => {
    const late = (errors: number[], size: number) =>
      expectedExcess({X, errors, size, learningRate: 0.1, start, steps: 2000})[2000];
    expect(late([0, 0, 0, 0, 0], 1)).toBeLessThan(1e-100);
    const [one, ten] = [late(errors, 1), late(errors, 10)];
    expect(one).toBeGreaterThan(10 * ten);
    expect(ten).toBeGreaterThan(0.001);
  });

  test("settles on its floor to the last digits, also at a large rate", () => {
    const crossed = matrix([
      [-1, 0, 1, 2, 3],
      [1, 1, 1, 1, 1]
    ]);
    const found = expectedExcess({X: crossed, errors, size: 16, learningRate: 0.5, start, steps: 4000});
    expectClose([found[4000]], [found[1000]], {relative: 1e-12});
    expect(found[4000]).toBeGreaterThan(0);
  });

  test.each<[Partial<{X: Matrix; errors: number[]; size: number; start: number[]; steps: number}>, string]>([
    [{size: 0}, "size must be an integer of at least 1; got 0"],
    [{steps: -1}, "steps must be an integer of at least 0; got -1"],
    [{start: [1]}, "start must have 2 entries, one a row of X; got 1"],
    [{start: [1, Number.NaN]}, "start must be finite; entry 1 is NaN"],
    [{errors: [0]}, "errors must be 5, one a sample; got 1"],
    [{errors: [0, 0, Infinity, 0, 0]}, "errors must be finite; entry 2 is Infinity"],
    [{errors: [1, 0, 0, 0, 0]}, "errors must be those at the minimum, where Σ e x is 0; row 0 gives -2"]
  ])("refuses %o", (wrong, message) => {
    const options = {X, errors, size: 1, learningRate: 0.1, start, steps: 3};
    expect(() => expectedExcess({...options, ...wrong})).toThrow(new RangeError(message));
  });
});
