import {expect, test} from "vitest";
import {adam, descend, gradientDescent, momentum, rmsprop, surfaces, trajectory} from "../lib/index.js";
import {take} from "../src/components/take.js";

test.each([gradientDescent({learningRate: 0.01}), momentum({learningRate: 0.02}), rmsprop(), adam()])(
  "trajectory(objective, $name, start, steps) goes where descend goes",
  (optimizer) => {
    const steps = take(31, descend(surfaces.himmelblau, optimizer, [0.1, -3.3]));
    const {points, values, slopes, divergedAt} = trajectory(surfaces.himmelblau, optimizer, [0.1, -3.3], 30);
    expect(points).toEqual(steps.map(({parameters}) => parameters));
    expect(values).toEqual(steps.map(({value}) => value));
    expect(slopes).toHaveLength(31);
    for (const [i, slope] of slopes.entries())
      expect(slope).toBeCloseTo(Math.hypot(...steps[i].gradient), 12);
    expect(divergedAt).toBeNull();
  }
);

test("trajectory(…) names the step that left the range of numbers, and leaves it out", () => {
  const steps = [...descend(surfaces.himmelblau, gradientDescent({learningRate: 1}), [5, 5])];
  const {points, values, divergedAt} = trajectory(
    surfaces.himmelblau,
    gradientDescent({learningRate: 1}),
    [5, 5],
    500
  );
  expect(divergedAt).toBe(steps.at(-1)!.step);
  expect(points).toHaveLength(divergedAt!);
  expect(values.every(Number.isFinite)).toBe(true);
});

test("trajectory(…) tells a slope whose square leaves the range of numbers", () => {
  const steep = () => ({value: 0, gradient: Float64Array.of(3e200, 4e200)});
  const flat = () => ({value: 0, gradient: Float64Array.of(3e-200, 4e-200)});
  const slopeOf = (objective: typeof steep) =>
    trajectory(objective, gradientDescent({learningRate: 1}), [0, 0], 0).slopes[0];
  expect(slopeOf(steep) / 5e200).toBeCloseTo(1, 14);
  expect(slopeOf(flat) / 5e-200).toBeCloseTo(1, 14);
});

test("trajectory(…) refuses a start that is not finite, steps that are no count, and no optimizer", () => {
  const optimizer = adam();
  expect(() => trajectory(surfaces.saddle, optimizer, [0, Number.NaN], 1)).toThrow(
    new RangeError("start must be finite; entry 1 is NaN")
  );
  expect(() => trajectory(surfaces.saddle, optimizer, [0, 0], -1)).toThrow(
    new RangeError("steps must be an integer of at least 0; got -1")
  );
  expect(() => trajectory(surfaces.saddle, {} as never, [0, 0], 1)).toThrow(
    new TypeError("optimizer must be an optimizer; got object")
  );
});
