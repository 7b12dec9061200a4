import {describe, expect, test} from "vitest";
import {
  centralDifferences,
  glorotNormal,
  gradientCheck,
  matrix,
  meanSquaredError,
  network,
  normal,
  type Objective,
  objective,
  random,
  relativeError,
  tanh
} from "../../lib/index.js";

const bowl: Objective = (p) => ({value: p.reduce((sum, x) => sum + x * x, 0), gradient: p.map((x) => 2 * x)});
const bent = (bend: (gradient: Float64Array) => Float64Array): Objective => {
  return (p) => ({value: bowl(p).value, gradient: bend(bowl(p).gradient)});
};
const point = Float64Array.of(1, -2, 3);

describe("gradientCheck(objective, parameters, h)", () => {
  test("is 0 up to rounding for a right gradient", () => {
    expect(gradientCheck(bowl, point).relativeError).toBeLessThan(1e-10);
    expect(gradientCheck(() => ({value: 1, gradient: new Float64Array(3)}), point).relativeError).toBe(0);
  });

  test("is |c − 1| / (c + 1) for a gradient c times too large", () => {
    for (const c of [8, 0.5, 3]) {
      const {relativeError} = gradientCheck(
        bent((g) => g.map((x) => c * x)),
        point
      );
      expect(relativeError).toBeCloseTo(Math.abs(c - 1) / (c + 1), 9);
    }
  });

  test("names the coordinate that is worst, with both values", () => {
    const {worst, relativeError} = gradientCheck(
      bent((g) => g.with(1, 0)),
      point
    );
    expect(worst).toEqual({index: 1, gradient: 0, difference: expect.closeTo(-4, 9)});
    // ‖(0, 4, 0)‖ / (‖(2, 0, 6)‖ + ‖(2, −4, 6)‖)
    expect(relativeError).toBeCloseTo(4 / (Math.sqrt(40) + Math.sqrt(56)), 9);
  });

  test("leaves the parameters alone, also in the objective's hands", () => {
    const before = point.slice();
    const seen: number[][] = [];
    gradientCheck(
      (p) => {
        seen.push([...p]);
        return bowl(p);
      },
      point,
      0.5
    );
    expect(point).toEqual(before);
    expect(seen).toEqual([
      [1, -2, 3],
      [1.5, -2, 3],
      [0.5, -2, 3],
      [1, -1.5, 3],
      [1, -2.5, 3],
      [1, -2, 3.5],
      [1, -2, 2.5]
    ]);
  });

  test.each([0, -1e-5, Number.NaN])("refuses h = %d", (h) => {
    expect(() => gradientCheck(bowl, point, h)).toThrow(
      new RangeError(`h must be positive and finite; got ${h}`)
    );
  });

  test("refuses what is no function", () => {
    expect(() => gradientCheck(3 as never, point)).toThrow(
      new TypeError("objective must be a function of the parameters; got 3")
    );
  });

  test("refuses a parameter that is not finite", () => {
    expect(() => gradientCheck(bowl, Float64Array.of(1, Infinity))).toThrow(
      new RangeError("parameters must be finite; entry 1 is Infinity")
    );
  });
});

test("centralDifferences(objective, parameters, h) is exact for a square, and off by h² for a cube", () => {
  expect([...centralDifferences(bowl, point, 0.5)]).toEqual([2, -4, 6]);
  const cube: Objective = ([x]) => ({value: x ** 3, gradient: Float64Array.of(3 * x * x)});
  expect(centralDifferences(cube, Float64Array.of(2), 0.5)[0]).toBe(12 + 0.25);
});

test("relativeError(a, b) is the distance over the sum of the lengths, and 0 between zeros", () => {
  expect(relativeError(Float64Array.of(3, 4), Float64Array.of(0, 0))).toBe(1);
  expect(relativeError(Float64Array.of(3, 0), Float64Array.of(0, 4))).toBeCloseTo(5 / 7, 12);
  expect(relativeError(new Float64Array(2), new Float64Array(2))).toBe(0);
});

// views: n = [5, 5, 3, 1] on 3 inputs, tanh, m = 8
describe("the course's network", () => {
  const source = random(5);
  const made = network({
    sizes: [3, 5, 5, 3, 1],
    activations: [tanh, tanh, tanh, tanh],
    initializer: glorotNormal,
    random: source
  });
  const [X, Y] = [3, 1].map((rows) => matrix(Array.from({length: rows}, () => normal(1)(1, 8, source))));
  const cost = objective(made, meanSquaredError, X, Y);
  const errorAt = (h: number) => gradientCheck(cost, made.parameters, h).relativeError;

  test("has 5·n₀ + 57 parameters, 72 for three inputs", () => {
    for (const n0 of [2, 3, 4, 5]) {
      const {parameters} = network({
        sizes: [n0, 5, 5, 3, 1],
        activations: [tanh, tanh, tanh, tanh],
        initializer: glorotNormal,
        random: source
      });
      expect(parameters).toHaveLength(5 * n0 + 57);
    }
    expect(made.parameters).toHaveLength(72);
  });

  test("passes the check, with an error that is a U-curve in h", () => {
    expect(errorAt(1e-5)).toBeLessThan(1e-9);
    // the truncation error is of order h², the rounding error of order 1/h
    expect(errorAt(1e-2) / errorAt(1e-3)).toBeCloseTo(100, -1);
    expect(errorAt(1e-3)).toBeGreaterThan(1e-8);
    expect(errorAt(1e-12)).toBeGreaterThan(1e-5);
  });

  test("without the 1/m fails it by exactly (m − 1) / (m + 1) = .7778", () => {
    const summed: Objective = (p) => ({value: cost(p).value, gradient: cost(p).gradient.map((g) => 8 * g)});
    const {relativeError} = gradientCheck(summed, made.parameters);
    expect(relativeError).toBeCloseTo(7 / 9, 9);
    expect(relativeError.toFixed(4)).toBe("0.7778");
  });
});
