import {describe, expect, test} from "vitest";
import {planFor} from "../../lib/simd/plan.js";

const options = {
  sizes: [784, 300, 10],
  activations: [{kind: "relu"}, {kind: "identity"}],
  loss: "softmaxCrossEntropy",
  optimizer: "adam",
  samples: 1000,
  batchSize: 50
} as const;

describe("planFor(…)", () => {
  test("lays no two stretches of memory over each other", () => {
    const plan = planFor(options);
    const vector = 4 * plan.size;
    const stretches: [number, number][] = [
      [plan.address, 4 * plan.fields.length],
      [plan.coefficients, 4 * 9],
      [plan.order, 4 * 1000],
      [plan.parameters, vector],
      [plan.gradient, vector],
      [plan.firstMoment, vector],
      [plan.secondMoment, vector],
      ...plan.outputs.map(({address, stride}): [number, number] => [address, 7 * stride]),
      [plan.inputs, 1000 * plan.inputStride],
      [plan.targets, 1000 * plan.targetStride]
    ];
    stretches.sort(([a], [b]) => a - b);
    for (let i = 1; i < stretches.length; ++i)
      expect(stretches[i][0]).toBeGreaterThanOrEqual(stretches[i - 1][0] + stretches[i - 1][1]);
    const [address, length] = stretches[stretches.length - 1];
    expect(plan.bytes).toBeGreaterThanOrEqual(address + length);
  });

  test("counts the parameters", () => {
    expect(planFor(options).size).toBe(784 * 300 + 300 + 300 * 10 + 10);
  });

  test("refuses what a WebAssembly memory cannot hold", () => {
    expect(() => planFor({...options, samples: 2_000_000})).toThrow(
      new RangeError("network and data must fit into 4 GiB in single precision; they need 6.0 GiB")
    );
  });
});
