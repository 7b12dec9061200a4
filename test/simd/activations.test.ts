import {describe, expect, test} from "vitest";
import {identity, type Matrix, meanSquaredError, networkOver} from "../../lib/index.js";
import {kernelModule} from "../../lib/simd/kernelModule.js";
import {kindsOf} from "../../lib/simd/kindsOf.js";
import {singleNetwork} from "../../lib/simd/singleNetwork.js";
import {activationUlps, u} from "./roundingBounds.js";
import {activations} from "./trial.js";

const row = (numbers: readonly number[]): Matrix => ({
  rows: 1,
  columns: numbers.length,
  data: Float64Array.from(numbers, Math.fround)
});

/** From the smallest to where every activation has reached its tail, dense around 0, of both signs. */
const grid = Array.from({length: 4001}, (_, i) => {
  const x = (i - 2000) / 2000;
  return Math.fround(Math.sign(x) * (Math.abs(x) ** 3 * 110 + Math.abs(x) * 1e-3));
});

/** g(z) and g′(z) as the kernels have them: one unit with weight 1 and target −3, so that db = 2 (g(z) + 3) g′(z). */
function valuesAndSlopes(activation: (typeof activations)[number], z: readonly number[]) {
  const {layers} = networkOver(Float64Array.of(1, 0), [1, 1], [activation]);
  const kinds = kindsOf(layers, meanSquaredError);
  const one = singleNetwork(
    kernelModule()!,
    {sizes: [1, 1], ...kinds, optimizer: "none", batchSize: z.length},
    row(z),
    row(z.map(() => -3))
  );
  one.parameters[0] = 1;
  one.order.set(z.map((_, i) => i));
  const [A] = one.predict(0, z.length);
  const slopes = z.map((_, i) => {
    one.differentiate(i, 1);
    return one.gradient[1] / (2 * (A.data[i] + 3));
  });
  return {values: A.data, slopes};
}

describe("the kernels' activations are as near to double precision as the bounds of rounding assume", () => {
  for (const activation of activations)
    test(activation.name, () => {
      const [value, slope] = activationUlps[activation.name.replace(/\(.*/, "")];
      const got = valuesAndSlopes(activation, grid);
      grid.forEach((z, i) => {
        const [a, d] = [activation(z), activation.derivative(z)];
        expect(Math.abs(got.values[i] - a), `g(${z})`).toBeLessThanOrEqual(
          value * u * Math.max(1, Math.abs(a))
        );
        // four more roundings lie on the way through db
        expect(Math.abs(got.slopes[i] - d), `g′(${z})`).toBeLessThanOrEqual(
          (slope + 4) * u * Math.max(1, Math.abs(d))
        );
      });
    });
});

describe("the kernels' activations keep small values small: near 0 the error is relative", () => {
  for (const activation of activations.filter((g) => g(0) === 0))
    test(activation.name, () => {
      const small = [1e-30, 1e-12, 1e-6, 1e-4, 1e-3, 1e-2, 0.1].flatMap((z) => [z, -z]).map(Math.fround);
      const {values} = valuesAndSlopes(activation, small);
      small.forEach((z, i) => {
        const a = activation(z);
        expect(Math.abs(values[i] - a), `g(${z})`).toBeLessThanOrEqual(8 * u * Math.abs(a));
      });
    });
});

describe("the kernels' activations stay finite and reach their limits", () => {
  const far = [-1e30, -1000, 1000, 1e30];
  const limits: Readonly<Record<string, readonly number[]>> = {
    sigmoid: [0, 0, 1, 1],
    tanh: [-1, -1, 1, 1],
    relu: [0, 0, 1000, 1e30],
    "elu(1.5)": [-1.5, -1.5, 1000, 1e30],
    gelu: [0, 0, 1000, 1e30],
    silu: [0, 0, 1000, 1e30],
    softplus: [0, 0, 1000, 1e30]
  };
  for (const activation of activations.filter(({name}) => name in limits))
    test(activation.name, () => {
      const {values, slopes} = valuesAndSlopes(activation, far);
      expect(Array.from(values, (a) => a + 0)).toEqual(limits[activation.name].map(Math.fround));
      const flat = (i: number) => (i > 1 && limits[activation.name][3] > 1 ? 1 : 0);
      for (const [i, d] of slopes.entries()) expect(d + 0).toBeCloseTo(flat(i), 6);
    });

  test("what is no number stays none", () => {
    for (const activation of [...activations, identity]) {
      const {layers} = networkOver(Float64Array.of(1, 0), [1, 1], [activation]);
      const options = {
        sizes: [1, 1],
        ...kindsOf(layers, meanSquaredError),
        optimizer: "none",
        batchSize: 1
      } as const;
      const one = singleNetwork(kernelModule()!, options, row([1]), row([0]));
      one.parameters[0] = NaN;
      expect(one.differentiate(0, 1), activation.name).toBeNaN();
    }
  });
});
