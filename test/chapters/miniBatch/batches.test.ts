import {describe, expect, test} from "vitest";
import {
  covarianceFactor,
  fullGradient,
  inside,
  sampledNoise,
  sampleGradients,
  spreadEllipse
} from "../../../src/chapters/miniBatch/batchGradients.js";
import {gradientOf, momentsOf, sampled} from "../../../src/chapters/miniBatch/batchMoments.js";
import {lineData} from "../../../src/chapters/miniBatch/lineData.js";
import {momentsBySize, noiseLines, noiseTheory} from "../../../src/chapters/miniBatch/noiseBySize.js";
import {epochsOf, type Sampling} from "../../../src/chapters/miniBatch/samplings.js";
import {gradientCovariance, map, random, toRows} from "../../../lib/index.js";
import {expectClose} from "../../support/close.js";

const data = lineData(400, 2);
const at = [-1.5, 1.5] as const;
const last = <T>(values: Iterable<T>): T => [...values].at(-1)!;
const sample = (sampling: Sampling, size: number, count = 4000) =>
  last(sampled(data, {sampling, size, random: random(5), count}));

test("gradientOf(momentsOf(data, batch), w, b) is the mean of the samples' gradients", () => {
  const batch = [3, 70, 70, 399];
  const rows = toRows(sampleGradients(data, ...at));
  expectClose(
    gradientOf(momentsOf(data, batch), ...at),
    rows.map((row) => batch.reduce((sum, j) => sum + row[j], 0) / 4),
    {absolute: 1e-13}
  );
  const all = Array.from({length: 400}, (_, j) => j);
  expectClose(gradientOf(momentsOf(data, all), ...at), fullGradient(at), {absolute: 1e-12});
});

describe("noise", () => {
  // the mean of 4000 squares is known to some 2 or 3 per cent, its root to half of that
  test.each<[Sampling, number]>([
    ["shuffle", 1],
    ["shuffle", 16],
    ["shuffle", 300],
    ["replacement", 1],
    ["replacement", 16],
    ["replacement", 400]
  ])("of %s batches of %i is what theory says, within 5 per cent", (sampling, size) => {
    const theory = noiseTheory(data, at, sampling)(size);
    expect(Math.abs(sampledNoise(sample(sampling, size), at) / theory - 1)).toBeLessThan(0.05);
  });

  test("vanishes at B = m, but not with replacement", () => {
    expect(noiseTheory(data, at, "shuffle")(400)).toBe(0);
    expect(sampledNoise(sample("shuffle", 400, 10), at)).toBeLessThan(1e-12);
    expect(noiseTheory(data, at, "replacement")(400)).toBeGreaterThan(0.05);
  });

  test("of sorted batches hardly falls: they are biased", () => {
    const [one, many] = [1, 64].map((size) => sampledNoise(sample("sorted", size), [1, 0.5]));
    expect(many / one).toBeGreaterThan(0.6);
  });

  test("momentsBySize() samples 1, 2, 4 … up to m, and noiseLines() draws them with the theory", () => {
    const work = momentsBySize(data, {sampling: "shuffle", seed: 1});
    let next = work.next();
    while (!next.done) next = work.next();
    expect([...next.value.keys()]).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256]);
    const [theory, dots] = noiseLines(data, next.value, at, {
      sampling: "shuffle",
      names: {measured: "m", theory: "t"}
    });
    expect(theory.points.length).toBeGreaterThan(60);
    expect([theory.points[0][0], theory.points.at(-1)![0]]).toEqual([1, 400]);
    for (const point of dots.points)
      expect(Math.abs(point[1] / noiseTheory(data, at, "shuffle")(point[0]) - 1)).toBeLessThan(0.15);
  });
});

test("the ellipse of theory holds 1 − e⁻² of a cloud that is nearly normal", () => {
  const gradients = sample("shuffle", 64).map((batch) => gradientOf(batch, ...at));
  const covariance = gradientCovariance(sampleGradients(data, ...at));
  const factor = covarianceFactor(data.m, {size: 64, sampling: "shuffle"});
  const share = inside(gradients, spreadEllipse(fullGradient(at), covariance, factor)) / gradients.length;
  // four standard errors of a share of 4000
  expect(Math.abs(share - (1 - Math.exp(-2)))).toBeLessThan(0.022);
});

test("spreadEllipse(at, covariance, factor) reaches two deviations along the eigenvectors, the longer first", () => {
  const C = map({rows: 2, columns: 2, data: Float64Array.of(5, 3, 3, 5)}, (c) => c);
  const {axes} = spreadEllipse([0, 0], C, 0.5);
  expectClose(
    axes.map(({length}) => length),
    [4, 2],
    {absolute: 1e-12}
  );
  expect(Math.abs(axes[0].direction[0])).toBeCloseTo(Math.SQRT1_2, 12);
});

test("epochsOf: all make ⌈m/B⌉ batches; shuffled ones hold each sample once, sorted ones in order, drawn ones are full", () => {
  const epoch = (sampling: Sampling) => [...epochsOf[sampling](10, 4, random(1))].map((batch) => [...batch]);
  expect(epoch("sorted")).toEqual([
    [0, 1, 2, 3],
    [4, 5, 6, 7],
    [8, 9]
  ]);
  expect(epoch("shuffle").map(({length}) => length)).toEqual([4, 4, 2]);
  expect(new Set(epoch("shuffle").flat()).size).toBe(10);
  expect(epoch("replacement").map(({length}) => length)).toEqual([4, 4, 4]);
});
