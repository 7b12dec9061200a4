import {describe, expect, test} from "vitest";
import {
  type Activation,
  factorPerLayer,
  identity,
  layerStatistics,
  lecunNormal,
  matrix,
  meanField,
  meanSquaredError,
  network,
  normal,
  probe,
  random,
  relu,
  scaled,
  sigmoid,
  signalStatistics,
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

test("spread(values) has its root mean square where the squares leave the range of numbers", () => {
  for (const unit of [1e300, 1e-300]) {
    const {rms, deviation, norm} = spread(Float64Array.of(3 * unit, -4 * unit, 3 * unit, -4 * unit));
    expectClose([rms, deviation, norm], [Math.sqrt(12.5) * unit, 3.5 * unit, Math.sqrt(50) * unit], {
      relative: 1e-14
    });
  }
  expect(spread(new Float64Array(3)).rms).toBe(0);
  expect(spread(Float64Array.of(1, Infinity)).rms).toBe(Infinity);
  expect(spread(Float64Array.of(1, Number.NaN)).rms).toBeNaN();
});

test("signalStatistics(…) is what layerStatistics(…) says of the signals", () => {
  const source = random(1);
  const made = network({sizes: [3, 4, 2], activations: [relu, tanh], initializer: normal(1), random: source});
  const [X, Y] = [3, 2].map((rows) => ({rows, columns: 5, data: normal(1)(rows, 5, source)}));
  const pass = made.forward(X);
  const derivatives = made.backward(X, Y, probe, pass);
  const signals = {dA: derivatives.dA, dZ: derivatives.dZ};
  expect(layerStatistics(made, pass, derivatives)).toMatchObject(signalStatistics(made, pass, signals));
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

  /** The factors by which a random gradient of one sample grows from layer to layer on its way back, a seed each. */
  const gradientFactors = (activation: Activation, gain: number) =>
    Array.from({length: 12}, (_, seed) => {
      const source = random(seed);
      const made = network({
        sizes: Array(depth + 1).fill(width),
        activations: Array(depth).fill(activation),
        initializer: scaled(lecunNormal, gain),
        random: source
      });
      const drawn = () => ({rows: width, columns: 1, data: normal(1)(width, 1, source)});
      const [x, y] = [drawn(), drawn()];
      const pass = made.forward(x);
      const statistics = layerStatistics(made, pass, made.backward(x, y, probe, pass));
      return factorPerLayer(statistics.map(({dZ}) => dZ.rms).reverse());
    });

  /**
   * The factor's square in one layer is ν² Σ w² g′² / n E[w²], n independent terms, so its relative variance is
   * v = (3 E[g′⁴] / E[g′²]² − 1) / n. Its logarithm lies v/2 below that of the mean; halves of both are the factor's own.
   * g′⁴ is the square of the activation whose slope is g′².
   */
  function law(activation: Activation, gain: number): {logarithm: number; deviation: number} {
    const {dZ, slope} = meanField({activation, depth, weightScale: gain});
    const squared = Object.assign((z: number) => activation(z), {
      derivative: (z: number) => activation.derivative(z) ** 2
    });
    const fourth = meanField({activation: squared as Activation, depth, weightScale: gain}).slope;
    const variances = slope.slice(0, -1).map((s, l) => (3 * (fourth[l] / s ** 2) ** 2 - 1) / width);
    const variance = variances.reduce((sum, v) => sum + v) / variances.length;
    return {
      logarithm: Math.log(factorPerLayer([...dZ].reverse())) - variance / 4,
      deviation: Math.sqrt(variance / 4 / (depth - 1))
    };
  }

  // views: one run each, computed independently; bound: the gain, gain/√2 with ReLU, at most gain/4 with the sigmoid
  test.each<{activation: Activation; gain: number; factor: number; bound: number}>([
    {activation: relu, gain: 1, factor: 0.696, bound: 1 / Math.SQRT2},
    {activation: relu, gain: Math.SQRT2, factor: 0.997, bound: 1},
    {activation: relu, gain: 1.6, factor: 1.116, bound: 1.6 / Math.SQRT2},
    {activation: identity, gain: 1.1, factor: 1.078, bound: 1.1},
    {activation: sigmoid, gain: 1, factor: 0.233, bound: 1 / 4},
    {activation: tanh, gain: 1, factor: 0.929, bound: 1},
    {activation: tanh, gain: 1.5, factor: 1.023, bound: 1.5}
  ])(
    "a gradient's factor per layer with $activation.name and gain $gain is like $factor",
    ({activation, gain, factor, bound}) => {
      const {logarithm, deviation} = law(activation, gain);
      const {mean} = spread(Float64Array.from(gradientFactors(activation, gain), Math.log));
      expect(Math.abs(Math.log(factor) - logarithm)).toBeLessThan(3 * deviation);
      expect(Math.abs(mean - logarithm)).toBeLessThan((4 * deviation) / Math.sqrt(12));
      expect(Math.exp(logarithm)).toBeLessThan(bound);
    }
  );

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
