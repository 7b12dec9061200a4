import {describe, expect, test} from "vitest";
import {
  type Activation,
  binaryCrossEntropy,
  centralDifferences,
  identity,
  objective,
  relativeError,
  tanh
} from "../../../lib/index.js";
import {checkBlocks, fingerprintOf, gradientOf, tolerance} from "../../../src/chapters/deepNetworks/check.js";
import {ledgerOf} from "../../../src/chapters/deepNetworks/ledger.js";
import {type Bug, bugs} from "../../../src/chapters/deepNetworks/operations.js";
import {slopeBetween, slopeLines, type UPoint, uCurve} from "../../../src/chapters/deepNetworks/uCurve.js";
import {courseExample, pageCode} from "./pageCode.js";

function checked(
  bug: Bug,
  {samples = 8, activation = tanh}: {samples?: number; activation?: Activation} = {}
) {
  const example = courseExample(samples, activation);
  const {network, X, Y} = example;
  const cost = objective(network, binaryCrossEntropy, X, Y);
  const differences = centralDifferences(cost, network.parameters);
  const ledger = ledgerOf(example, pageCode, bug);
  const blocks = checkBlocks(ledger, differences, network.sizes);
  const gradient = gradientOf(ledger, network.sizes);
  return {
    blocks,
    errors: Object.fromEntries(blocks.map(({key, error}) => [key, error])),
    total: gradient && relativeError(gradient, differences),
    fingerprint: fingerprintOf(blocks, samples)
  };
}

describe("the fingerprints of the gradient check", () => {
  test.each(bugs)("know the mistake %s by its numbers", (bug) => {
    expect(checked(bug).fingerprint).toBe(bug);
  });

  test("a right pass is below 10⁻⁶ in every matrix", () => {
    const {blocks, total} = checked("none");
    expect(blocks.map(({key}) => key)).toEqual(["W1", "b1", "W2", "b2", "W3", "b3", "W4", "b4"]);
    for (const {error} of blocks) expect(error).toBeLessThan(tolerance);
    expect(total).toBeLessThan(1e-9);
  });

  // views: .7778 for m = 8
  test.each([2, 5, 8, 16])("without the 1/m every error is (m − 1)/(m + 1), for m = %d", (samples) => {
    const {blocks, total, fingerprint} = checked("mean", {samples});
    for (const {error} of blocks) expect(error).toBeCloseTo((samples - 1) / (samples + 1), 8);
    expect(total).toBeCloseTo((samples - 1) / (samples + 1), 8);
    expect(fingerprint).toBe("mean");
  });

  test("one sample needs no 1/m", () => {
    expect(checked("mean", {samples: 1}).fingerprint).toBe("none");
  });

  test("without the transpose the biases pass, the weights have no shape", () => {
    const {blocks, total} = checked("transpose");
    expect(blocks.find(({key}) => key === "W4")).toEqual({
      key: "W4",
      error: null,
      problem: "cannot multiply 1×8 by 3×8"
    });
    expect(total).toBeNull();
  });

  test("where shapes fit by chance, the check sees the mistake all the same", () => {
    const transpose = checked("transpose", {samples: 5});
    expect(transpose.errors.W2).toBeGreaterThan(0.1);
    expect(transpose.fingerprint).toBe("transpose");
    expect(checked("axis", {samples: 5}).fingerprint).toBe("axis");
  });

  test("along the wrong axis the biases have the wrong shape", () => {
    expect(checked("axis").blocks.find(({key}) => key === "b1")?.problem).toBe("1×8 ≠ 5×1");
  });

  test("without g′ the last layer passes; if all are linear, everything does", () => {
    const {errors} = checked("slope");
    expect(errors.W4).toBeLessThan(tolerance);
    for (const key of ["W1", "b1", "W2", "b2", "W3", "b3"]) expect(errors[key]).toBeGreaterThan(1e-3);
    expect(checked("slope", {activation: identity}).fingerprint).toBe("none");
  });

  test("another mistake is not taken for a known one", () => {
    const {blocks} = checked("none");
    expect(
      fingerprintOf(
        blocks.map((block) => ({...block, error: 0.3})),
        8
      )
    ).toBe("unknown");
  });
});

describe("uCurve(objective, parameters, gradient)", () => {
  const {network, X, Y} = courseExample();
  const cost = objective(network, binaryCrossEntropy, X, Y);
  const {gradient} = cost(network.parameters);
  const states = [...uCurve(cost, network.parameters, gradient)];
  const curve = states.at(-1)!;
  const at = (h: number): number => curve.find(([x]) => Math.abs(Math.log10(x / h)) < 0.01)![1];

  test("grows by one point at a time, smallest h first, from 10⁻¹³ to 10⁻¹", () => {
    expect(states.map(({length}) => length)).toEqual(Array.from({length: 50}, (_, i) => i));
    expect(curve[0][0]).toBeCloseTo(1e-13, 20);
    expect(curve.at(-1)![0]).toBeCloseTo(0.1, 12);
  });

  // views: 1.25e-10 (h = 1e-5), 7.2e-7 (1e-3), 1.06e-3 (1e-12) were another network's: here the laws that they follow
  test("is a valley: slope 2 on the right, −1 on the left, the bottom near 10⁻⁵", () => {
    expect(slopeBetween(curve, 1e-3, 2e-2)).toBeCloseTo(2, 1);
    expect(slopeBetween(curve, 1e-12, 1e-8)).toBeCloseTo(-1, 1);
    const [bottom] = curve.reduce((least, point) => (point[1] < least[1] ? point : least));
    expect(bottom).toBeGreaterThan(1e-6);
    expect(bottom).toBeLessThan(1e-4);
    expect(at(1e-5)).toBeLessThan(1e-9);
    expect(at(1e-3)).toBeGreaterThan(1e-8);
    expect(at(1e-12)).toBeGreaterThan(1e-5);
    expect(at(1e-8)).toBeGreaterThan(10 * at(1e-5));
  });

  test("is empty for a gradient whose shape is wrong", () => {
    expect([...uCurve(cost, network.parameters, null)]).toEqual([[]]);
  });

  test("slopeBetween(points, low, high) is the power of a power law, and NaN of a single point", () => {
    const cubes: UPoint[] = [1, 2, 4, 8].map((h) => [h, 5 * h ** 3]);
    expect(slopeBetween(cubes, 1, 8)).toBeCloseTo(3, 12);
    expect(slopeBetween(cubes, 1, 1)).toBeNaN();
  });

  test("slopeLines(points) are drawn where there are points, and have the slopes 2 and −1", () => {
    const slopes = slopeLines(curve).map((line) => slopeBetween(line, 1e-13, 1));
    expect(slopes[0]).toBeCloseTo(2, 9);
    expect(slopes[1]).toBeCloseTo(-1, 9);
    expect(slopeLines([])).toEqual([[], []]);
  });
});
