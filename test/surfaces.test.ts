import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {type Point, type Surface, scalarNet, surfaces, toRows} from "../lib/index.js";
import golden from "./golden/surfaces.json" with {type: "json"};
import {numbers} from "./support/arbitrary.js";
import {expectClose} from "./support/close.js";
import {slopes} from "./support/differences.js";

const {quadratic, ...fixed} = surfaces;
const turned = quadratic({a: 1, b: 100, rotation: 0.3});
const all: Surface[] = [...Object.values(fixed), quadratic(), turned, quadratic({a: 2, b: -3})];

const at = (point: readonly number[]) => Float64Array.from(point);
const table = all.map((f) => ({name: f.name, f}));

const reference: Record<string, Surface> = {
  saddle: surfaces.saddle,
  monkey_saddle: surfaces.monkeySaddle,
  beale: surfaces.beale,
  "rosenbrock-a1-b100": surfaces.rosenbrock,
  himmelblau: surfaces.himmelblau,
  booth: surfaces.booth,
  "quadratic-a1-b50": quadratic({a: 1, b: 50}),
  "rastrigin-A10": surfaces.rastrigin,
  styblinski_tang: surfaces.styblinskiTang,
  bowl: surfaces.bowl,
  matyas: surfaces.matyas,
  three_hump_camel: surfaces.threeHumpCamel,
  ackley: surfaces.ackley
};

describe.each(golden.cases)("$id", ({id, points, stationary}) => {
  const f = reference[id];

  test.each(points)("value, gradient and Hessian at $at equal the reference", (point) => {
    const {value, gradient} = f(at(point.at));
    const largest = Math.max(1, ...point.gradient.map(Math.abs), ...point.hessian.flat().map(Math.abs));
    expectClose([value], [point.value], {absolute: 1e-14, relative: 1e-13});
    expectClose(gradient, point.gradient, {absolute: 1e-15 * largest, relative: 1e-13});
    expectClose(f.hessian(at(point.at)).data, point.hessian.flat(), {
      absolute: 1e-15 * largest,
      relative: 1e-13
    });
  });

  test("every global minimum and saddle of the reference is listed", () => {
    for (const {at: point, type} of stationary) {
      if (type === "global minimum") expect(f.minima).toContainEqual(point);
      if (type.includes("saddle")) expect(f.saddles).toContainEqual(point);
    }
  });
});

/** Points of the domain, away from Ackley's tip, where no difference is close to a derivative. */
const inside = ({domain: [[left, right], [bottom, top]]}: Surface) =>
  fc.tuple(numbers(left, right), numbers(bottom, top)).filter(([x, y]) => Math.hypot(x, y) > 0.1);

describe.each(table)("$name", ({f}) => {
  test("gradient equals the central difference of the value", () => {
    fc.assert(
      fc.property(inside(f), (point) => {
        const {value, gradient} = f(at(point));
        const scale = Math.max(1, Math.abs(value), ...gradient.map(Math.abs));
        expectClose(
          slopes((p) => f(p).value, at(point)),
          gradient,
          {absolute: 1e-8 * scale}
        );
      })
    );
  });

  test("hessian equals the central difference of the gradient", () => {
    fc.assert(
      fc.property(inside(f), (point) => {
        const rows = toRows(f.hessian(at(point)));
        const scale = Math.max(1, ...rows.flat().map(Math.abs), ...f(at(point)).gradient.map(Math.abs));
        for (const i of [0, 1])
          expectClose(
            slopes((p) => f(p).gradient[i], at(point)),
            rows[i],
            {absolute: 1e-8 * scale}
          );
      })
    );
  });

  test("no point of the domain lies below a listed minimum, and all minima are equal", () => {
    const lowest = f.minima.map((point) => f(at(point)).value);
    expectClose(lowest, lowest.fill(lowest[0]), {absolute: 1e-12});
    fc.assert(
      fc.property(inside(f), (point) => {
        for (const least of lowest) expect(f(at(point)).value).toBeGreaterThanOrEqual(least);
      })
    );
  });

  test("the listed points are stationary and lie in the domain", () => {
    const {minima, saddles, domain} = f;
    for (const point of [...minima, ...saddles]) {
      const curvature = f.hessian(at(point)).data.filter(Number.isFinite).map(Math.abs);
      const steepest = Math.max(...f(at(point)).gradient.map(Math.abs));
      expect(steepest).toBeLessThanOrEqual(1e-15 * Math.max(1, ...curvature));
      point.forEach((x, k) => {
        expect(x).toBeGreaterThan(domain[k][0]);
        expect(x).toBeLessThan(domain[k][1]);
      });
    }
  });

  test("the value falls in some direction from every listed saddle, and rises in another", () => {
    for (const [x, y] of f.saddles) {
      const centre = f(at([x, y])).value;
      const around = Array.from({length: 360}, (_, k) => {
        const angle = (k * Math.PI) / 180;
        return f(at([x + 1e-2 * Math.cos(angle), y + 1e-2 * Math.sin(angle)])).value - centre;
      });
      expect(Math.min(...around)).toBeLessThan(0);
      expect(Math.max(...around)).toBeGreaterThan(0);
    }
  });

  test("refuses a point that has not two coordinates, and leaves a point alone", () => {
    const message = `${f.name} takes 2 parameters; got 3`;
    expect(() => f(at([1, 2, 3]))).toThrow(new RangeError(message));
    expect(() => f.hessian(at([1, 2, 3]))).toThrow(new RangeError(message));
    const p = at([0.5, -0.5]);
    f(p);
    expect(p).toEqual(at([0.5, -0.5]));
  });
});

test("each fixed surface carries the name it has in surfaces", () => {
  for (const [name, f] of Object.entries(fixed)) expect(f.name).toBe(name);
  expect(turned.name).toBe("quadratic");
});

test("the global minima have the values worked by hand", () => {
  const least = (f: Surface) => f(at(f.minima[0])).value;
  const zero = ["bowl", "booth", "matyas", "plateau", "linearNet", "rosenbrock", "beale"] as const;
  for (const name of [...zero, "threeHumpCamel", "rastrigin", "ackley"] as const)
    expect(least(surfaces[name])).toBe(0);
  expect(least(surfaces.doubleWell)).toBe(-0.5);
});

test("the gradient at a saddle is 0, without a sign", () => {
  expect([...surfaces.saddle(at([0, 0])).gradient]).toEqual([0, 0]);
});

test("quadratic({a, b, rotation}) has a and b as its curvatures along the turned axes", () => {
  const rotation = 0.4;
  const f = quadratic({a: 3, b: 7, rotation});
  const along: Point[] = [
    [Math.cos(rotation), Math.sin(rotation)],
    [-Math.sin(rotation), Math.cos(rotation)]
  ];
  expectClose(
    along.map((direction) => f(at(direction)).value),
    [1.5, 3.5],
    {absolute: 1e-15}
  );
});

test.each([
  [{a: 1, b: 9}, [[0, 0]], []],
  [{a: 1, b: -9}, [], [[0, 0]]],
  [{a: -1, b: -9}, [], []]
])("quadratic(%j) knows its minima and saddles", (curvatures, minima, saddles) => {
  const f = quadratic(curvatures);
  expect([f.minima, f.saddles]).toEqual([minima, saddles]);
});

test("quadratic refuses a curvature or an angle that is not finite", () => {
  expect(() => quadratic({a: Number.NaN})).toThrow(new RangeError("a must be finite; got NaN"));
  expect(() => quadratic({rotation: -Infinity})).toThrow(
    new RangeError("rotation must be finite; got -Infinity")
  );
  expect(() => quadratic({b: Infinity})).toThrow(new RangeError("b must be finite; got Infinity"));
});

describe("scalarNet(depth)", () => {
  test("of two layers is linearNet", () => {
    fc.assert(
      fc.property(numbers(-3, 3), numbers(-3, 3), (x, y) => {
        const [net, drawn] = [scalarNet(2)(at([x, y])), surfaces.linearNet(at([x, y]))];
        expectClose([net.value, ...net.gradient], [drawn.value, ...drawn.gradient], {absolute: 1e-14});
      })
    );
  });

  test.each([1, 3, 4])("of depth %i has the central difference as its gradient", (depth) => {
    fc.assert(
      fc.property(fc.array(numbers(-2, 2), {minLength: depth, maxLength: depth}), (w) => {
        const f = scalarNet(depth);
        expectClose(
          slopes((p) => f(p).value, at(w)),
          f(at(w)).gradient,
          {absolute: 1e-7}
        );
      })
    );
  });

  test("refuses a depth of 0 and another number of weights", () => {
    expect(() => scalarNet(0)).toThrow(new RangeError("depth must be an integer of at least 1; got 0"));
    expect(() => scalarNet(3)(at([1, 2]))).toThrow(
      new RangeError("a net of depth 3 takes 3 parameters; got 2")
    );
  });
});
