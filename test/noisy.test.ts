import {expect, test} from "vitest";
import {noisy, random, surfaces} from "../lib/index.js";

const place = Float64Array.of(0.5, -1);
const exact = surfaces.saddle(place);

test("noisy(objective, {deviation, random}) blurs the gradient by the deviation, and leaves the value exact", () => {
  const blurred = noisy(surfaces.saddle, {deviation: 0.3, random: random(1)});
  const count = 20_000;
  let [sum, squares] = [0, 0];
  for (let i = 0; i < count; ++i) {
    const {value, gradient} = blurred(place);
    expect(value).toBe(exact.value);
    gradient.forEach((g, k) => {
      sum += g - exact.gradient[k];
      squares += (g - exact.gradient[k]) ** 2;
    });
  }
  // four standard errors of the mean and of the deviation
  expect(Math.abs(sum / (2 * count))).toBeLessThan((4 * 0.3) / Math.sqrt(2 * count));
  expect(Math.abs(Math.sqrt(squares / (2 * count)) - 0.3)).toBeLessThan((4 * 0.3) / Math.sqrt(4 * count));
});

test("noisy(…) draws anew at every call, the same with the same seed, and nothing for the deviation 0", () => {
  const [a, b] = [1, 1].map((seed) => noisy(surfaces.saddle, {deviation: 1, random: random(seed)}));
  const first = a(place).gradient;
  expect(b(place).gradient).toEqual(first);
  expect(a(place).gradient).not.toEqual(first);
  const quiet = noisy(surfaces.saddle, {deviation: 0, random: random(1)});
  expect(quiet(place).gradient).toEqual(exact.gradient);
});

test("noisy(…) refuses a negative deviation", () => {
  expect(() => noisy(surfaces.saddle, {deviation: -1, random: random(1)})).toThrow(
    new RangeError("deviation must be finite and not negative; got -1")
  );
});
