import {expect, test} from "vitest";
import {steepestFall} from "../../../src/chapters/learningRateDecay/steepestFall.js";
import {random} from "../../../src/lib/index.js";

test("steepestFall(values) finds the middle of a fall, whatever noise is on it", () => {
  const uniform = random(1);
  const values = Array.from({length: 200}, (_, i) => 10 / (1 + Math.exp((i - 120) / 5)) + uniform());
  expect(Math.abs(steepestFall(values) - 120)).toBeLessThanOrEqual(5);
});

test("steepestFall(values, span) takes the first value below a step", () => {
  expect(steepestFall([3, 3, 3, 1, 1, 1], 2)).toBe(3);
});

test("steepestFall(values, span) is −1 where there are not twice as many", () => {
  expect(steepestFall([2, 1, 0], 2)).toBe(-1);
  expect(steepestFall([], 20)).toBe(-1);
});
