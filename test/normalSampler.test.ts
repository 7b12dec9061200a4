import {randomNormal} from "d3-random";
import {expect, test} from "vitest";
import {random} from "../lib/index.js";
import {normalSampler} from "../lib/normalSampler.js";
import {expectClose} from "./support/close.js";

const many = (draw: () => number, count: number) => Array.from({length: count}, () => draw());

test("normalSampler draws as d3-random's randomNormal does, up to the last bits of its logarithm", () => {
  const ours = many(normalSampler(random(1), 3, 0.5), 2001);
  expectClose(ours, many(randomNormal.source(random(1))(3, 0.5), 2001), {relative: 1e-14});
});

test("normalSampler has the moments and the tails of the standard normal distribution", () => {
  const n = 100_000;
  const draws = many(normalSampler(random(2)), n);
  const share = (test: (x: number) => boolean) => draws.filter(test).length / n;
  const mean = draws.reduce((sum, x) => sum + x, 0) / n;
  expect(Math.abs(mean)).toBeLessThan(5 / Math.sqrt(n));
  for (const [limit, outside] of [
    [1, 0.317311],
    [2, 0.0455],
    [3, 0.0027]
  ])
    expect(Math.abs(share((x) => Math.abs(x) > limit) - outside)).toBeLessThan(5 * Math.sqrt(outside / n));
});
