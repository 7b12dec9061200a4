import {expect, test} from "vitest";
import {workedDay} from "../../../src/chapters/movingAverages/workedDay.js";

const day = {day: 30, beta: 0.98, before: -2.39, today: 2.96, average: -2.283, corrected: null};

test("workedDay(day) is the day's formula with its numbers", () => {
  expect(workedDay(day)).toBe("v₃₀ = 0.98 × (−2.39) + 0.02 × 2.96 = −2.28");
});

test("workedDay(day) adds the correction where there is one", () => {
  expect(workedDay({...day, corrected: -5.023})).toBe(
    "v₃₀ = 0.98 × (−2.39) + 0.02 × 2.96 = −2.28\nv̂₃₀ = −2.28 / (1 − 0.98³⁰) = −5.02"
  );
});
