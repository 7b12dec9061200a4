import fc from "fast-check";
import {expect, test} from "vitest";
import {cosine, sine} from "../lib/circular.js";
import {numbers} from "./support/arbitrary.js";
import {expectClose} from "./support/close.js";

test("sine and cosine are JavaScript's own to 5e-16", () => {
  fc.assert(
    fc.property(numbers(-1000, 1000), (x) => {
      expectClose([sine(x), cosine(x)], [Math.sin(x), Math.cos(x)], {absolute: 5e-16});
    }),
    {numRuns: 2000}
  );
});

test("cosine is exactly 1 at 0 and −1 at π, sine 0 at 0, and small near π", () => {
  expect([cosine(0), cosine(Math.PI), sine(0)]).toEqual([1, -1, 0]);
  expectClose([sine(Math.PI)], [Math.sin(Math.PI)], {relative: 1e-15});
});
