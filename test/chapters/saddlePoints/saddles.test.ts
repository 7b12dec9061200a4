import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {crossOf, curvatures} from "../../../src/chapters/saddlePoints/curvatures.js";
import {hasEscaped, type Saddle, saddles} from "../../../src/chapters/saddlePoints/saddles.js";
import {eigenvalues} from "../../../src/lib/index.js";

const all: [string, Saddle][] = Object.entries(saddles);

describe.each(all)("%s", (_, saddle) => {
  test("has a saddle at the origin that bends down as it says", () => {
    const origin = new Float64Array(saddle.depth);
    expect(Array.from(saddle.objective(origin).gradient, Math.abs)).toEqual(Array.from(origin));
    expect(eigenvalues(saddle.hessian(origin))[0]).toBeCloseTo(-saddle.curvature, 8);
  });

  test("is drawn as it is descended", () => {
    fc.assert(
      fc.property(
        fc.double({min: -1, max: 1, noNaN: true}),
        fc.double({min: -1, max: 1, noNaN: true}),
        (x, y) => {
          const parameters = saddle.parameters([x, y]);
          expect(saddle.objective(parameters).value).toBe(saddle.plane.value(x, y));
        }
      ),
      {numRuns: 20}
    );
  });

  test("tells where a place is along the ridge and off it", () => {
    const place = saddle.place(0.25, 0.125);
    expect(saddle.coordinates(place)).toEqual([0.25, 0.125]);
    expect(saddle.coordinates(saddle.parameters(place))).toEqual([0.25, 0.125]);
  });

  test("starts exactly on the ridge at offset 0: the gradient does not lead off it", () => {
    const parameters = saddle.parameters(saddle.place(saddle.along, 0));
    expect(saddle.coordinates(saddle.objective(parameters).gradient)[1]).toBeCloseTo(0, 15);
  });
});

test("hasEscaped(saddle) asks for a distance from the ridge, and of the nets for a cost", () => {
  expect(hasEscaped(saddles.saddle)(Float64Array.of(0, -1), 5)).toBe(true);
  expect(hasEscaped(saddles.saddle)(Float64Array.of(3, 0.99), 5)).toBe(false);
  expect(hasEscaped(saddles.net2)(Float64Array.of(3, 3), 0.05)).toBe(true);
  expect(hasEscaped(saddles.net2)(Float64Array.of(3, 3), 0.06)).toBe(false);
});

test("crossOf(saddle) has a negative eigenvalue across the ridge and a positive one along it", () => {
  const {values, vectors} = crossOf(saddles.net2);
  expect(values).toEqual([-1, 1]);
  expect(vectors[0][0] / vectors[0][1]).toBeCloseTo(1, 12);
  expect(vectors[1][0] / vectors[1][1]).toBeCloseTo(-1, 12);
  expect(crossOf(saddles.monkey).values).toEqual([0, 0]);
});

test("curvatures(saddle, points) tells least and greatest at a bounded number of steps, none beyond all bounds", () => {
  const points = Array.from({length: 1000}, (_, i) => Float64Array.of(0, i / 1000));
  const found = curvatures(saddles.wells, points);
  expect(found.length).toBeLessThanOrEqual(120);
  expect(found[0]).toEqual({step: 0, least: -2, most: 2});
  const {step, least, most} = found.at(-1)!;
  const bend = 6 * (step / 1000) ** 2 - 2;
  expect(least).toBeCloseTo(Math.min(2, bend), 12);
  expect(most).toBeCloseTo(Math.max(2, bend), 12);
  expect(curvatures(saddles.wells, [Float64Array.of(0, 1e200)])).toEqual([]);
});
