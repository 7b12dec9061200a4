import {expect, test} from "vitest";
import {
  adamSteps,
  ravineSteps,
  ravineStepsInTheory
} from "../../../src/chapters/optimizerRace/ravineSteps.js";
import {racerNames, racerOf} from "../../../src/chapters/optimizerRace/racers.js";
import {turnedSteps} from "../../../src/chapters/optimizerRace/turnedSteps.js";
import {numbersPerParameter} from "../../../lib/index.js";

// views § 8
test.each([
  ["gd", 271, 271],
  ["momentum", 74, 74],
  ["adam", 24, 367]
] as const)("turnedSteps(%s, …) is %d along the axes and %d turned by 15°", (name, along, across) => {
  expect(turnedSteps(name, 0)).toBe(along);
  expect(turnedSteps(name, 15)).toBe(across);
});

test.each([
  [2 / 101, 0, 709],
  [0.239, 0.9, 201],
  [0.109, 0.695, 73],
  [0.01, 0, 1375],
  [0.01, 0.9, 1246]
])("ravineSteps(%d, %d) is %d, as in theory", (rate, beta, expected) => {
  expect(ravineSteps(rate, beta)).toBe(expected);
  expect(ravineStepsInTheory(rate, beta)).toBe(expected);
});

test("averaged momentum with β = .9 is fastest at α = 0.239", () => {
  const rates = Array.from({length: 380}, (_, i) => (i + 1) / 1000);
  expect(Math.min(...rates.map((rate) => ravineStepsInTheory(rate, 0.9)))).toBe(201);
});

test("ravineStepsInTheory of a rate beyond the edge is ∞", () => {
  expect(ravineStepsInTheory(0.021)).toBe(Infinity);
});

test("adamSteps: one step from (1, 1) along the axes, hundreds from elsewhere", () => {
  expect(adamSteps([1, 1])).toBe(1);
  expect(adamSteps([1, 0.5])).toBeGreaterThan(100);
  expect(adamSteps([1, 1], 15)).toBeGreaterThan(100);
});

test("the racers keep 0, 1 or 2 numbers a parameter", () => {
  const kept = racerNames.map((name) => [
    name,
    numbersPerParameter(racerOf(name).make(racerOf(name).settings))
  ]);
  expect(Object.fromEntries(kept)).toEqual({
    gd: 0,
    momentum: 1,
    polyak: 1,
    nesterov: 1,
    adagrad: 1,
    adadelta: 2,
    rmsprop: 1,
    adam: 2,
    amsgrad: 3,
    adamw: 2,
    nadam: 2,
    adamax: 2
  });
});
