import {expect, test} from "vitest";
import {identity, leakyRelu, type MeanFieldOptions, meanField, relu, sigmoid, tanh} from "../../lib/index.js";
import {expectClose} from "../support/close.js";

const relative = 1e-12;

test.each([
  {activation: identity, weightScale: 1.1, forward: 1.1, slope: 1},
  {activation: relu, weightScale: 1.6, forward: 1.6 / Math.SQRT2, slope: Math.SQRT1_2},
  {activation: leakyRelu(0.1), weightScale: 0.7, forward: 0.7 * Math.sqrt(0.505), slope: Math.sqrt(0.505)}
])(
  "meanField({…}) of $activation.name has its closed form in every layer",
  ({activation, weightScale, forward, slope}) => {
    const found = meanField({activation, depth: 30, weightScale, input: 3});
    const power = (base: number, from: number) => Array.from({length: 30}, (_, l) => base ** (from + l));
    expectClose(
      found.A,
      power(forward, 1).map((a) => 3 * a),
      {relative: 1e-11}
    );
    expectClose(found.slope, Array(30).fill(slope), {relative});
    expectClose(
      found.dZ,
      power(weightScale * slope, 0)
        .reverse()
        .map((gradient) => slope * gradient),
      {relative: 1e-11}
    );
  }
);

// computed with mpmath's quad at 30 digits
test.each<{options: Omit<MeanFieldOptions, "depth">; A: number[]; slope: number[]}>([
  {
    options: {activation: sigmoid, weightScale: 1},
    A: [0.54164475060513, 0.515840637304484, 0.514544824869124],
    slope: [0.211745699720666, 0.234784331614879, 0.235989365206258]
  },
  {
    options: {activation: tanh, weightScale: 1.5},
    A: [0.735287957812691, 0.655783534601175, 0.623150006272631],
    slope: [0.576203593917849, 0.655795596574523, 0.685775212702557]
  },
  {
    options: {activation: tanh, weightScale: 1, input: Math.sqrt(29)},
    A: [0.924055011573409, 0.604766295765443],
    slope: [0.313419643467961, 0.702069941346068]
  },
  {
    options: {activation: tanh, weightScale: 20},
    A: [0.979870755919494, 0.979453792423466],
    slope: [0.163050419521809, 0.164715281622679]
  }
])("meanField($options.activation.name, ν = $options.weightScale) is the integral over a normal z", (one) => {
  const found = meanField({...one.options, depth: one.A.length});
  expectClose(found.A, one.A, {relative});
  expectClose(found.slope, one.slope, {relative});
});

test("a sigmoid's gradient shrinks by less than ν/4 per layer, a tanh's by less than ν", () => {
  for (const weightScale of [0.2, 1, 4])
    for (const [activation, bound] of [
      [sigmoid, weightScale / 4],
      [tanh, weightScale]
    ] as const) {
      const {dZ} = meanField({activation, depth: 10, weightScale});
      for (let l = 1; l < 10; ++l) expect(dZ[l - 1] / dZ[l]).toBeLessThan(bound);
    }
});

test("meanField({…}) of weights 0 is silent, and beyond the numbers it knows nothing", () => {
  const silent = meanField({activation: sigmoid, depth: 3, weightScale: 0});
  expectClose(silent.A, [0.5, 0.5, 0.5], {relative});
  expect(silent.dZ.slice(0, 2)).toEqual([0, 0]);
  expect(meanField({activation: relu, depth: 60, weightScale: 1e6}).A.at(-1)).toBeNaN();
});

test.each<[Partial<MeanFieldOptions>, Error]>([
  [{depth: 0}, new RangeError("depth must be an integer of at least 1; got 0")],
  [{weightScale: -1}, new RangeError("weightScale must be finite and not negative; got -1")],
  [{input: Number.NaN}, new RangeError("input must be finite and not negative; got NaN")],
  [{activation: Math.tanh as typeof tanh}, new TypeError("activation must be an activation; got function")]
])("meanField(%o) is refused", (wrong, error) => {
  expect(() => meanField({activation: tanh, depth: 3, weightScale: 1, ...wrong})).toThrow(error);
});
