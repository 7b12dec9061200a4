import {expect, test} from "vitest";
import {depthEscapes, depths} from "../../../src/chapters/saddlePoints/depths.js";
import {escapes, escapeSteps, offsets, patience} from "../../../src/chapters/saddlePoints/escapes.js";
import {rivalNames, rivalsOf, type Settings, theory} from "../../../src/chapters/saddlePoints/rivals.js";
import {type Saddle, saddles} from "../../../src/chapters/saddlePoints/saddles.js";
import {depthEscapeTime} from "../../../src/lib/index.js";

const settings: Settings = {learningRate: 0.01, beta: 0.9, form: "ema"};
const labels = {gd: "GD", momentum: "Momentum", rmsprop: "RMSProp", adam: "Adam"};
const rivals = rivalsOf(rivalNames, settings, labels);
const last = <T>(values: Iterable<T>): T => [...values].at(-1)!;

// the numbers of views.md § 2, which were computed by another program
test.each([
  ["gd", "ema", [233, 698, 1163]],
  ["momentum", "ema", [276, 811, 1347]],
  ["momentum", "classical", [49, 140, 231]],
  ["rmsprop", "ema", [72, 72, 73]],
  ["adam", "ema", [76, 77, 78]]
] as const)(
  "escapeSteps(…) counts %s, %s, from 10⁻², 10⁻⁶, 10⁻¹⁰, and nobody from 0",
  (name, form, steps) => {
    const [{optimizer}] = rivalsOf([name], {...settings, form}, labels);
    expect([1e-2, 1e-6, 1e-10].map((offset) => escapeSteps(saddles.saddle, optimizer, offset))).toEqual(
      steps
    );
    expect(escapeSteps(saddles.saddle, optimizer, 0)).toBe(Infinity);
  }
);

const escapeByNoise = (name: (typeof rivalNames)[number], deviation: number): number =>
  escapeSteps(saddles.saddle, rivalsOf([name], settings, labels)[0].optimizer, 0, {
    noise: {deviation, seed: 1}
  });

test.each(rivalNames)("noise lets %s escape from the ridge", (name) => {
  expect(escapeByNoise(name, 1e-6)).toBeLessThan(patience);
});

test("a hundred times less noise costs gradient descent ln 100 / ln 1.02 steps more", () => {
  // the saddle's steps are linear in the noise, so the same noise a hundredth as strong is the same way, later
  const more = escapeByNoise("gd", 1e-6) - escapeByNoise("gd", 1e-4);
  expect(Math.abs(more - Math.log(100) / Math.log(1.02))).toBeLessThan(1);
});

test("depthEscapes() measures the escapes of nets of two, three and four layers", () => {
  const found = last(depthEscapes());
  const steps = depths.map((depth) => found.filter((run) => run.depth === depth).map(({steps}) => steps));
  expect(steps).toEqual([
    [55, 102, 149],
    [191, 1994, 19996],
    [1003, 100006]
  ]);
  expect(depthEscapeTime({depth: 4, learningRate: 0.05, start: 0.001}) / 1e7).toBeCloseTo(1, 3);
});

test("escapes(…) measures every rival from every offset, and yields whenever a frame's time is over", () => {
  let time = 0;
  const frames = [...escapes(saddles.saddle, rivals, undefined, () => (time += 3))];
  expect(frames.length).toBeGreaterThan(10);
  expect(frames.at(-1)).toHaveLength(offsets.length * rivals.length);
  const gd = frames.at(-1)!.filter(({rival}) => rival.name === "gd");
  expect(gd.find(({offset}) => offset === 1e-10)!.steps).toBe(1163);
});

test("escapes(…) sends nobody from a smaller offset who has not escaped from a larger one", () => {
  const found = last(escapes(saddles.net4, rivals, undefined)).filter(({rival}) => rival.name === "gd");
  expect(found.map(({steps}) => steps < Infinity)).toEqual(offsets.map((offset) => offset === 0.1));
});

test.each<[string, Saddle, number]>([
  ["saddle", saddles.saddle, 0],
  ["wells", saddles.wells, 0.05],
  ["net2", saddles.net2, 0.01],
  ["net3", saddles.net3, 0.01]
])("theory(…) on %s is what gradient descent takes, but for a share of %d3", (_, saddle, share) => {
  const [{optimizer}] = rivals;
  const [counted, expected] = [escapeSteps(saddle, optimizer, 0.01), theory("gd", saddle, settings, 0.01)!];
  expect(Math.abs(counted - expected)).toBeLessThanOrEqual(share * expected);
});

test("theory(…) is silent where there is none", () => {
  expect(theory("adam", saddles.saddle, settings, 0.01)).toBeNull();
  expect(theory("gd", saddles.monkey, settings, 0.01)).toBeNull();
  expect(theory("momentum", saddles.net2, settings, 0.01)).toBeNull();
  expect(theory("gd", saddles.net3, settings, 0)).toBeNull();
});
