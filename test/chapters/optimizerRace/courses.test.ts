import {describe, expect, test} from "vitest";
import {
  type GroundName,
  grounds,
  networkStart,
  surfaceCourse
} from "../../../src/chapters/optimizerRace/courses.js";
import {networkCourse} from "../../../src/chapters/optimizerRace/networkCourse.js";
import {gradientCheck, turned} from "../../../lib/index.js";

describe("surfaceCourse(name, {kappa, angle})", () => {
  test.each(Object.keys(grounds) as GroundName[])(
    "of the %s: starts in the picture, above the floor",
    (name) => {
      const angle = 0.5;
      const {plane, objective, floor, enter, project} = surfaceCourse(name, {kappa: 50, angle});
      const [x, y] = turned(grounds[name].start, angle);
      const [[x0, x1], [y0, y1]] = plane.domain;
      expect(x > x0 && x < x1 && y > y0 && y < y1).toBe(true);
      expect(objective(Float64Array.from(enter([x, y]))).value).toBeGreaterThan(floor);
      expect(plane.value(x, y)).toBe(objective(Float64Array.of(x, y)).value);
      expect(project(enter([x, y]))).toEqual([x, y]);
      for (const [px, py] of plane.minima!) expect(plane.value(px, py)).toBeCloseTo(floor, 9);
    }
  );
});

describe("networkCourse()", () => {
  const work = networkCourse();
  let next = work.next();
  while (!next.done) next = work.next();
  const course = next.value;

  test("is the cost of 67 parameters, with its gradient", () => {
    const start = Float64Array.from(course.enter(networkStart));
    expect(start).toHaveLength(67);
    expect(gradientCheck(course.objective, start).relativeError).toBeLessThan(1e-6);
  });

  test("projects back what it enters", () => {
    const [x, y] = course.project(course.enter([0.4, -0.3]));
    expect(x).toBeCloseTo(0.4, 12);
    expect(y).toBeCloseTo(-0.3, 12);
  });

  test("draws heights that are the cost at the grid's own places", () => {
    const [[left, right], [bottom, top]] = course.plane.domain;
    const [x, y] = [left + (5 / 32) * (right - left), bottom + (7 / 20) * (top - bottom)];
    expect(course.plane.value(x, y)).toBeCloseTo(
      course.objective(Float64Array.from(course.enter([x, y]))).value,
      9
    );
    expect(course.plane.value(left, top)).toBeCloseTo(
      course.objective(Float64Array.from(course.enter([left, top]))).value,
      9
    );
  });
});
