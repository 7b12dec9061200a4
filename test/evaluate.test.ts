import {describe, expect, test} from "vitest";
import {
  accuracy,
  binaryCrossEntropy,
  classes,
  constantWeights,
  evaluate,
  identity,
  matrix,
  meanSquaredError,
  network,
  sigmoid,
  sigmoidCrossEntropy,
  softmaxCrossEntropy,
  zeros
} from "../lib/index.js";

test("classes(prediction) names the largest row of each column, the first of equals", () => {
  expect([
    ...classes(
      matrix([
        [1, 0, 2, -3],
        [0, 5, 2, -1],
        [0, 4, 2, -2]
      ])
    )
  ]).toEqual([0, 1, 0, 1]);
});

describe("accuracy(loss, prediction, target)", () => {
  const oneHot = matrix([
    [1, 0, 0, 0],
    [0, 1, 0, 1],
    [0, 0, 1, 0]
  ]);

  test("under softmax is the share of samples whose largest logit is the target's", () => {
    const logits = matrix([
      [3, 0, 0, 1],
      [1, 2, 0, 0],
      [2, -1, -5, 0.5]
    ]);
    expect(accuracy(softmaxCrossEntropy, logits, oneHot)).toBe(0.5);
  });

  test("of probabilities is the share of outputs on the target's side of one half", () => {
    expect(accuracy(binaryCrossEntropy, matrix([[0.5, 0.49, 0.9, 0.1]]), matrix([[1, 1, 1, 1]]))).toBe(0.5);
  });

  test("of logits is the share of outputs on the target's side of 0", () => {
    expect(accuracy(sigmoidCrossEntropy, matrix([[0, -0.1, 0.3, 0.4]]), matrix([[1, 0, 1, 0]]))).toBe(0.75);
  });

  test("is none for a loss of regression", () => {
    expect(accuracy(meanSquaredError, matrix([[1]]), matrix([[1]]))).toBeUndefined();
  });
});

describe("evaluate(network, loss, X, Y)", () => {
  const X = matrix([[1, -1, 2]]);

  test("gives cost and accuracy", () => {
    const made = network({sizes: [1, 1], activations: [sigmoid], initializer: zeros});
    expect(evaluate(made, binaryCrossEntropy, X, matrix([[1, 0, 1]]))).toEqual({
      cost: expect.closeTo(Math.LN2, 15),
      accuracy: 2 / 3
    });
  });

  test("gives the cost alone for a loss of regression", () => {
    const made = network({sizes: [1, 1], activations: [identity], initializer: constantWeights(2)});
    expect(evaluate(made, meanSquaredError, X, matrix([[1, -1, 2]]))).toEqual({cost: 2});
  });

  test("refuses data that do not fit", () => {
    const made = network({sizes: [2, 1], activations: [sigmoid], initializer: zeros});
    expect(() => evaluate(made, binaryCrossEntropy, X, X)).toThrow(
      new RangeError("X must have 2 rows, one a feature; got 1×3")
    );
  });
});
