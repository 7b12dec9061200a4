import {describe, expect, test} from "vitest";
import {
  curveOf,
  foldParameters,
  piecesOf,
  shallowParameters,
  tents
} from "../../../src/chapters/deepNetworks/tents.js";

describe("tents(depth)", () => {
  test.each([1, 2, 3, 4, 5, 6])(
    "with %d hidden layers has 2^depth straight pieces and 6·depth + 1 parameters",
    (depth) => {
      const network = tents(depth);
      expect(piecesOf(curveOf(network))).toBe(2 ** depth);
      expect(network.parameters).toHaveLength(6 * depth + 1);
      expect(foldParameters(depth)).toBe(6 * depth + 1);
      expect(network.sizes).toEqual([1, ...Array.from({length: depth}, () => 2), 1]);
    }
  );

  test("goes from 0 up to 1 and back, between each two pieces", () => {
    const ys = curveOf(tents(2), 8).map(([, y]) => y);
    expect(ys).toEqual([0, 0.5, 1, 0.5, 0, 0.5, 1, 0.5, 0]);
  });
});

test("piecesOf(points) counts the slopes that differ", () => {
  expect(piecesOf([0, 1, 2].map((x) => [x, 3 * x]))).toBe(1);
  expect(piecesOf([0, 1, 2, 3].map((x) => [x, Math.abs(x - 1)]))).toBe(2);
});

test("a single hidden layer of w ReLUs has 3w + 1 parameters for w + 1 pieces", () => {
  expect([2, 64].map(shallowParameters)).toEqual([4, 190]);
});
