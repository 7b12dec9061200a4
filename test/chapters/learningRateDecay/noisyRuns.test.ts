import {expect, test} from "vitest";
import {costBand, thinned} from "../../../src/chapters/learningRateDecay/costBand.js";
import {expectedSquares} from "../../../src/chapters/learningRateDecay/expectedSquares.js";
import {seededNoise} from "../../../src/chapters/learningRateDecay/seededNoise.js";
import {
  exponentialDecay,
  expectedSquare,
  gradientDescent,
  noisy,
  random,
  trajectory
} from "../../../src/lib/index.js";

test("seededNoise() gives a seed the noise that a run of the engine meets, however often it is asked", () => {
  const noiseOf = seededNoise();
  const early = noiseOf(7, 3).slice(0, 3);
  const n = noiseOf(7, 20);
  expect(n.slice(0, 3)).toEqual(early);
  const flat = (p: Float64Array) => ({value: p[0], gradient: new Float64Array(1)});
  const {points} = trajectory(
    noisy(flat, {deviation: 1, random: random(7)}),
    gradientDescent({learningRate: 1}),
    [0],
    20
  );
  const drawn = points.slice(1).map((p, t) => points[t][0] - p[0]);
  drawn.forEach((value, t) => {
    expect(value).toBeCloseTo(n[t], 12);
  });
  expect(noiseOf(8, 3)).not.toEqual(early);
});

test("expectedSquares(rates, σ, start) ends where the engine's expectedSquare does", () => {
  const schedule = exponentialDecay({learningRate: 0.5});
  const squares = expectedSquares(
    Array.from({length: 50}, (_, t) => schedule(t)),
    2,
    3
  );
  expect(squares.length).toBe(51);
  for (const steps of [0, 1, 50])
    expect(squares[steps]).toBeCloseTo(expectedSquare(schedule, steps, {deviation: 2, start: 3}), 12);
});

test("costBand(runs, cost) has the mean, the median and the middle four fifths of each step", () => {
  const runs = Array.from({length: 11}, (_, i) => [i, -i]);
  expect(costBand(runs, Math.abs)).toEqual([
    {step: 0, mean: 5, median: 5, low: 1, high: 9},
    {step: 1, mean: 5, median: 5, low: 1, high: 9}
  ]);
  expect(costBand([[1], [Infinity], [2], [Infinity]], Math.abs)[0].median).toBe(Infinity);
});

test.each([
  [1, [0]],
  [4, [0, 1, 2, 3]],
  [8, [0, 2, 4, 6, 7]]
])("thinned(%d, 4) keeps the first and the last of the indices", (length, indices) => {
  expect(thinned(length, 4)).toEqual(indices);
});
