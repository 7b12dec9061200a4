import {describe, expect, test} from "vitest";
import {measuredHalfLife} from "../../../src/chapters/learningRateDecay/measuredHalfLife.js";
import {
  type Knobs,
  type ScheduleKind,
  type ScheduleName,
  scheduleKinds
} from "../../../src/chapters/learningRateDecay/scheduleKinds.js";
import {travel} from "../../../src/lib/index.js";

const knobs: Knobs = {
  learningRate: 0.8,
  epochs: 120,
  decayRate: 0.05,
  base: 0.95,
  factor: 0.5,
  every: 40,
  power: 2,
  floor: 0.1,
  period: 30,
  multiplier: 2,
  warmup: 0.25,
  divisor: 25,
  finalDivisor: 100
};
const kinds = Object.entries(scheduleKinds) as [ScheduleName, ScheduleKind][];

test.each(kinds)("%s starts no higher than α₀, which is its largest rate", (_, kind) => {
  const schedule = kind.make(knobs);
  const rates = Array.from({length: 120}, (_, e) => schedule(e));
  expect(Math.max(...rates)).toBeLessThanOrEqual(0.8 + 1e-12);
  expect(Math.max(...rates)).toBeGreaterThan(0.79);
});

test.each(kinds)("%s has the half-life that is found on it", (_, kind) => {
  expect(measuredHalfLife(kind.make(knobs))).toBeCloseTo(kind.halfLife(knobs), 3);
});

test("0.95 an epoch halves after 13.51 epochs", () => {
  expect(scheduleKinds.exponential.halfLife(knobs).toFixed(2)).toBe("13.51");
});

test.each(["cosine", "restarts", "warmup-cosine"] as const)(
  "%s with a floor above ½ never halves",
  (name) => {
    const high = {...knobs, floor: 0.6};
    expect(scheduleKinds[name].halfLife(high)).toBe(Infinity);
  }
);

describe("sums(knobs)", () => {
  test.each(["exponential", "step"] as const)("of %s are what many epochs add up to", (name) => {
    const {make, sums} = scheduleKinds[name];
    expect(travel(make(knobs), 5000)).toBeCloseTo(sums(knobs).travel, 10);
    expect(travel(make(knobs), 5000, 2)).toBeCloseTo(sums(knobs).squares, 10);
  });

  test("of 1/(1 + e) are ∞ and π²/6", () => {
    const sums = scheduleKinds["inverse-time"].sums({...knobs, learningRate: 1, decayRate: 1});
    expect(sums.travel).toBe(Infinity);
    expect(sums.squares).toBeCloseTo(Math.PI ** 2 / 6, 8);
  });

  test.each(["polynomial", "cosine", "warmup-cosine", "one-cycle"] as const)("of %s end with it", (name) => {
    const {make, sums} = scheduleKinds[name];
    expect(sums(knobs).travel).toBe(travel(make(knobs), 120));
    expect(sums(knobs).squares).toBe(travel(make(knobs), 120, 2));
  });

  test("of 1/(1 + e) reach 30 after six million million epochs: the harmonic sum is ln n + γ + 1/2n − …", () => {
    const gamma = 0.5772156649015329;
    const schedule = scheduleKinds["inverse-time"].make({...knobs, learningRate: 1, decayRate: 1});
    expect(travel(schedule, 1e5)).toBeCloseTo(Math.log(1e5) + gamma + 1 / 2e5, 9);
    expect(Math.exp(30 - gamma) / 6e12).toBeCloseTo(1, 2);
  });

  test("satisfy both conditions of Robbins and Monro for 1/(1 + k·e) alone", () => {
    const both = kinds.filter(([, {sums}]) => {
      const {travel, squares} = sums(knobs);
      return travel === Infinity && squares < Infinity;
    });
    expect(both.map(([name]) => name)).toEqual(["inverse-time"]);
  });
});
