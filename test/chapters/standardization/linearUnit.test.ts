import {describe, expect, test} from "vitest";
import {linearUnit} from "../../../src/chapters/standardization/linearUnit.js";
import {fitTransform, type TransformName} from "../../../src/chapters/standardization/transforms.js";
import {linear, matrix, random} from "../../../src/lib/index.js";
import {normalSampler} from "../../../src/lib/normalSampler.js";
import {expectClose} from "../../support/close.js";

const skewed = linear({random: random(1), mean: [3, -2], deviation: [1, 15], correlation: 0.9}).X;

describe("linearUnit(X, {bias})", () => {
  test("of one feature with μ = 10, σ = 1 and a bias has κ = 10402 and curvatures whose sum is 102", () => {
    const unit = linearUnit(matrix([[9, 11]]), {bias: true});
    expect(Math.round(unit.conditionNumber)).toBe(10402);
    expect(unit.bestRate).toBeCloseTo(2 / 102, 14);
  });

  test("has the cost ½ mean (d·x)² and its gradient", () => {
    const unit = linearUnit(matrix([[1, 2]]), {bias: true});
    const {value, gradient} = unit.objective(Float64Array.of(0.5, -1));
    expect(value).toBeCloseTo((0.5 ** 2 + 0) / 4, 14);
    expectClose(gradient, [(-0.5 * 1 + 0 * 2) / 2, -0.25], {absolute: 1e-14});
    expect(unit.plane(0, 1)(0.5, -1)).toBeCloseTo(value, 14);
  });
});

describe("fitTransform(name, X)", () => {
  test.each<[TransformName, number, boolean]>([
    ["standardize", 19, true],
    ["standardize", 19, false],
    ["whiten", 1, true]
  ])("%s leaves κ = %d of features with ρ = 0.9, bias: %s", (name, kappa, bias) => {
    const unit = linearUnit(fitTransform(name, skewed)(skewed), {bias});
    expect(unit.conditionNumber).toBeCloseTo(kappa, 8);
  });

  test("none gives X itself, centre x − μ, scale x/σ, with the statistics of what it was fitted on", () => {
    const train = matrix([[1, 3]]);
    const sample = matrix([[4]]);
    const of = (name: TransformName) => fitTransform(name, train)(sample).data[0];
    expect([of("none"), of("centre"), of("scale"), of("standardize")]).toEqual([4, 2, 4, 2]);
  });

  test("scale leaves a constant feature as it is", () => {
    expect(Array.from(fitTransform("scale", matrix([[7, 7]]))(matrix([[7]])).data)).toEqual([7]);
  });
});

test("z = x₁ + x₂ + x₃ + x₄ of independent standard inputs has the variance Σw² = 4, not 1", () => {
  const normal = normalSampler(random(3));
  const m = 20_000;
  const squares = Array.from({length: m}, () => (normal() + normal() + normal() + normal()) ** 2);
  const mean = squares.reduce((sum, square) => sum + square) / m;
  expect(Math.abs(mean / 4 - 1)).toBeLessThan(4 * Math.sqrt(2 / m)); // four standard errors
});
