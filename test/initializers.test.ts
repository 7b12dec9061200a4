import {describe, expect, test} from "vitest";
import {
  constantWeights,
  glorotNormal,
  glorotUniform,
  heNormal,
  heUniform,
  initializerNamed,
  type Initializer,
  lecunNormal,
  lecunUniform,
  multiplyTransposed,
  normal,
  orthogonal,
  random,
  scaled,
  toRows,
  transposedMultiply,
  uniform,
  zeros
} from "../lib/index.js";
import golden from "./golden/init.json" with {type: "json"};
import {expectClose} from "./support/close.js";

const table: Record<string, Initializer> = {
  xavier_uniform: glorotUniform,
  xavier_normal: glorotNormal,
  xavier_uniform_tanh_gain: scaled(glorotUniform, golden.gains.tanh),
  he_uniform_fan_in: heUniform,
  he_normal_fan_in: heNormal,
  "he_normal_leaky_0.01": scaled(lecunNormal, golden.gains["leaky_relu(0.01)"]),
  "he_normal_leaky_0.2": scaled(lecunNormal, golden.gains["leaky_relu(0.2)"]),
  lecun_normal: lecunNormal,
  lecun_uniform: lecunUniform
};
// no initializer looks at fan_out alone
const absent = "he_normal_fan_out";

/** At least 20,000 weights of layers with these fans. */
function draws(initializer: Initializer, fanOut: number, fanIn: number): number[] {
  const source = random(7);
  const layers = Math.ceil(20_000 / (fanOut * fanIn));
  return Array.from({length: layers}, () => [...initializer(fanOut, fanIn, source)]).flat();
}

function moments(values: number[]): {mean: number; deviation: number} {
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
  const deviation = Math.sqrt(values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / values.length);
  return {mean, deviation};
}

const cases = golden.cases.filter(({init}) => init !== absent);

test.each(cases)("$id has the reference's mean and deviation within five standard errors", (reference) => {
  const {init, fan_in, fan_out, std, dist} = reference;
  const weights = draws(table[init], fan_out, fan_in);
  const {mean, deviation} = moments(weights);
  const spread = dist === "normal" ? Math.sqrt(1 / 2) : Math.sqrt(0.2);
  expect(Math.abs(mean)).toBeLessThan((5 * std) / Math.sqrt(weights.length));
  expect(Math.abs(deviation / std - 1)).toBeLessThan((5 * spread) / Math.sqrt(weights.length));
});

test.each(cases.filter(({dist}) => dist === "uniform"))(
  "$id fills the reference's interval and keeps within it",
  ({init, fan_in, fan_out, low, high}) => {
    const weights = draws(table[init], fan_out, fan_in);
    const [least, most] = [Math.min(...weights), Math.max(...weights)];
    expect(least).toBeGreaterThanOrEqual(low! * (1 + 1e-15));
    expect(most).toBeLessThanOrEqual(high! * (1 + 1e-15));
    expect(most - least).toBeGreaterThan(0.995 * (high! - low!));
  }
);

test("zeros, constantWeights(c) and uniform(c, c) fill the layer", () => {
  expect(zeros(2, 3, random(1))).toEqual(new Float64Array(6));
  expect(constantWeights(0.5)(2, 3, random(1))).toEqual(new Float64Array(6).fill(0.5));
  expect(uniform(2, 2)(1, 2, random(1))).toEqual(Float64Array.of(2, 2));
});

test("uniform(low, high) and normal(deviation) have the moments they say", () => {
  const even = moments(draws(uniform(1, 4), 10, 10));
  expect(even.mean).toBeCloseTo(2.5, 1);
  expect(even.deviation).toBeCloseTo(3 / Math.sqrt(12), 1);
  const bell = moments(draws(normal(3), 10, 10));
  expect(Math.abs(bell.mean)).toBeLessThan((5 * 3) / Math.sqrt(20_000));
  expect(Math.abs(bell.deviation / 3 - 1)).toBeLessThan(5 / Math.sqrt(40_000));
});

test.each(Object.entries({...table, orthogonal: orthogonal()}))(
  "%s gives the same weights for the same seed, others for another",
  (_, initializer) => {
    const [first, again, other] = [3, 3, 4].map((seed) => initializer(4, 3, random(seed)));
    expect(first).toHaveLength(12);
    expect(again).toEqual(first);
    expect(other).not.toEqual(first);
  }
);

test.each(golden.orthogonal)("orthogonal($gain) of $rows × $cols: $property", ({rows, cols, gain}) => {
  const W = {rows, columns: cols, data: orthogonal(gain)(rows, cols, random(5))};
  const gram = rows < cols ? multiplyTransposed(W, W) : transposedMultiply(W, W);
  const expected = toRows(gram).map((row, i) => row.map((_, j) => (i === j ? gain ** 2 : 0)));
  expectClose(gram.data, expected.flat(), {absolute: 1e-14});
});

test("orthogonal() of a square layer has orthonormal rows and columns", () => {
  const W = {rows: 6, columns: 6, data: orthogonal()(6, 6, random(5))};
  expectClose(multiplyTransposed(W, W).data, transposedMultiply(W, W).data, {absolute: 1e-14});
});

test.each([
  [() => constantWeights(Number.NaN), "c must be finite; got NaN"],
  [() => uniform(-Infinity, 1), "low must be finite; got -Infinity"],
  [() => uniform(0, Number.NaN), "high must be finite; got NaN"],
  [() => uniform(1, 0), "low must be at most high; got 1 and 0"],
  [() => normal(-1), "deviation must be finite and not negative; got -1"],
  [() => orthogonal(Infinity), "gain must be finite; got Infinity"],
  [() => scaled(zeros, Number.NaN), "gain must be finite; got NaN"],
  [() => heNormal(0, 3, random(1)), "fanOut must be an integer of at least 1; got 0"],
  [() => zeros(2, 1.5, random(1)), "fanIn must be an integer of at least 1; got 1.5"],
  [() => orthogonal()(2, -1, random(1)), "fanIn must be an integer of at least 1; got -1"]
])("%o is refused", (make, message) => {
  expect(make).toThrow(new RangeError(message));
});

describe("initializerNamed(name)", () => {
  test.each([
    ["zeros", zeros],
    ["heNormal", heNormal],
    ["glorotUniform", glorotUniform],
    ["lecunNormal", lecunNormal],
    ["normal(0.01)", normal(0.01)],
    ["uniform(-1, 2)", uniform(-1, 2)],
    ["constantWeights(0.5)", constantWeights(0.5)],
    ["orthogonal(2)", orthogonal(2)]
  ])("%s draws the same weights", (name, initializer) => {
    expect(initializerNamed(name)(4, 3, random(1))).toEqual(initializer(4, 3, random(1)));
  });

  test.each([
    ["he", "initializer must be known; got he"],
    ["heNormal(2)", "initializer must be known; got heNormal(2)"],
    ["toString", "initializer must be known; got toString"],
    ["normal(-1)", "deviation must be finite and not negative; got -1"],
    ["normal(x)", "deviation must be finite and not negative; got NaN"]
  ])("refuses %s", (name, message) => {
    expect(() => initializerNamed(name)).toThrow(new RangeError(message));
  });
});
