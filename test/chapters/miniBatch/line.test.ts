import {describe, expect, test} from "vitest";
import {bowl, leastCost, lineCost, lineExcess, rateEdge} from "../../../src/chapters/miniBatch/lineCost.js";
import {best, lineData} from "../../../src/chapters/miniBatch/lineData.js";
import {measuredEdge} from "../../../src/chapters/miniBatch/measuredEdge.js";
import {identity, matrix, meanSquaredError, network, objective, zeros} from "../../../lib/index.js";

/** The engine's own cost of a line, of a network with one weight and one bias, halved. */
function cost({x, y}: {x: Float64Array; y: Float64Array}, w: number, b: number) {
  const unit = network({sizes: [1, 1], activations: [identity], initializer: zeros});
  const {value, gradient} = objective(
    unit,
    meanSquaredError,
    matrix([x]),
    matrix([y])
  )(Float64Array.of(w, b));
  return {value: value / 2, gradient: gradient.map((g) => g / 2)};
}

describe("lineData(m, seed)", () => {
  test.each([
    [100, 1],
    [101, 7],
    [5000, 3]
  ])("of %i points has the closed form as its cost, whatever the seed (%i)", (m, seed) => {
    const data = lineData(m, seed);
    for (const [w, b] of [
      [-1.5, 1.5],
      [best.w, best.b],
      [3, -2]
    ]) {
      const engine = cost(data, w, b);
      expect(lineCost(w, b)).toBeCloseTo(engine.value, 9);
      const {value, gradient} = bowl(Float64Array.of(w - best.w, b - best.b));
      expect(value).toBe(lineExcess(w, b));
      expect(gradient[0]).toBeCloseTo(engine.gradient[0], 9);
      expect(gradient[1]).toBeCloseTo(engine.gradient[1], 9);
    }
    expect(lineCost(best.w, best.b)).toBe(leastCost);
  });

  test("keeps its points in the order of y, and other seeds give other points", () => {
    const {x, y, errors} = lineData(200, 1);
    for (let j = 1; j < 200; ++j) expect(y[j]).toBeGreaterThanOrEqual(y[j - 1]);
    for (let j = 0; j < 200; ++j) expect(errors[j]).toBeCloseTo(best.w * x[j] + best.b - y[j], 12);
    expect(lineData(200, 2).x[0]).not.toBe(x[0]);
  });
});

test("rateEdge is 2/λmax of ((2, 1), (1, 1)): 3 − √5, and measuredEdge() finds it", () => {
  expect(rateEdge).toBeCloseTo(3 - Math.sqrt(5), 12);
  expect(measuredEdge() / rateEdge).toBeCloseTo(1, 5);
});
