import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {gradientCheck, hessian, rotated, surfaces, turned} from "../lib/index.js";
import {expectClose} from "./support/close.js";

const angle = 0.7;
const point = fc.tuple(fc.double({min: -2, max: 2, noNaN: true}), fc.double({min: -2, max: 2, noNaN: true}));

describe("rotated(surface, angle)", () => {
  test("of a ravine is the quadratic with that rotation", () => {
    const [one, other] = [
      rotated(surfaces.quadratic({a: 1, b: 100}), angle),
      surfaces.quadratic({a: 1, b: 100, rotation: angle})
    ];
    fc.assert(
      fc.property(point, ([x, y]) => {
        const p = Float64Array.of(x, y);
        expectClose([one(p).value, ...one(p).gradient], [other(p).value, ...other(p).gradient], {
          absolute: 1e-10
        });
        expectClose(one.hessian(p).data, other.hessian(p).data, {absolute: 1e-10});
      })
    );
  });

  test.each(["himmelblau", "rosenbrock", "beale"] as const)(
    "of %s turns values, gradient, Hessian and minima",
    (name) => {
      const [plain, moved] = [surfaces[name], rotated(surfaces[name], angle)];
      fc.assert(
        fc.property(point, (place) => {
          const p = Float64Array.from(turned(place, angle));
          const before = plain(Float64Array.from(place)).value;
          expectClose([moved(p).value], [before], {absolute: 1e-9, relative: 1e-9});
          expect(gradientCheck(moved, p).relativeError).toBeLessThan(1e-4);
          expectClose(moved.hessian(p).data, hessian(moved, p).data, {absolute: 1e-2, relative: 1e-3});
        }),
        {numRuns: 30}
      );
      for (const [i, minimum] of moved.minima.entries())
        expectClose(
          [moved(Float64Array.from(minimum)).value],
          [plain(Float64Array.from(plain.minima[i])).value],
          {absolute: 1e-9}
        );
    }
  );

  test("refuses an angle that is not finite", () => {
    expect(() => rotated(surfaces.bowl, Number.NaN)).toThrow(new RangeError("angle must be finite; got NaN"));
  });
});
