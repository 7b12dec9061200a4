import {expect, test} from "vitest";
import {formatNumber} from "../../src/components/formatNumber.js";

test.each([
  [0, "0"],
  [9, "9"],
  [9.02174, "9.022"],
  [-0.5, "−0.5"],
  [0.0001, "0.0001"],
  [0.00001, "10⁻⁵"],
  [-1e-12, "−10⁻¹²"],
  [1.2534e-10, "1.253 × 10⁻¹⁰"],
  [999999, "10⁶"],
  [10402, "10400"],
  [-2.5e8, "−2.5 × 10⁸"],
  [Number.POSITIVE_INFINITY, "∞"],
  [Number.NEGATIVE_INFINITY, "−∞"],
  [Number.NaN, "—"]
])("formatNumber(%d) writes %s", (value, text) => {
  expect(formatNumber(value)).toBe(text);
});

test("formatNumber(x, {digits}) rounds to as many digits", () => {
  expect(formatNumber(10402, {digits: 5})).toBe("10402");
  expect(formatNumber(0.24109, {digits: 2})).toBe("0.24");
});
