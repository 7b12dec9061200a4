import {expect, test} from "vitest";
import {
  depth,
  firstSteps,
  gains,
  learningRate,
  steps
} from "../../../src/chapters/vanishingGradients/firstSteps.js";
import {layerLaws, measuredLaws} from "../../../src/chapters/vanishingGradients/layerLaws.js";
import {
  isLookedAt,
  repeatedLines,
  shareLines,
  spectrumLines,
  stepLines
} from "../../../src/chapters/vanishingGradients/lines.js";
import {measureSignal} from "../../../src/chapters/vanishingGradients/measureSignal.js";
import {sizesThrough, square} from "../../../src/chapters/vanishingGradients/repeated.js";
import {unitLayers, weightBank} from "../../../src/chapters/vanishingGradients/weightBank.js";
import {meanField, productSpectra, relu, sigmoid, spread} from "../../../src/lib/index.js";
import {expectClose} from "../../support/close.js";

test("sizesThrough(W, depth): halves explode, a reflection keeps, 5s above the diagonal die at the fifth layer", () => {
  const [halves, mirror, fives] = [
    square(5, () => 0.5),
    square(5, (i, j) => (i === j ? 0.6 : -0.4)),
    square(5, (i, j) => (j > i ? 5 : 0))
  ].map((W) => sizesThrough(W, 30));
  expectClose(
    halves,
    halves.map((_, l) => 2.5 ** l),
    {relative: 1e-13}
  );
  expect(halves[30].toPrecision(3)).toBe("8.67e+11");
  expectClose(mirror, Array(31).fill(1), {relative: 1e-13});
  expect(fives.slice(4)).toEqual([625 / Math.sqrt(5), ...Array(26).fill(0)]);
  const names = ["halves", "mirror", "fives"];
  expect(repeatedLines([halves, mirror, fives], names).map(({nameAt}) => nameAt?.x)).toEqual([
    undefined,
    undefined,
    4
  ]);
});

// the numbers of views.md § 6 are single runs; these networks carry eight samples, so they scatter less
test.each([
  ["linear", 1.1, 1.078],
  ["relu", 1, 0.696],
  ["relu", Math.SQRT2, 0.997],
  ["relu", 1.6, 1.116],
  ["sigmoid", 1, 0.233],
  ["tanh", 1, 0.929],
  ["tanh", 1.5, 1.023]
])(
  "measuredLaws() of %s with gain %f are near the independent run's %f and the theory",
  (unit, gain, run) => {
    const law = laws.find((law) => law.unit === unit && law.gain === gain)!;
    const {mean} = spread(Float64Array.from(law.factors));
    expect(Math.abs(mean / run - 1)).toBeLessThan(0.04);
    expect(Math.abs(mean / law.theory - 1)).toBeLessThan(0.02);
    expect(law.theory).toBeLessThanOrEqual(law.law * (1 + 1e-12));
  }
);
const laws = [...measuredLaws()].flatMap((law) => law ?? []);

test("measuredLaws() measures every law the text speaks of, in pauses", () => {
  expect(laws.map(({unit}) => unit)).toEqual(layerLaws.map(({unit}) => unit));
  expect([...measuredLaws()].filter((law) => law === null).length).toBeGreaterThan(100);
});

test("a sigmoid's gradient shrinks at every gain of the slider, with ever more saturated units", () => {
  for (const weightScale of [0.2, 1, 2, 3, 4]) {
    const {dZ} = meanField({activation: sigmoid, depth: 30, weightScale});
    expect(dZ[0]).toBeLessThan(dZ[29]);
  }
  const units = [...unitLayers(weightBank(1), "normal", {width: 64, depth: 30})];
  const saturated = [1, 4].map(
    (scale) =>
      measureSignal(units, {activation: sigmoid, scale, standardized: true, seed: 1}).statistics[20]
        .saturatedShare
  );
  expect(saturated[0]).toBe(0);
  expect(saturated[1]).toBeGreaterThan(0.1);
});

test("firstSteps(): vanishing ones stand still, exploding ones leap once and then have no numbers", () => {
  const found = [...firstSteps()];
  const lengths = gains.map((gain) => found.filter((step) => step.gain === gain).map(({length}) => length));
  expect(lengths[0]).toHaveLength(steps);
  expect(Math.max(...lengths[0])).toBeLessThan(1e-11);
  expect(Math.min(...lengths[1])).toBeGreaterThan(1e-5);
  expect(Math.max(...lengths[1])).toBeLessThan(1e-2);
  expect(lengths[2][0]).toBeGreaterThan(1e15);
  expect(lengths[2].slice(1)).toEqual([Infinity]);
  // the gradient of each of `depth` layers is the product of all others: 2 for each more, and twice more for the error
  expect([depth, learningRate]).toEqual([30, 0.001]);
  const lines = stepLines(found, (gain) => `gain ${gain}`);
  expect(lines.filter(({nameAt}) => nameAt).map(({label}) => label)).toEqual(["gain 2"]);
});

test("spectrumLines(…) scales the singular values with the layers", () => {
  const units = [...unitLayers(weightBank(1), "normal", {width: 6, depth: 4})];
  const found = [...productSpectra(units)].flatMap((one) => one ?? []);
  const names = {largest: "l", middle: "m", smallest: "s"};
  const [band, largest, middle, smallest, law] = spectrumLines(found, {scale: 2, depth: 4}, names);
  expectClose(
    largest.points.map((point) => point[1]),
    found.map(({factors, values}) => values[0] * 2 ** factors),
    {relative: 1e-14}
  );
  for (const [i, [, low, high]] of band.points.map((point) => Array.from(point)).entries()) {
    expect(low).toBe(smallest.points[i][1]);
    expect(high).toBe(largest.points[i][1]);
    expect(middle.points[i][1]).toBeGreaterThan(low);
  }
  expect(law.points.map((point) => point[1])).toEqual([2, 4, 8, 16]);
});

test("isLookedAt(…) takes few of many factors, and the last", () => {
  const looked = (depth: number) =>
    Array.from({length: depth}, (_, l) => l + 1).filter((factors) => isLookedAt(factors, depth));
  expect(looked(7)).toEqual([1, 2, 3, 4, 6, 7]);
  expect(looked(60)).toHaveLength(14);
  expect(looked(57).at(-1)).toBe(57);
});

test("shareLines(…): half of ReLU's activations are 0 and pass no gradient, and a unit is dead that is so on all samples", () => {
  const units = [...unitLayers(weightBank(1), "normal", {width: 64, depth: 10})];
  const signal = measureSignal(units, {activation: relu, scale: 1, standardized: true, seed: 1});
  const names = {saturated: "s", dead: "d", zero: "z"};
  const [saturated, zero, dead] = shareLines(signal, names).map(({points}) =>
    points.map((point) => point[1])
  );
  expect(zero).toEqual(saturated);
  // 512 signs: the deviation of their share is 2.2 % where they are independent, a few times more where they are not
  for (const share of saturated) expect(Math.abs(share - 0.5)).toBeLessThan(0.15);
  // on eight independent samples 1 of 256 would be; deeper in, the samples have become alike
  expect(dead[0]).toBeLessThan(0.05);
  expect(dead[9]).toBeGreaterThan(dead[0]);
});
