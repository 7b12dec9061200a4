import {describe, expect, test} from "vitest";
import {surfaces} from "../../../lib/index.js";
import {
  type AdamParts,
  anatomyOf,
  correctionFactors,
  openWalk
} from "../../../src/chapters/adam/adamParts.js";

const rates = {alpha: 0.1, beta1: 0.9, beta2: 0.999, epsilon: 1e-8};
const ravine = surfaces.quadratic({a: 1, b: 100});
/** A rule simple enough to be followed by hand: against half of g. */
const half = (g: number, {t}: AdamParts): AdamParts => ({
  t: t + 1,
  g,
  v: g,
  s: g * g,
  vHat: g,
  sHat: g * g,
  change: -g / 2
});

test("correctionFactors are each of their own β, as printed both of β₁, or none", () => {
  expect(correctionFactors(1, {...rates, correction: "both"})[0]).toBeCloseTo(0.1, 15);
  expect(correctionFactors(1, {...rates, correction: "both"})[1]).toBeCloseTo(0.001, 15);
  expect(correctionFactors(2, {...rates, correction: "misprint"})[1]).toBeCloseTo(0.19, 15);
  expect(correctionFactors(2, {...rates, correction: "none"})).toEqual([1, 1]);
});

describe("openWalk(objective, step, {start, steps})", () => {
  test("goes where the steps lead, coordinate by coordinate", () => {
    const {points, parts} = openWalk(surfaces.quadratic({a: 1, b: 0.5}), half, {start: [4, 4], steps: 2});
    expect(points).toEqual([
      [4, 4],
      [2, 3],
      [1, 2.25]
    ]);
    expect(parts[2].map(({t, g}) => [t, g])).toEqual([
      [2, 2],
      [2, 1.5]
    ]);
  });

  test("ends before a number leaves its range", () => {
    const {points} = openWalk(surfaces.quadratic({a: 1, b: 1e200}), half, {start: [1, 1], steps: 9});
    expect(points.length).toBeLessThan(4);
    expect(points.flat().every(Number.isFinite)).toBe(true);
  });
});

test("anatomyOf writes the arithmetic of a step, and none before the first", () => {
  const walk = openWalk(ravine, half, {start: [-2, 1], steps: 1});
  const [x, y] = anatomyOf(["x", "y"], walk, 1, {...rates, correction: "both"});
  expect(x.parts.map(({symbol}) => symbol)).toEqual(["g", "v", "v̂", "√s", "√ŝ", "Δ"]);
  expect(x.parts.map(({value}) => value)).toEqual([-2, -2, -2, 2, 2, 1]);
  expect(x.parts[1].formula).toBe("0.9 · 0 + 0.1 · (−2)");
  expect(y.parts[5].formula).toBe("−0.1 · 100 / (100 + 10⁻⁸)");
  const [before] = anatomyOf(["x", "y"], walk, 0, {...rates, correction: "both"});
  expect(before.parts.map(({formula}) => formula)).toEqual(["", "", "", "", "", ""]);
});
