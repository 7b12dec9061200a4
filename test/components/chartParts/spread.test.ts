import fc from "fast-check";
import {expect, test} from "vitest";
import {spread} from "../../../src/components/chartParts/spread.js";

const ends = {gap: 10, low: 0, high: 100};
const positions = fc.array(fc.integer({min: 0, max: 100}), {minLength: 1, maxLength: 8});

test("spread(positions) leaves alone what is far enough apart", () => {
  expect(spread([70, 10, 40], ends)).toEqual([70, 10, 40]);
});

test("spread(positions) moves two that meet apart by half the gap each", () => {
  expect(spread([50, 50], ends)).toEqual([45, 55]);
  expect(spread([52, 48], ends)).toEqual([55, 45]);
});

test("spread(positions) moves a crowd as one, about its middle", () => {
  expect(spread([50, 50, 50, 80], ends)).toEqual([40, 50, 60, 80]);
});

test("spread(positions) stays between the ends", () => {
  expect(spread([0, 1, 2], ends)).toEqual([0, 10, 20]);
  expect(spread([100, 99, 98], ends)).toEqual([100, 90, 80]);
});

test("spread(positions) keeps the gap and the order, whatever the positions", () => {
  fc.assert(
    fc.property(positions, (before) => {
      const after = spread(before, ends);
      const sorted = [...after].sort((a, b) => a - b);
      sorted.slice(1).forEach((value, i) => {
        expect(value - sorted[i]).toBeGreaterThanOrEqual(10 - 1e-9);
      });
      const order = (xs: number[]): number[] => xs.map((_, i) => i).sort((i, j) => xs[i] - xs[j] || i - j);
      expect(order(after)).toEqual(order(before));
      expect(sorted[0]).toBeGreaterThanOrEqual(0);
      expect(sorted.at(-1)).toBeLessThanOrEqual(100 + 1e-9);
    })
  );
});
