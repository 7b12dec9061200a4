import fc from "fast-check";
import {expect, test} from "vitest";
import {power} from "../lib/power.js";
import {numbers} from "./support/arbitrary.js";
import {expectClose} from "./support/close.js";

test.each([
  [2, 10, 1024],
  [0.5, 3, 0.125],
  [-3, 3, -27],
  [-1, 101, -1],
  [2, -2, 0.25],
  [0.7, 1, 0.7],
  [0.7, 0, 1],
  [0, 0, 1],
  [0, 100, 0],
  [0, 0.5, 0],
  [0.96, Infinity, 0],
  [1, 1e9, 1]
])("power(%d, %d) is exactly %d", (base, exponent, expected) => {
  expect(power(base, exponent)).toBe(expected);
});

test("power(b, e) is Math.pow to 1e-14, whole or not, up to e^±40", () => {
  const exponents = fc.oneof(fc.integer({min: -3000, max: 3000}), numbers(-50, 50));
  fc.assert(
    fc.property(numbers(0.5, 2), exponents, (base, exponent) => {
      fc.pre(Math.abs(exponent * Math.log(base)) < 40);
      expectClose([power(base, exponent)], [base ** exponent], {relative: 1e-14});
    }),
    {numRuns: 2000}
  );
});

test("power of a negative number to no whole power is NaN", () => {
  expect(power(-2, 0.5)).toBeNaN();
});
