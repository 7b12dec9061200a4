import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {
  conditionNumber,
  contractionFactor,
  descentSteps,
  eigenvalues,
  gradientDescent,
  hessian,
  inputHessian,
  type Matrix,
  matrix,
  momentum,
  momentumPath,
  multiply,
  multiplyTransposed,
  normal,
  random,
  singularValues,
  stabilityEdge,
  stepsUntil,
  surfaces,
  toRows,
  transpose
} from "../../lib/index.js";
import {matrices, sizes} from "../support/arbitrary.js";
import {expectClose} from "../support/close.js";

const size = ({data}: Matrix) => Math.hypot(...data);

describe("singularValues(A)", () => {
  test.each([
    [
      [
        [3, 0],
        [0, -4]
      ],
      [4, 3]
    ],
    [
      [
        [1, 1],
        [0, 0]
      ],
      [Math.SQRT2, 0]
    ],
    [
      [
        [1, 2],
        [2, 4],
        [0, 0]
      ],
      [5, 0]
    ],
    // golden ratio and its inverse
    [
      [
        [1, 1],
        [0, 1]
      ],
      [(1 + Math.sqrt(5)) / 2, (Math.sqrt(5) - 1) / 2]
    ]
  ])("of %j are %j", (rows, expected) => {
    expectClose(singularValues(matrix(rows)), expected, {absolute: 1e-15, relative: 1e-15});
    expectClose(singularValues(transpose(matrix(rows))), expected, {absolute: 1e-15, relative: 1e-15});
  });

  test("are the roots of the eigenvalues of AAᵀ", () => {
    const shapes = fc.tuple(sizes(6), sizes(6)).chain(([m, n]) => matrices(Math.min(m, n), Math.max(m, n)));
    fc.assert(
      fc.property(shapes, (A) => {
        const squares = singularValues(A).map((σ) => σ * σ);
        const expected = eigenvalues(multiplyTransposed(A, A)).reverse();
        expectClose(squares, expected, {absolute: 1e-12 * (1 + size(A) ** 2)});
      })
    );
  });

  test("refuses what is not finite", () => {
    const A = {rows: 1, columns: 2, data: Float64Array.of(1, Infinity)};
    expect(() => singularValues(A)).toThrow(new RangeError("matrix must be finite; entry 1 is Infinity"));
  });

  // views: of the weights of 30 layers it is the singular values that decide
  test("of a 5×5 of all 0.5 make 30 layers explode, of an upper triangular one of 5s, 5 layers vanish", () => {
    const halves = matrix(Array.from({length: 5}, () => Array(5).fill(0.5)));
    const fives = matrix(
      Array.from({length: 5}, (_, i) => Array.from({length: 5}, (__, j) => (j > i ? 5 : 0)))
    );
    const power = (A: Matrix, n: number) =>
      Array(n - 1)
        .fill(A)
        .reduce(multiply, A);
    expect(singularValues(power(halves, 30))[0]).toBeCloseTo(2.5 ** 30, 0);
    expect((2.5 ** 30).toPrecision(3)).toBe("8.67e+11");
    expect(singularValues(power(fives, 4))[0]).toBeGreaterThan(600);
    expect([...singularValues(power(fives, 5))]).toEqual([0, 0, 0, 0, 0]);
  });
});

describe("conditionNumber(A)", () => {
  test.each([
    [
      [
        [1, 0],
        [0, 100]
      ],
      100
    ],
    [[[2]], 1]
  ])("of %j is %d", (rows, κ) => {
    expectClose([conditionNumber(matrix(rows))], [κ], {relative: 1e-14});
  });

  test.each([
    [
      [
        [1, 1],
        [1, 1]
      ]
    ],
    [
      [
        [0, 0],
        [0, 0]
      ]
    ]
  ])("of the singular %j is infinite", (rows) => {
    expect(conditionNumber(matrix(rows))).toBe(Infinity);
  });

  // views: standardized inputs with correlation ρ
  test.each([
    [0, 1],
    [0.5, 3],
    [0.9, 19],
    [0.99, 199]
  ])("of standardized inputs with correlation %d is (1 + ρ) / (1 − ρ) = %d", (ρ, κ) => {
    expectClose(
      [
        conditionNumber(
          matrix([
            [1, ρ],
            [ρ, 1]
          ])
        )
      ],
      [κ],
      {relative: 1e-13}
    );
  });
});

describe("inputHessian(X)", () => {
  test("is the second moments of the inputs, with a bias those of a row of ones too", () => {
    const X = matrix([
      [1, 2, 3],
      [0, 1, -1]
    ]);
    expect(toRows(inputHessian(X, {bias: false}))).toEqual([
      [14 / 3, -1 / 3],
      [-1 / 3, 2 / 3]
    ]);
    expect(toRows(inputHessian(X))).toEqual([
      [14 / 3, -1 / 3, 2],
      [-1 / 3, 2 / 3, 0],
      [2, 0, 1]
    ]);
  });

  // views: one feature and a bias, μ = 10, σ = 1: two samples at 9 and 11 have just these moments
  test("of a feature far from 0 is badly conditioned", () => {
    const κ = (102 + Math.sqrt(102 ** 2 - 4)) / (102 - Math.sqrt(102 ** 2 - 4));
    expectClose([conditionNumber(inputHessian(matrix([[9, 11]])))], [κ], {relative: 1e-11});
    expect(Math.round(κ)).toBe(10402);
  });

  test("of N(3, 1) and N(50, 15) has κ near 6e4 with a bias, near 1.6e3 without", () => {
    // four samples with exactly these means and deviations, uncorrelated
    const X = matrix([
      [2, 2, 4, 4],
      [35, 65, 35, 65]
    ]);
    expect(conditionNumber(inputHessian(X)).toPrecision(2)).toBe("5.9e+4");
    expect(conditionNumber(inputHessian(X, {bias: false})).toPrecision(3)).toBe("1.57e+3");
  });

  test("refuses what is not finite", () => {
    const X = {rows: 1, columns: 1, data: Float64Array.of(Infinity)};
    expect(() => inputHessian(X)).toThrow(new RangeError("X must be finite; entry 0 is Infinity"));
  });
});

describe("hessian(objective, p)", () => {
  const drawn = random(2);
  const points = (count: number) => Array.from({length: count}, () => normal(1)(1, 2, drawn));

  test.each(Object.entries(surfaces).filter(([name]) => name !== "quadratic"))(
    "is the exact one of %s",
    (_, f) => {
      const surface = typeof f === "function" && "hessian" in f ? f : surfaces.bowl;
      for (const p of points(5)) {
        const exact = surface.hessian(p).data;
        const absolute = 1e-7 * (1 + Math.hypot(...exact));
        expectClose(hessian(surface, p).data, exact, {absolute});
      }
    }
  );

  test("is symmetric and of the objective's size", () => {
    const f = (p: Float64Array) => ({value: 0, gradient: p.map((_, i) => p[(i + 1) % 3] ** 2)});
    expectClose(hessian(f, Float64Array.of(1, 2, 3)).data, [0, 2, 1, 2, 0, 3, 1, 3, 0], {absolute: 1e-9});
  });

  test("refuses a bad step, a bad point, and what is no function", () => {
    expect(() => hessian(3 as never, new Float64Array(2))).toThrow(
      new TypeError("objective must be a function of the parameters; got 3")
    );
    expect(() => hessian(surfaces.bowl, new Float64Array(2), 0)).toThrow(
      new RangeError("h must be positive and finite; got 0")
    );
    expect(() => hessian(surfaces.bowl, Float64Array.of(1, Number.NaN))).toThrow(
      new RangeError("p must be finite; entry 1 is NaN")
    );
  });
});

describe("descentSteps(κ, tolerance)", () => {
  // views: steps to 1e-6 for ρ = 0, .5, .9
  test.each([
    [1, 1],
    [3, 20],
    [19, 132]
  ])("from κ = %d to 1e-6 is %d", (κ, steps) => {
    expect(descentSteps(κ, 1e-6)).toBe(steps);
  });

  test("is what gradient descent takes at its best rate", () => {
    for (const κ of [2, 3, 19, 50]) {
      const optimizer = gradientDescent({learningRate: 2 / (1 + κ)});
      const isDone = (p: Float64Array) => Math.hypot(...p) <= 1e-6 * Math.SQRT2;
      const measured = stepsUntil(surfaces.quadratic({a: 1, b: κ}), optimizer, [1, 1], isDone);
      expect(measured).toBe(descentSteps(κ, 1e-6));
    }
  });

  test("is none where the tolerance allows the start", () => {
    expect(descentSteps(100, 1)).toBe(0);
  });

  test.each([
    [0.5, 1e-6, "conditionNumber must be finite and at least 1; got 0.5"],
    [3, 0, "tolerance must be positive and finite; got 0"]
  ])("refuses κ = %d with the tolerance %d", (κ, tolerance, message) => {
    expect(() => descentSteps(κ, tolerance)).toThrow(new RangeError(message));
  });
});

describe("stabilityEdge({beta, form})", () => {
  // views
  test.each([
    [0, 2],
    [0.5, 6],
    [0.9, 38],
    [0.98, 198]
  ])("of the moving average with β = %d is %d", (beta, edge) => {
    expect(stabilityEdge({beta})).toBeCloseTo(edge, 10);
  });

  test("of the classical form is 2 (1 + β)", () => {
    expect(stabilityEdge({beta: 0.9, form: "classical"})).toBeCloseTo(3.8, 15);
  });

  test("refuses β = 1", () => {
    expect(() => stabilityEdge({beta: 1})).toThrow(new RangeError("beta must be in [0, 1); got 1"));
  });
});

describe("contractionFactor(αλ, {beta, form})", () => {
  test("without momentum is |1 − αλ|", () => {
    for (const rate of [0.1, 1, 1.5, 3]) expect(contractionFactor(rate)).toBeCloseTo(Math.abs(1 - rate), 15);
  });

  test.each(["ema", "classical"] as const)("of the form %s passes 1 at the stability edge", (form) => {
    for (const beta of [0, 0.5, 0.9, 0.98]) {
      const edge = stabilityEdge({beta, form});
      expect(contractionFactor(edge, {beta, form})).toBeCloseTo(1, 12);
      expect(contractionFactor(0.99 * edge, {beta, form})).toBeLessThan(1);
      expect(contractionFactor(1.01 * edge, {beta, form})).toBeGreaterThan(1);
    }
  });

  test("is √β where momentum oscillates", () => {
    expect(contractionFactor(1, {beta: 0.81})).toBeCloseTo(0.9, 15);
  });

  test("is what a run settles to where it does not oscillate", () => {
    for (const [rate, beta] of [
      [0.02, 0.5],
      [5.9, 0.5],
      [0.01, 0.9]
    ]) {
      const state = momentum({learningRate: rate, beta}).init(1);
      const x = Float64Array.of(1);
      let before = x[0];
      for (let t = 0; t < 400; ++t) {
        before = x[0];
        momentum({learningRate: rate, beta}).update(x, x.slice(), state);
      }
      expect(Math.abs(x[0] / before)).toBeCloseTo(contractionFactor(rate, {beta}), 10);
    }
  });

  test("refuses a rate that is not positive and β = 1", () => {
    expect(() => contractionFactor(0)).toThrow(
      new RangeError("scaledRate must be positive and finite; got 0")
    );
    expect(() => contractionFactor(1, {beta: 1})).toThrow(new RangeError("beta must be in [0, 1); got 1"));
  });
});

describe("momentumPath(t, αλ, {beta, form})", () => {
  // real roots, complex ones, a double root, roots of both signs, none of memory
  test.each([
    [0.01, 0.9, "ema"],
    [1, 0.81, "ema"],
    [0.1, 0, "ema"],
    [1, 0, "classical"],
    [0.25, 0.25, "classical"],
    [3.7, 0.9, "classical"],
    [5.9, 0.5, "ema"]
  ] as const)("for αλ = %d, β = %d, %s is where a run stands", (rate, beta, form) => {
    const optimizer = momentum({learningRate: rate, beta, form});
    const state = optimizer.init(1);
    const x = Float64Array.of(1);
    for (let t = 0; t <= 40; ++t) {
      expectClose([momentumPath(t, rate, {beta, form})], [x[0]], {absolute: 1e-12});
      optimizer.update(x, x.slice(), state);
    }
  });

  test("says when the runs in a ravine of κ = 100 are within 1e-6", () => {
    const distance = (t: number, rate: number, beta: number) =>
      Math.hypot(momentumPath(t, rate, {beta}), momentumPath(t, 100 * rate, {beta}));
    const first = (rate: number, beta = 0): number => {
      let t = 0;
      while (distance(t, rate, beta) > 1e-6) ++t;
      return t;
    };
    expect([first(2 / 101), first(0.01), first(0.01, 0.9)]).toEqual([709, 1375, 1246]);
    expect([first(0.239, 0.9), first(0.109, 0.695)]).toEqual([201, 73]);
  });

  test("refuses a step that is not whole, a rate that is not positive and β = 1", () => {
    expect(() => momentumPath(-1, 1)).toThrow(new RangeError("t must be an integer of at least 0; got -1"));
    expect(() => momentumPath(1, 0)).toThrow(new RangeError("scaledRate must be positive and finite; got 0"));
    expect(() => momentumPath(1, 1, {beta: 1})).toThrow(new RangeError("beta must be in [0, 1); got 1"));
  });
});
