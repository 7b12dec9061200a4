import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {
  type Activation,
  activationNamed,
  elu,
  gelu,
  identity,
  leakyRelu,
  matrix,
  relu,
  selectColumns,
  sigmoid,
  silu,
  softmax,
  softplus,
  tanh,
  transpose
} from "../lib/index.js";
import golden from "./golden/activations.json" with {type: "json"};
import {matrices, numbers, sizes} from "./support/arbitrary.js";
import {expectClose} from "./support/close.js";
import {slope} from "./support/differences.js";

const table: Record<string, Activation> = {
  identity,
  sigmoid,
  tanh,
  relu,
  "leaky_relu-slope0.01": leakyRelu(0.01),
  "elu-alpha1.0": elu(1),
  gelu,
  silu,
  softplus
};
// the tanh approximation of GELU, which the engine leaves out
const absent = ["gelu_tanh"];

describe.each(golden.cases.filter(({id}) => !absent.includes(id)))("$id", ({id, z, value, derivative}) => {
  const g = table[id];

  test("g(z) equals the exact value", () => {
    expectClose(z.map(g), value, {absolute: 1e-15, relative: 1e-13});
  });

  test("g.derivative(z) equals the exact derivative", () => {
    expectClose(z.map(g.derivative), derivative, {absolute: 2e-15, relative: 1e-12});
  });

  test("g.derivative(z) equals the central difference away from a kink", () => {
    fc.assert(
      fc.property(numbers(-30, 30), (z) => {
        fc.pre(Math.abs(z) > 0.01);
        expectClose([g.derivative(z)], [slope(g, z)], {absolute: 1e-9});
      })
    );
  });

  test("activationNamed(g.name) computes the same", () => {
    expect(z.map(activationNamed(g.name))).toEqual(z.map(g));
  });
});

test("every golden case but the ones left out is in the table", () => {
  expect(golden.cases.map(({id}) => id).filter((id) => !(id in table))).toEqual(absent);
});

test.each([
  [sigmoid, -1000, 0],
  [sigmoid, 1000, 1],
  [tanh, -1000, -1],
  [tanh, 1000, 1],
  [relu, -1000, 0],
  [gelu, -1000, 0],
  [gelu, -39, 0],
  [gelu, 1000, 1000],
  [silu, -1000, 0],
  [softplus, -1000, 0],
  [softplus, 1000, 1000],
  [elu(1), -1000, -1]
])("%o at %d is exactly %d", (g, z, value) => {
  expect(g(z)).toBe(value);
});

test.each([sigmoid, tanh, relu, gelu, silu, softplus].map((g) => [g.name, g] as const))(
  "%s.derivative(-1000) is exactly 0",
  (_, g) => {
    expect(g.derivative(-1000)).toBe(0);
  }
);

test("gelu(z) keeps its small relative error far out in the tail, where Φ is 5e-308", () => {
  const {z, value} = golden.cases.find(({id}) => id === "gelu")!;
  expectClose(z.map(gelu), value, {relative: 1e-13});
});

// z · erfc(−z/√2) / 2 by mpmath with 400 digits, at z that no float32 holds
test.each([
  [-2.6, -0.012119088861668749],
  [-20.1, -7.416258536079994e-89],
  [-30.7, -8.736698778082625e-206],
  [-37.3, -3.060649577159178e-303]
])("gelu(%d) is right to 14 digits", (z, value) => {
  expectClose([gelu(z)], [value], {relative: 1e-14});
});

test("gelu is finite for every finite z", () => {
  for (const z of [-Number.MAX_VALUE, -1e20, -123456789.1, -1000.1, 1000.1, 123456789.1, Number.MAX_VALUE]) {
    expect(gelu(z)).toBe(Math.max(z, 0));
    expect(gelu.derivative(z)).toBe(z > 0 ? 1 : 0);
  }
});

test.each([
  [relu, 0],
  [leakyRelu(0.2), 0.2],
  [elu(1.5), 1.5]
])("%o at its kink has the derivative of its left side", (g, left) => {
  expect(g.derivative(0)).toBe(left);
});

test("an activation's name tells its parameter", () => {
  expect([tanh.name, leakyRelu(0.2).name, elu().name]).toEqual(["tanh", "leakyRelu(0.2)", "elu(1)"]);
});

test.each([
  [() => leakyRelu(-0.1), "slope must be finite and not negative; got -0.1"],
  [() => leakyRelu(Infinity), "slope must be finite and not negative; got Infinity"],
  [() => elu(0), "alpha must be positive and finite; got 0"],
  [() => elu(Number.NaN), "alpha must be positive and finite; got NaN"],
  [() => activationNamed("sigmoidal"), "activation must be known; got sigmoidal"],
  [() => activationNamed("toString(1)"), "activation must be known; got toString(1)"],
  [() => activationNamed("leakyRelu(x)"), "slope must be finite and not negative; got NaN"]
])("%o is refused", (make, message) => {
  expect(make).toThrow(new RangeError(message));
});

describe("softmax(Z)", () => {
  test.each(golden.softmax)("of $logits equals the exact value", ({logits, softmax: expected}) => {
    expectClose(softmax(transpose(matrix([logits]))).data, expected, {absolute: 1e-15, relative: 1e-13});
  });

  test.each(golden.softmax)("of $logits at each temperature", ({logits, temperature}) => {
    for (const {T, softmax: expected} of temperature)
      expectClose(softmax(matrix(logits.map((z) => [z / T]))).data, expected, {
        absolute: 1e-15,
        relative: 1e-13
      });
  });

  test("works column by column: a batch gives what its samples give alone", () => {
    fc.assert(
      fc.property(
        fc.tuple(sizes(5), sizes(5)).chain(([n, m]) => matrices(n, m, -1000, 1000)),
        (Z) => {
          const A = softmax(Z);
          for (let j = 0; j < Z.columns; j++)
            expect(selectColumns(A, [j])).toEqual(softmax(selectColumns(Z, [j])));
        }
      )
    );
  });

  test("of a single row is all ones", () => {
    expect(softmax(matrix([[-1000, 0, 1000]])).data).toEqual(Float64Array.of(1, 1, 1));
  });
});
