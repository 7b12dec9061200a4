import {range} from "d3-array";
import type {Line} from "../../components/lineChart.js";
import {batchNoise, gradientDeviation} from "../../lib/diagnostics/gradientNoise.js";
import {random} from "../../lib/random.js";
import {sampledNoise, sampleGradients} from "./batchGradients.js";
import {type BatchMoments, sampled} from "./batchMoments.js";
import type {LineData} from "./lineData.js";
import type {Sampling} from "./samplings.js";

/** Batches of many sizes, sampled once: their gradients then follow wherever the line stands. */
export type SizedMoments = ReadonlyMap<number, readonly BatchMoments[]>;

/** Samples batches of 1, 2, 4 … of the data's m points; a batch a value, and at the end all of them. */
export function* momentsBySize(
  data: LineData,
  {sampling, seed}: {readonly sampling: Sampling; readonly seed: number}
): Generator<void, SizedMoments> {
  const found = new Map<number, readonly BatchMoments[]>();
  for (const size of powersOfTwo(data.m))
    for (const moments of sampled(data, {sampling, size, random: random(seed)})) {
      found.set(size, moments);
      yield;
    }
  return found;
}

/** 1, 2, 4 … up to m. */
const powersOfTwo = (m: number): number[] => range(Math.floor(Math.log2(m)) + 1).map((power) => 2 ** power);

/** The noise of a batch's gradient by its size where the line stands, as theory has it. */
export function noiseTheory(
  data: LineData,
  at: readonly [number, number],
  sampling: Sampling
): (size: number) => number {
  const deviation = gradientDeviation(sampleGradients(data, ...at));
  return (size) => batchNoise({deviation, m: data.m, size, replacement: sampling === "replacement"});
}

/** The same as a line, and as dots what was sampled. */
export function noiseLines(
  data: LineData,
  moments: SizedMoments,
  at: readonly [number, number],
  {
    sampling,
    names
  }: {readonly sampling: Sampling; readonly names: {readonly measured: string; readonly theory: string}}
): Line[] {
  const noise = noiseTheory(data, at, sampling);
  return [
    {
      label: names.theory,
      color: "var(--foreground)",
      dash: "6 3",
      points: sizes(data.m).map((size) => [size, noise(size)])
    },
    {
      label: names.measured,
      color: "var(--accent)",
      kind: "dots",
      points: [...moments].map(([size, batches]) => [size, sampledNoise(batches, at)])
    }
  ];
}

/** Whole numbers from 1 to m, ever farther apart and close again before m, where the noise vanishes. */
function sizes(m: number): number[] {
  const rising = range(101).map((i) => Math.round(m ** (i / 100)));
  const falling = rising.map((size) => m - size).filter((size) => size > m / 2);
  return [...new Set([...rising, ...falling])].sort((a, b) => a - b);
}
