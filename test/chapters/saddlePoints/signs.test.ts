import {expect, test} from "vitest";
import {minimaShares, theoreticalShares} from "../../../src/chapters/saddlePoints/signs.js";

test("minimaShares(…) counts what theory gives for n = 1, 2, 3, within three standard errors", () => {
  const count = 4000;
  const shares = [...minimaShares({count})].at(-1)!;
  expect(shares.map(({size}) => size)).toEqual([1, 2, 3, 4]);
  theoreticalShares.forEach((p, i) => {
    expect(Math.abs(shares[i].share - p)).toBeLessThan(3 * Math.sqrt((p * (1 - p)) / count));
  });
});

test("theoreticalShares agree with what a million matrices of another program gave", () => {
  // numpy, eigvalsh of 200,000 matrices (G + Gᵀ) of each size: 0.1463 and 0.0251
  expect(theoreticalShares[1]).toBeCloseTo(0.1463, 3);
  expect(theoreticalShares[2]).toBeCloseTo(0.0251, 3);
});

test("minimaShares(…) yields often enough to keep a page awake", () => {
  expect([...minimaShares({sizes: 2, count: 1000})].length).toBeGreaterThan(10);
});
