import {randomNormal} from "d3-random";
import {expect, test} from "vitest";
import {
  constant,
  expectedSquare,
  exponentialDecay,
  inverseTimeDecay,
  noiseFloor,
  random,
  type Schedule
} from "../lib/index.js";

const schedules: [string, Schedule, number][] = [
  ["a constant .1", constant(0.1), 0.0526],
  ["a constant .5", constant(0.5), 0.3333],
  ["1/(1 + t)", inverseTimeDecay({learningRate: 1, decayRate: 1}), 0.005],
  [".95^t", exponentialDecay({learningRate: 1}), 0.013]
];

test.each(schedules)("with %s, E[x²] after 200 steps is as worked out", (_, schedule, expected) => {
  expect(expectedSquare(schedule, 200)).toBeCloseTo(expected, 4);
});

test.each(schedules)("with %s, 4000 noisy descents have that mean square", (_, schedule) => {
  const normal = randomNormal.source(random(1))();
  const runs = 4000;
  let total = 0;
  for (let run = 0; run < runs; run++) {
    let x = 3;
    for (let t = 0; t < 200; t++) x -= schedule(t) * (x + normal());
    total += x * x;
  }
  const expected = expectedSquare(schedule, 200, {start: 3});
  // the mean of `runs` squares of normal numbers has the relative standard error √(2 / runs)
  expect(Math.abs(total / runs / expected - 1)).toBeLessThan(4 * Math.sqrt(2 / runs));
});

test.each([0.1, 0.5, 1.5])("noiseFloor(%d, deviation) is where E[x²] settles", (rate) => {
  expect(expectedSquare(constant(rate), 2000, {deviation: 2, start: 5})).toBeCloseTo(noiseFloor(rate, 2), 12);
});

test("expectedSquare after no step is the start's", () => {
  expect(expectedSquare(constant(0.1), 0, {start: 3})).toBe(9);
});

test.each([
  [() => noiseFloor(2), "learningRate must be in (0, 2); got 2"],
  [() => noiseFloor(0), "learningRate must be in (0, 2); got 0"],
  [() => noiseFloor(0.1, -1), "deviation must be finite and not negative; got -1"],
  [() => expectedSquare(constant(1), 1.5), "steps must be an integer of at least 0; got 1.5"],
  [
    () => expectedSquare(constant(1), 1, {deviation: -1}),
    "deviation must be finite and not negative; got -1"
  ],
  [() => expectedSquare(constant(1), 1, {start: Infinity}), "start must be finite; got Infinity"]
])("%o is refused", (make, message) => {
  expect(make).toThrow(new RangeError(message));
});
