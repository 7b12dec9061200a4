import {readFileSync} from "node:fs";
import {join} from "node:path";
import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {cosine, exp, expm1, log, log1p, power, sine, tanh} from "../lib/elementary.js";
import {wholePower} from "../lib/wholePower.js";
import {filesBelow} from "../tools/files.js";
import {numbers} from "./support/arbitrary.js";
import {expectClose} from "./support/close.js";

// JavaScript's own functions are right to about one unit in the last place, 1.1e-16 to 2.2e-16; so are ours
const relative = 7e-16;

const ranges: [string, (x: number) => number, (x: number) => number, number, number][] = [
  ["exp", exp, Math.exp, -700, 709.7],
  ["exp", exp, Math.exp, -1, 1],
  ["expm1", expm1, Math.expm1, -50, 700],
  ["expm1", expm1, Math.expm1, -0.5, 0.5],
  ["log", log, Math.log, Number.MIN_VALUE, Number.MAX_VALUE],
  ["log", log, Math.log, 0.5, 2],
  ["log1p", log1p, Math.log1p, -0.999, 100],
  ["log1p", log1p, Math.log1p, -1e-3, 1e-3],
  ["tanh", tanh, Math.tanh, -25, 25],
  ["tanh", tanh, Math.tanh, -1e-3, 1e-3]
];

test.each(ranges)("%s(x) is JavaScript's own to 7e-16", (_, ours, theirs, low, high) => {
  const x = numbers(low, high);
  fc.assert(
    fc.property(x, (value) => {
      expectClose([ours(value)], [theirs(value)], {relative, absolute: Number.MIN_VALUE});
    }),
    {numRuns: 5000}
  );
});

test.each([
  ["sine", sine, Math.sin],
  ["cosine", cosine, Math.cos]
] as const)("%s(x) is JavaScript's own to 3e-16", (_, ours, theirs) => {
  for (const limit of [1, 10, 1e8])
    fc.assert(
      fc.property(numbers(-limit, limit), (x) => {
        expectClose([ours(x)], [theirs(x)], {absolute: 3e-16});
      }),
      {numRuns: 3000}
    );
});

describe("at the ends of the range", () => {
  test.each([
    [exp, 0, 1],
    [exp, 710, Infinity],
    [exp, 1e300, Infinity],
    [exp, -746, 0],
    [exp, -Infinity, 0],
    [exp, -745, 5e-324],
    [expm1, -1000, -1],
    [expm1, Infinity, Infinity],
    [expm1, 1e-300, 1e-300],
    [log, 1, 0],
    [log, 0, -Infinity],
    [log, Infinity, Infinity],
    [log1p, 0, 0],
    [log1p, -1, -Infinity],
    [log1p, 1e-300, 1e-300],
    [tanh, 0, 0],
    [tanh, 1000, 1],
    [tanh, -Infinity, -1],
    [tanh, 1e-300, 1e-300],
    [sine, 0, 0],
    [cosine, 0, 1],
    [cosine, Math.PI, -1]
  ])("%o(%d) is exactly %d", (f, x, expected) => {
    expect(f(x)).toBe(expected);
  });

  test("NaN stays NaN, and negative numbers have no logarithm", () => {
    for (const f of [exp, expm1, log, log1p, tanh, sine, cosine]) expect(f(Number.NaN)).toBeNaN();
    expect(log(-1)).toBeNaN();
    expect(log1p(-1.5)).toBeNaN();
  });

  test("exp of subnormal results is rounded once", () => {
    for (const x of [-708.5, -720, -744.9]) expectClose([exp(x)], [Math.exp(x)], {absolute: 1e-323});
  });

  test("sine near π keeps its digits", () => {
    expectClose([sine(Math.PI)], [1.2246467991473532e-16], {relative: 1e-14});
  });
});

test.each([
  [2, 10, 1024],
  [0.5, 3, 0.125],
  [-3, 3, -27],
  [0.7, 1, 0.7],
  [0.7, 0, 1],
  [0, 0, 1],
  [0, 100, 0],
  [1, 1e9, 1]
])("wholePower(%d, %d) is exactly %d", (base, n, expected) => {
  expect(wholePower(base, n)).toBe(expected);
});

test("wholePower(b, n) is Math.pow to n units in the last place", () => {
  fc.assert(
    fc.property(numbers(0.9, 1.1), fc.integer({min: 1, max: 3000}), (base, n) => {
      expectClose([wholePower(base, n)], [base ** n], {relative: n * 1.2e-16 + 2e-16});
    })
  );
});

test("power(b, e) is Math.pow to 7e-16 up to e^±40, whole or not", () => {
  const exponents = fc.oneof(fc.integer({min: -3000, max: 3000}), numbers(-50, 50));
  fc.assert(
    fc.property(numbers(0.5, 2), exponents, (base, exponent) => {
      fc.pre(Math.abs(exponent * Math.log(base)) < 40);
      expectClose([power(base, exponent)], [base ** exponent], {relative});
    }),
    {numRuns: 2000}
  );
  expect(power(0.95, 1)).toBe(0.95);
  expect(power(0, 0.5)).toBe(0);
  expect(power(0.96, Infinity)).toBe(0);
});

/** Formulas that stand beside a run, and take no part in it. */
const beside = ["diagnostics/momentumPath.ts"];

test("lib/ leaves no last bit to the engine: it calls no function of Math that may be rounded as it likes", () => {
  const lib = join(import.meta.dirname, "../lib");
  const exact =
    /^(abs|ceil|clz32|floor|fround|hypot|imul|max|min|round|sign|sqrt|trunc|E|LN2|PI|SQRT1_2|SQRT2)$/;
  const free = filesBelow(lib)
    .filter((file) => file.endsWith(".ts") && !file.startsWith("simd/kernels/") && !beside.includes(file))
    .flatMap((file) => {
      const code = readFileSync(join(lib, file), "utf8").replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, "");
      const members = [...code.matchAll(/Math\.(\w+)/g)].map(([, name]) => name);
      const powers = [...code.matchAll(/(?<![\w.])(?!2 )[\w.)\]]+ \*\* (?!2\b)\S+/g)].map(([found]) => found);
      return [...members.filter((name) => !exact.test(name)), ...powers].map((found) => `${file}: ${found}`);
    });
  // the logarithm's first guess, which it mends; squares and powers of two are exact
  expect(free).toEqual(["elementary.ts: log2"]);
});
