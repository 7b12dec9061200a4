import {expect} from "vitest";

/** Asserts |actual − expected| ≤ absolute + relative · |expected| for every entry. */
export function expectClose(
  actual: ArrayLike<number>,
  expected: ArrayLike<number>,
  {absolute = 0, relative = 0}: {absolute?: number; relative?: number}
): void {
  expect(actual.length).toBe(expected.length);
  for (let i = 0; i < expected.length; i++) {
    const bound = absolute + relative * Math.abs(expected[i]);
    if (!(Math.abs(actual[i] - expected[i]) <= bound))
      expect.fail(`entry ${i} is ${actual[i]}, not ${expected[i]} within ${bound}`);
  }
}
