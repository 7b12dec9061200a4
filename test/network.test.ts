import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {
  type Activation,
  binaryCrossEntropy,
  constantWeights,
  elu,
  gelu,
  glorotNormal,
  heNormal,
  identity,
  type Loss,
  leakyRelu,
  type Matrix,
  matrix,
  meanSquaredError,
  type Network,
  network,
  type NetworkOptions,
  networkOver,
  objective,
  random,
  relu,
  selectColumns,
  sigmoid,
  sigmoidCrossEntropy,
  silu,
  softmax,
  softmaxCrossEntropy,
  softplus,
  tanh,
  toRows,
  zeros
} from "../lib/index.js";
import {expectClose} from "./support/close.js";
import {slopes} from "./support/differences.js";
import {
  type Config,
  flat,
  flatParameters,
  type GoldenLayer,
  type GoldenNetwork,
  goldenLoss,
  goldenNetwork,
  goldenOptimizer,
  readGolden
} from "./support/golden.js";

interface Layer {
  readonly [quantity: string]: number[][] | null;
}

interface Training {
  readonly optimizer: string;
  readonly config: Config;
  readonly losses: number[];
  readonly tolerance: number;
  readonly parameters_after: Record<string, GoldenLayer[]>;
}

interface Case extends GoldenNetwork {
  readonly cost: number;
  readonly layers: Layer[];
  readonly train: Training[];
}

const files = ["network-course", "network-softmax", "network-misc"].map(readGolden);
const cases: Case[] = files.flatMap((file) => file.cases);
const byId = Object.fromEntries(cases.map((one) => [one.id, one]));
const singles: Case[] = files.flatMap((file) =>
  file.single_sample.map((one: Case & {of: string}) => ({...byId[one.of], ...one}))
);
const runs = cases.flatMap((one) =>
  one.train.map((run) => ({id: `${one.id} by ${run.optimizer}`, one, run}))
);

describe("against PyTorch", () => {
  test.each([...cases, ...singles])("forward and backward give every quantity of $id", (one) => {
    const made = goldenNetwork(one);
    const [X, Y, loss] = [matrix(one.X), matrix(one.Y), goldenLoss(one)];
    const pass = made.forward(X);
    const {cost, dZ, dA, dW, db, gradient} = made.backward(X, Y, loss, pass);
    expectClose([cost], [one.cost], {absolute: 1e-13});
    one.layers.forEach((layer, l) => {
      const A = one.activations[l] === "softmax" ? softmax(pass.Z[l]) : pass.A[l];
      const ours = {Z: pass.Z[l], A, course_dZ: dZ[l], course_dA: dA[l], dW: dW[l], db: {data: db[l]}};
      for (const [name, {data}] of Object.entries(ours))
        if (layer[name]) expectClose(data, flat(layer[name]), {absolute: 1e-13});
    });
    expectClose(gradient, flat(one.layers.map(({dW, db}) => [flat(dW), flat(db)])), {absolute: 1e-13});
  });

  test.each(runs)("100 full-batch steps on $id", ({one, run}) => {
    const {parameters} = goldenNetwork(one);
    const cost = objective(goldenNetwork(one), goldenLoss(one), matrix(one.X), matrix(one.Y));
    const optimizer = goldenOptimizer(run);
    const state = optimizer.init(parameters.length);
    const absolute = run.tolerance;
    run.losses.forEach((loss, step) => {
      const expected = run.parameters_after[step];
      if (expected) expectClose(parameters, flatParameters(expected), {absolute});
      const {value, gradient} = cost(parameters);
      expectClose([value], [loss], {absolute});
      optimizer.update(parameters, gradient, state);
    });
    expect(Object.keys(run.parameters_after)).toEqual(["1", "10", "100"]);
  });
});

describe("network(options)", () => {
  const drawn = () =>
    network({sizes: [3, 4, 2], activations: [tanh, sigmoid], initializer: glorotNormal, random: random(7)});

  test("looks into one vector: W row by row, then b, layer after layer", () => {
    const {parameters, layers} = network({
      sizes: [2, 3, 1],
      activations: [tanh, identity],
      initializer: zeros
    });
    parameters.set(Float64Array.from({length: 13}, (_, i) => i));
    expect(layers.map(({weights, bias}) => [toRows(weights), [...bias]])).toEqual([
      [
        [
          [0, 1],
          [2, 3],
          [4, 5]
        ],
        [6, 7, 8]
      ],
      [[[9, 10, 11]], [12]]
    ]);
    layers[1].bias[0] = -1;
    expect(parameters[12]).toBe(-1);
  });

  test("draws weights, leaves biases zero, and repeats with the seed to the bit", () => {
    const {parameters, layers} = drawn();
    expect(parameters).toEqual(drawn().parameters);
    expect(layers.flatMap(({bias}) => [...bias])).toEqual([0, 0, 0, 0, 0, 0]);
    expect(new Set(layers.flatMap(({weights}) => [...weights.data])).size).toBe(20);
  });

  test("backward gives the same gradient as views and as one vector", () => {
    const made = drawn();
    const X = matrix([
      [1, 2],
      [3, 4],
      [5, 6]
    ]);
    const {gradient, dW, db} = made.backward(
      X,
      matrix([
        [1, 0],
        [0, 1]
      ]),
      binaryCrossEntropy,
      made.forward(X)
    );
    expect([...gradient]).toEqual(dW.flatMap(({data}, l) => [...data, ...db[l]]));
    expect(dW[1].data.buffer).toBe(gradient.buffer);
  });

  test("a saturated sigmoid keeps dZ = A − Y and a true cost", () => {
    const made = network({sizes: [1, 1], activations: [sigmoid], initializer: constantWeights(1)});
    const X = matrix([[800, -800, 40, 800]]);
    const Y = matrix([[0, 1, 0, 1]]);
    const {cost, dZ} = made.backward(X, Y, binaryCrossEntropy, made.forward(X));
    expect(cost).toBe((800 + 800 + 40) / 4);
    expect([...dZ[0].data]).toEqual([1, -1, 1, 0]);
  });

  test.each([
    [{sizes: [3]}, "sizes must name inputs and outputs at least; got [3]"],
    [{sizes: [3, 0, 1]}, "sizes[1] must be an integer of at least 1; got 0"],
    [{sizes: [3, 2.5, 1]}, "sizes[1] must be an integer of at least 1; got 2.5"],
    [{sizes: [3, Number.NaN, 1]}, "sizes[1] must be an integer of at least 1; got NaN"],
    [{activations: [tanh]}, "activations must be 2, one a layer; got 1"],
    [{initializer: () => new Float64Array(5)}, "initializer must give 6 weights; got 5"],
    [
      {initializer: (a: number, b: number) => new Float64Array(a * b).fill(Number.NaN)},
      "initial weights must be finite; entry 0 is NaN"
    ]
  ])("refuses %o", (wrong, message) => {
    const options = {sizes: [3, 2, 1], activations: [tanh, sigmoid], initializer: zeros, ...wrong};
    expect(() => network(options)).toThrow(new RangeError(message));
  });

  test.each<[object, string]>([
    [{sizes: undefined}, "sizes must be an array; got undefined"],
    [{sizes: "321"}, 'sizes must be an array; got "321"'],
    [{activations: undefined}, "activations must be an array; got undefined"],
    [{activations: tanh}, "activations must be an array; got function"],
    [{initializer: undefined}, "initializer must be an initializer; got undefined"],
    [{random: 7}, "random must be a source of numbers, as random(seed); got 7"]
  ])("refuses another kind of thing: %o", (wrong, message) => {
    const options = {sizes: [3, 2, 1], activations: [tanh, sigmoid], initializer: zeros, ...wrong};
    expect(() => network(options as NetworkOptions)).toThrow(new TypeError(message));
  });

  test("refuses what is no activation, and a draw without random", () => {
    const sizes = [3, 2, 1];
    // @ts-expect-error the family, not a member of it
    expect(() => network({sizes, activations: [tanh, leakyRelu], initializer: zeros})).toThrow(
      new TypeError("activations[1] must be an activation; got function")
    );
    expect(() => network({sizes, activations: [tanh, tanh], initializer: heNormal})).toThrow(
      new TypeError("random must be given to an initializer that draws; got undefined")
    );
  });
});

/** A network of random shape on random data that fit it, with a target that the loss allows. */
interface Problem {
  readonly made: Network;
  readonly loss: Loss;
  readonly X: Matrix;
  readonly Y: Matrix;
}

const hidden = [identity, sigmoid, tanh, relu, leakyRelu(0.1), elu(1.3), gelu, silu, softplus];
const ends: readonly [Loss, Activation, (i: number, j: number, n: number) => number][] = [
  [meanSquaredError, identity, (i, j) => Math.sin(3 * i + 5 * j)],
  [meanSquaredError, gelu, (i, j) => Math.cos(i + j)],
  [binaryCrossEntropy, sigmoid, (i, j) => (i + j) % 2],
  [sigmoidCrossEntropy, identity, (i, j) => (i * j) % 2],
  [softmaxCrossEntropy, identity, (i, j, n) => Number(i === j % n)],
  [softmaxCrossEntropy, tanh, (i, j, n) => Number(i === (2 * j) % n)]
];

const problems = fc
  .record({
    sizes: fc.array(fc.integer({min: 1, max: 6}), {minLength: 2, maxLength: 5}),
    chosen: fc.array(fc.constantFrom(...hidden), {minLength: 3, maxLength: 3}),
    end: fc.constantFrom(...ends),
    m: fc.integer({min: 1, max: 5}),
    seed: fc.integer({min: 0, max: 1e6})
  })
  .map(({sizes, chosen, end: [loss, last, target], m, seed}): Problem => {
    const source = random(seed);
    const activations = [...chosen.slice(0, sizes.length - 2), last];
    const made = network({sizes, activations, initializer: glorotNormal, random: source});
    for (const {bias} of made.layers) bias.set(bias.map(() => source() - 0.5));
    const outputs = sizes[sizes.length - 1];
    const fill = (rows: number, entry: (i: number, j: number) => number) =>
      matrix(Array.from({length: rows}, (_, i) => Array.from({length: m}, (__, j) => entry(i, j))));
    return {
      made,
      loss,
      X: fill(sizes[0], () => 4 * source() - 2),
      Y: fill(outputs, (i, j) => target(i, j, outputs))
    };
  });

/** Central differences mean nothing across a kink. */
const smooth = ({made, X}: Problem) =>
  made.forward(X).Z.every(({data}, l) => {
    const {name} = made.layers[l].activation;
    return !/relu|elu\(/i.test(name) || data.every((z) => Math.abs(z) > 0.02);
  });

describe("for any stack of layers", () => {
  test("objective(…).gradient is the central difference in every parameter", () => {
    fc.assert(
      fc.property(problems.filter(smooth), ({made, loss, X, Y}) => {
        const cost = objective(made, loss, X, Y);
        const expected = slopes((p) => cost(p).value, made.parameters, 1e-4);
        expectClose(cost(made.parameters).gradient, expected, {absolute: 1e-9, relative: 1e-8});
      })
    );
  });

  test("objective(…) neither moves the network nor keeps the parameters", () => {
    fc.assert(
      fc.property(problems, ({made, loss, X, Y}) => {
        const before = made.parameters.slice();
        const cost = objective(made, loss, X, Y);
        const {value} = cost(before.map((p) => p + 1));
        expect(made.parameters).toEqual(before);
        expect(cost(before.map((p) => p + 1)).value).toBe(value);
      })
    );
  });

  test("forward and backward of one sample and of m samples agree to the bit", () => {
    fc.assert(
      fc.property(problems, ({made, loss, X, Y}) => {
        const pass = made.forward(X);
        const {dZ, dA} = made.backward(X, Y, loss, pass);
        for (let j = 0; j < X.columns; ++j) {
          const [x, y] = [selectColumns(X, [j]), selectColumns(Y, [j])];
          const one = made.forward(x);
          const back = made.backward(x, y, loss, one);
          for (const [all, single] of [
            [pass.Z, one.Z],
            [pass.A, one.A],
            [dZ, back.dZ],
            [dA, back.dA]
          ])
            expect(all.map((M) => selectColumns(M, [j]))).toEqual(single);
        }
      })
    );
  });

  test("dW and db of m samples are the means of the single samples'", () => {
    fc.assert(
      fc.property(problems, ({made, loss, X, Y}) => {
        let mean = new Float64Array(made.parameters.length);
        for (let j = 0; j < X.columns; ++j) {
          const [x, y] = [selectColumns(X, [j]), selectColumns(Y, [j])];
          const {gradient} = made.backward(x, y, loss, made.forward(x));
          mean = mean.map((sum, i) => sum + gradient[i] / X.columns);
        }
        const {gradient} = made.backward(X, Y, loss, made.forward(X));
        expectClose(gradient, mean, {absolute: 1e-14, relative: 1e-12});
      })
    );
  });

  test("permuting the samples permutes the columns and nothing else", () => {
    fc.assert(
      fc.property(problems, ({made, loss, X, Y}) => {
        const order = Array.from({length: X.columns}, (_, j) => X.columns - 1 - j);
        const [pass, turned] = [X, selectColumns(X, order)].map((x) => made.forward(x));
        const there = made.backward(X, Y, loss, pass);
        const back = made.backward(selectColumns(X, order), selectColumns(Y, order), loss, turned);
        for (const [all, permuted] of [
          [pass.Z, turned.Z],
          [pass.A, turned.A],
          [there.dZ, back.dZ],
          [there.dA, back.dA]
        ])
          expect(all.map((M) => selectColumns(M, order))).toEqual(permuted);
        expectClose(back.gradient, there.gradient, {absolute: 1e-14, relative: 1e-12});
      })
    );
  });
});

describe("data that does not fit", () => {
  const made = network({sizes: [2, 3, 1], activations: [tanh, sigmoid], initializer: zeros});
  const X = matrix([
    [1, 2, 3],
    [4, 5, 6]
  ]);
  const Y = matrix([[0, 1, 0]]);
  const nan = {rows: 2, columns: 3, data: Float64Array.of(1, 2, Number.NaN, 4, 5, 6)};
  const infinite = {rows: 1, columns: 3, data: Float64Array.of(0, 1, Infinity)};
  const empty = {rows: 2, columns: 0, data: new Float64Array(0)};

  test.each([
    [Y, Y, "X must have 2 rows, one a feature; got 1×3"],
    [X, X, "Y must be 1×3, an output a row, a sample a column; got 2×3"],
    [X, matrix([[1]]), "Y must be 1×3, an output a row, a sample a column; got 1×1"],
    [empty, Y, "X must hold at least one sample, a column; got 2×0"],
    [nan, Y, "X must be finite; entry 2 is NaN"],
    [X, infinite, "Y must be finite; entry 2 is Infinity"]
  ])("objective refuses it: %#", (x, y, message) => {
    expect(() => objective(made, binaryCrossEntropy, x, y)).toThrow(new RangeError(message));
  });

  test("forward, backward and networkOver refuse it", () => {
    expect(() => made.forward(Y)).toThrow(new RangeError("X must have 2 rows, one a feature; got 1×3"));
    const pass = made.forward(X);
    expect(() => made.backward(Y, Y, binaryCrossEntropy, pass)).toThrow(
      "X must have 2 rows, one a feature; got 1×3"
    );
    expect(() => made.backward(selectColumns(X, [0]), Y, binaryCrossEntropy, pass)).toThrow(
      new RangeError("X must be of the pass's 3 samples; got 2×1")
    );
    // @ts-expect-error an array
    expect(() => networkOver([1, 2], [1, 1], [tanh])).toThrow(
      new TypeError("parameters must be a Float64Array; got array")
    );
    expect(() => networkOver(new Float64Array(12), [2, 3, 1], [tanh, sigmoid])).toThrow(
      new RangeError("parameters must have 13 entries; got 12")
    );
  });
});
