import {describe, expect, test} from "vitest";
import {
  type Activation,
  factorPerLayer,
  identity,
  layerStatistics,
  lecunNormal,
  matrix,
  meanSquaredError,
  network,
  normal,
  probe,
  random,
  relu,
  scaled,
  sigmoid,
  spread,
  tanh,
  zeros
} from "../../lib/index.js";
import {expectClose} from "../support/close.js";
import {slopes} from "../support/differences.js";
import {flat, goldenActivation, readGolden} from "../support/golden.js";

interface Case {
  readonly id: string;
  readonly depth: number;
  readonly width: number;
  readonly hidden_activation: string;
  readonly output_activation: string;
  readonly m: number;
  readonly weights: number[][][];
  readonly X: number[][];
  readonly Y: number[][];
  readonly cost: number;
  readonly per_layer: Record<string, number[]>;
}

describe("layerStatistics(network, pass, derivatives)", () => {
  test.each(readGolden("deep").cases as Case[])("agrees with PyTorch on $id", (one) => {
    const made = network({
      sizes: Array(one.depth + 1).fill(one.width),
      activations: Array.from({length: one.depth}, (_, l) =>
        goldenActivation(l === one.depth - 1 ? one.output_activation : one.hidden_activation)
      ),
      initializer: zeros
    });
    made.layers.forEach(({weights}, l) => {
      weights.data.set(flat(one.weights[l]));
    });
    const [X, Y] = [matrix(one.X), matrix(one.Y)];
    const pass = made.forward(X);
    const derivatives = made.backward(X, Y, meanSquaredError, pass);
    const statistics = layerStatistics(made, pass, derivatives);
    const {m, per_layer} = one;
    const relative = 1e-10;
    expectClose([derivatives.cost], [one.cost], {relative});
    const ours: Record<string, number[]> = {
      // a mean of either sign is known to the rounding of what it is the mean of
      activation_std_population: statistics.map(({A}) => A.deviation),
      fraction_zero: statistics.map(({zeroShare}) => zeroShare),
      norm_dW: statistics.map(({dW}) => dW.norm),
      norm_db: statistics.map(({db}) => db.norm),
      mean_abs_dW: statistics.map(({dW}) => dW.meanAbsolute),
      norm_dcost_dA: statistics.map(({dA}) => dA.norm / m),
      norm_dcost_dZ: statistics.map(({dZ}) => dZ.norm / m)
    };
    for (const [name, values] of Object.entries(ours)) expectClose(values, per_layer[name], {relative});
    statistics.forEach(({A}, l) => {
      expectClose([A.mean], [per_layer.activation_mean[l]], {relative, absolute: 1e-14 * A.rms});
    });
  });

  test("tells saturated activations and dead units", () => {
    const made = network({sizes: [1, 2, 2], activations: [relu, tanh], initializer: zeros});
    // the first unit is dead; the second is not on one sample of three; tanh is flat beyond ±2.18
    made.parameters.set([-1, 1, 0, 0, /* */ 0, 2, 0, 0, /* */ 0, 5]);
    const X = matrix([[1, 2, 0]]);
    const pass = made.forward(X);
    const [first, second] = layerStatistics(
      made,
      pass,
      made.backward(
        X,
        matrix([
          [0, 0, 0],
          [0, 0, 0]
        ]),
        probe,
        pass
      )
    );
    expect(first).toMatchObject({zeroShare: 4 / 6, saturatedShare: 4 / 6, deadShare: 0.5});
    expect(second).toMatchObject({zeroShare: 1 / 6, saturatedShare: 4 / 6, deadShare: 0});
    expect(second.Z).toEqual(spread(Float64Array.of(2, 4, 0, 5, 5, 5)));
  });
});

test("spread(values) is mean, deviation, root mean square, mean size and norm", () => {
  expect(spread(Float64Array.of(3, -4, 3, -4))).toEqual({
    mean: -0.5,
    deviation: 3.5,
    rms: Math.sqrt(12.5),
    meanAbsolute: 3.5,
    norm: Math.sqrt(50)
  });
});

test("factorPerLayer(values) is the geometric mean of the factors", () => {
  expect(factorPerLayer([1, 4, 4])).toBe(2);
  expect(factorPerLayer([8, 1, 1, 1])).toBeCloseTo(0.5, 15);
});

test("probe has dA = Y, and is the mean of the products", () => {
  const [A, Y] = [
    matrix([
      [1, 2],
      [3, 4]
    ]),
    matrix([
      [5, -6],
      [7, 8]
    ])
  ];
  expect(probe(A, Y)).toBe((5 - 12 + 21 + 32) / 2);
  expect(probe.sampleGradients(A, Y)).toEqual(Y);
  const value = (data: Float64Array) => probe({...A, data}, Y);
  expectClose(probe.gradient(A, Y).data, slopes(value, A.data), {absolute: 1e-10});
  expect(probe.name).toBe("probe");
});

describe("through 30 layers of 64 units", () => {
  const depth = 30;
  const width = 64;

  /** The factor by which a random gradient grows from layer to layer on its way back, the mean over some seeds. */
  function gradientFactor(activation: Activation, gain: number): number {
    const seeds = [1, 2, 3, 4];
    const factors = seeds.map((seed) => {
      const source = random(seed);
      const made = network({
        sizes: Array(depth + 1).fill(width),
        activations: Array(depth).fill(activation),
        initializer: scaled(lecunNormal, gain),
        random: source
      });
      const drawn = () => matrix(Array.from({length: width}, () => normal(1)(1, 8, source)));
      const [X, Y] = [drawn(), drawn()];
      const pass = made.forward(X);
      const statistics = layerStatistics(made, pass, made.backward(X, Y, probe, pass));
      return factorPerLayer(statistics.map(({dA}) => dA.rms).reverse());
    });
    return factors.reduce((sum, factor) => sum + factor, 0) / seeds.length;
  }

  // views: one run each, computed independently; runs of other seeds lie up to .04 apart
  test.each<[string, Activation, number, number]>([
    ["relu", relu, 1, 0.696],
    ["relu", relu, Math.SQRT2, 0.997],
    ["relu", relu, 1.6, 1.116],
    ["identity", identity, 1.1, 1.078],
    ["sigmoid", sigmoid, 1, 0.233],
    ["tanh", tanh, 1, 0.929],
    ["tanh", tanh, 1.5, 1.023]
  ])("a gradient's factor per layer with %s", (_, activation, gain, factor) => {
    expect(Math.abs(gradientFactor(activation, gain) - factor)).toBeLessThan(0.04);
  });

  test("it is the gain where all is linear, gain/√2 with ReLU, at most gain/4 with the sigmoid", () => {
    expect(gradientFactor(identity, 1.1)).toBeCloseTo(1.1, 1);
    expect(gradientFactor(relu, 1.6)).toBeCloseTo(1.6 / Math.SQRT2, 1);
    expect(gradientFactor(sigmoid, 2)).toBeLessThan(2 / 4);
  });

  test("sd(z) = σ_w √n", () => {
    for (const [n, deviation] of [
      [10, 0.316],
      [100, 1],
      [1000, 3.16]
    ]) {
      const source = random(3);
      const made = network({
        sizes: [n, 400],
        activations: [identity],
        initializer: normal(0.1),
        random: source
      });
      const X = matrix(Array.from({length: n}, () => normal(1)(1, 25, source)));
      const {Z} = made.forward(X);
      expect(Math.abs(spread(Z[0].data).rms / deviation - 1)).toBeLessThan(0.1);
    }
  });
});
