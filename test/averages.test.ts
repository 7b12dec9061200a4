import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {
  adamStepFactor,
  averagingRate,
  biasFactor,
  daysToBias,
  effectiveCount,
  effectiveWindow,
  ema,
  emaWeights,
  rampLag,
  varianceRatio
} from "../lib/index.js";
import golden from "./golden/ema.json" with {type: "json"};
import {numbers} from "./support/arbitrary.js";
import {expectClose} from "./support/close.js";

const series = fc.array(numbers(-100, 100), {minLength: 1, maxLength: 60});
const betas = numbers(0, 0.999);

describe.each(golden.cases)("ema of a year of Beijing temperatures, $id", (reference) => {
  const {beta} = reference;
  const near = {absolute: 1e-11};

  test("started at zero, not corrected", () => {
    expectClose(ema(golden.values, {beta, correctBias: false}), reference.uncorrected_v0_zero, near);
  });

  test("started at zero, corrected, which is the default", () => {
    expectClose(ema(golden.values, {beta}), reference.bias_corrected, near);
  });

  test("started at the first value", () => {
    const options = {beta, initial: "first", correctBias: false} as const;
    expectClose(ema(golden.values, options), reference.initialised_with_first_value, near);
  });
});

test("ema started at the first value has it, to the bit, as its first average", () => {
  expect(ema([0.1], {beta: 0.7, initial: "first", correctBias: false})).toEqual(Float64Array.of(0.1));
});

test("ema with β = 0 is the series", () => {
  fc.assert(
    fc.property(series, (values) => {
      expectClose(ema(values, {beta: 0}), values, {});
    })
  );
});

test("ema of a constant c is (1 − βᵗ) c, and c when corrected", () => {
  fc.assert(
    fc.property(numbers(-100, 100), betas, (c, beta) => {
      const values = new Float64Array(40).fill(c);
      const raw = values.map((_, k) => (1 - beta ** (k + 1)) * c);
      expectClose(ema(values, {beta, correctBias: false}), raw, {absolute: 1e-13, relative: 1e-12});
      expectClose(ema(values, {beta}), values, {absolute: 1e-13, relative: 1e-11});
    })
  );
});

test("ema leaves the series alone", () => {
  const values = Float64Array.of(1, 2, 3);
  ema(values, {beta: 0.5});
  expect(values).toEqual(Float64Array.of(1, 2, 3));
});

test.each([{correctBias: true}, {correctBias: false}, {initial: "first", correctBias: false} as const])(
  "emaWeights with %j weigh the days as ema does",
  (options) => {
    fc.assert(
      fc.property(series, betas, (values, beta) => {
        const weights = emaWeights(values.length, {beta, ...options});
        const weighed = values.reduce((sum, x, k) => sum + weights[k] * x, 0);
        expectClose([ema(values, {beta, ...options}).at(-1)!], [weighed], {absolute: 1e-10});
      })
    );
  }
);

test("emaWeights sum to 1 when corrected or started at the first value, else to 1 − βᵗ", () => {
  const sum = (weights: Float64Array) => weights.reduce((total, w) => total + w, 0);
  const [t, beta] = [30, 0.98];
  expect(sum(emaWeights(t, {beta}))).toBeCloseTo(1, 14);
  expect(sum(emaWeights(t, {beta, initial: "first", correctBias: false}))).toBeCloseTo(1, 14);
  expect(sum(emaWeights(t, {beta, correctBias: false}))).toBeCloseTo(biasFactor(t, beta), 14);
});

test("on day 30 with β = .98 the first day weighs .557 when started there, .0245 when started at 0 and corrected", () => {
  const there = emaWeights(30, {beta: 0.98, initial: "first", correctBias: false});
  expect(there[0]).toBeCloseTo(0.557, 3);
  expect(effectiveCount(there)).toBeCloseTo(3.2, 1);
  const corrected = emaWeights(30, {beta: 0.98});
  expect(corrected[0]).toBeCloseTo(0.0245, 4);
  expect(effectiveCount(corrected)).toBeCloseTo(29.1, 1);
});

test("effectiveCount of n equal weights is n, whatever their size", () => {
  expect(effectiveCount([1, 1, 1, 1, 1])).toBe(5);
  expect(effectiveCount([0.25, 0.25, 0.25])).toBe(3);
});

test.each([
  {beta: 0.5, window: 2, ratio: 0.3333, lag: 1, day: 7},
  {beta: 0.9, window: 10, ratio: 0.0526, lag: 9, day: 44},
  {beta: 0.98, window: 50, ratio: 0.0101, lag: 49, day: 228}
])("β = $beta: a window of $window days, a lag of $lag, bias under 1 % from day $day", (row) => {
  const {beta, window, ratio, lag, day} = row;
  expect(effectiveWindow(beta)).toBeCloseTo(window, 12);
  expect(varianceRatio(beta)).toBeCloseTo(ratio, 4);
  expect(rampLag(beta)).toBeCloseTo(lag, 12);
  expect(daysToBias(0.01, beta)).toBe(day);
});

test.each([0.5, 0.9, 0.98])("an average with β = %d lags rampLag(β) days behind a ramp", (beta) => {
  const ramp = Float64Array.from({length: 3000}, (_, t) => t);
  expect(2999 - ema(ramp, {beta}).at(-1)!).toBeCloseTo(rampLag(beta), 9);
});

test.each([0.5, 0.9, 0.98])("with β = %d the squares of the weights sum to varianceRatio(β)", (beta) => {
  expect(1 / effectiveCount(emaWeights(3000, {beta}))).toBeCloseTo(varianceRatio(beta), 14);
});

test("daysToBias(share, β) is the first day with βᵗ below the share", () => {
  fc.assert(
    fc.property(numbers(1e-6, 0.999), numbers(0, 0.999), (share, beta) => {
      const t = daysToBias(share, beta);
      expect(beta ** t).toBeLessThan(share);
      if (t > 1) expect(beta ** (t - 1)).toBeGreaterThanOrEqual(share);
    })
  );
});

test("daysToBias at the very share waits one day more", () => {
  expect(daysToBias(0.25, 0.5)).toBe(3);
});

/** The average by steps of gradient descent on ½ (x − yₜ)² with the rates given. */
function descent(values: ArrayLike<number>, rate: (t: number) => number): Float64Array {
  let x = 0;
  return Float64Array.from(values, (y, k) => {
    x -= rate(k + 1) * (x - y);
    return x;
  });
}

/** A series of n days that is 1 on one day and 0 on the others: its average is that day's weight. */
const impulse = (n: number, day: number) => Float64Array.from({length: n}, (_, k) => Number(k === day));

test.each([0.5, 0.9, 0.98])("ema with β = %d is gradient descent with αₜ = (1−β)/(1−βᵗ)", (beta) => {
  const weights = emaWeights(365, {beta});
  for (const day of [0, 100, 364]) {
    const x = descent(impulse(365, day), (t) => averagingRate(t, beta)).at(-1)!;
    expect(Math.abs(x - weights[day])).toBeLessThanOrEqual(1e-16);
  }
});

test("the plain mean is gradient descent with αₜ = 1/t", () => {
  for (const day of [0, 100, 364]) {
    const x = descent(impulse(365, day), (t) => 1 / t).at(-1)!;
    expect(Math.abs(x - 1 / 365)).toBeLessThanOrEqual(1e-16);
  }
});

test("Adam's first step is 1 α when corrected, 3.16 α without, 10 α with β₁ in the place of β₂", () => {
  expect(adamStepFactor(1)).toBe(1);
  expect(adamStepFactor(1, {correction: "none"})).toBeCloseTo(Math.sqrt(10), 12);
  expect(adamStepFactor(1, {correction: "misprint"})).toBeCloseTo(10, 12);
});

test("Adam's step with the misprint is still 3.24 α at t = 100 and 1.26 α at t = 1000", () => {
  expect(adamStepFactor(100, {correction: "misprint"})).toBeCloseTo(3.24, 2);
  expect(adamStepFactor(1000, {correction: "misprint"})).toBeCloseTo(1.26, 2);
});

const correction: unknown = "half";
const initial: unknown = "last";

test.each([
  [() => ema([], {beta: 0.9}), "values must hold at least one number; got none"],
  [() => ema([1, Number.NaN], {beta: 0.9}), "values must be finite; entry 1 is NaN"],
  [() => ema([1], {beta: 1}), "beta must be in [0, 1); got 1"],
  [() => ema([1], {beta: -0.1}), "beta must be in [0, 1); got -0.1"],
  [() => ema([1], {beta: Number.NaN}), "beta must be in [0, 1); got NaN"],
  [
    () => ema([1], {beta: 0.9, initial: "first"}),
    'correctBias must be false when initial is "first": an average started at the first value has no bias; got true'
  ],
  [() => ema([1], {beta: 0.9, initial: initial as "first"}), 'initial must be "zero" or "first"; got "last"'],
  [() => emaWeights(0, {beta: 0.9}), "t must be an integer of at least 1; got 0"],
  [() => emaWeights(3, {beta: 2}), "beta must be in [0, 1); got 2"],
  [() => effectiveCount([]), "weights must hold at least one number; got none"],
  [() => effectiveCount([Infinity]), "weights must be finite; entry 0 is Infinity"],
  [() => effectiveWindow(1), "beta must be in [0, 1); got 1"],
  [() => varianceRatio(1), "beta must be in [0, 1); got 1"],
  [() => rampLag(1), "beta must be in [0, 1); got 1"],
  [() => biasFactor(0, 0.9), "t must be an integer of at least 1; got 0"],
  [() => averagingRate(1, 1), "beta must be in [0, 1); got 1"],
  [() => daysToBias(0, 0.9), "share must be in (0, 1); got 0"],
  [() => daysToBias(0.1, 1), "beta must be in [0, 1); got 1"],
  [
    () => adamStepFactor(1, {correction: correction as "both"}),
    'correction must be "both", "none" or "misprint"; got "half"'
  ]
])("%o is refused", (make, message) => {
  expect(make).toThrow(new RangeError(message));
});
