import {describe, expect, test} from "vitest";
import {
  binaryCrossEntropy,
  evaluate,
  evaluator,
  identity,
  matrix,
  meanSquaredError,
  predictor,
  sigmoid,
  softmaxCrossEntropy,
  tanh,
  zeroMatrix
} from "../lib/index.js";
import {roundingBounds} from "./simd/roundingBounds.js";
import {type Shape, trial} from "./simd/trial.js";
import {expectClose} from "./support/close.js";

// 1, 255 … 600 samples: within a portion, at its edge, over several, the last one short
const shapes: Shape[] = [1, 7, 255, 256, 257, 600].flatMap((samples) =>
  [
    {loss: softmaxCrossEntropy, last: identity, outputs: 4},
    {loss: binaryCrossEntropy, last: sigmoid, outputs: 1},
    {loss: meanSquaredError, last: tanh, outputs: 3}
  ].map(({loss, last, outputs}) => ({
    sizes: [5, 9, outputs],
    activations: [tanh, last],
    loss,
    samples,
    seed: samples
  }))
);

describe.each(shapes)("of $samples samples under $loss.name", (shape) => {
  const {network, loss, X, Y} = trial(shape);
  const bounds = roundingBounds(network, loss, X, Y);

  test("evaluator({precision}) measures what evaluate does, within the bounds of rounding", () => {
    const exact = evaluate(network, loss, X, Y);
    expect(evaluator({network, loss, X, Y})()).toEqual(exact);
    const {cost, accuracy} = evaluator({network, loss, X, Y, precision: "single"})();
    expectClose([cost], [exact.cost], {absolute: bounds.cost});
    expect(accuracy).toBe(exact.accuracy);
  });

  test("predictor(network, X) gives every layer's outputs, within the bounds of rounding", () => {
    const exact = network.forward(X).A;
    expect(predictor(network, X)()).toEqual(exact);
    const single = predictor(network, X, {precision: "single"})();
    expect(single.map(({rows, columns}) => [rows, columns])).toEqual(
      exact.map(({rows, columns}) => [rows, columns])
    );
    for (const [l, A] of single.entries())
      for (const [i, a] of A.data.entries())
        if (loss !== binaryCrossEntropy || l === 0)
          expect(Math.abs(a - exact[l].data[i])).toBeLessThanOrEqual(bounds.A[l].data[i]);
        else expect(a).toBeCloseTo(exact[l].data[i], 5);
  });
});

test("evaluator and predictor follow the network's parameters", () => {
  const {network, loss, X, Y} = trial(shapes[3]);
  const [measure, predict] = [
    evaluator({network, loss, X, Y, precision: "single"}),
    predictor(network, X, {precision: "single"})
  ];
  const [before, output] = [measure(), predict()[1].data[0]];
  network.parameters.set(network.parameters.map((p) => 2 * p));
  expect(measure().cost).not.toBe(before.cost);
  expect(predict()[1].data[0]).not.toBe(output);
});

test("evaluator and predictor refuse data that do not fit", () => {
  const {network, loss, X, Y} = trial(shapes[0]);
  expect(() => evaluator({network, loss, X: Y, Y})).toThrow("X must have 5 rows, one a feature; got 4×1");
  expect(() => evaluator({network, loss, X, Y: X})).toThrow("Y must be 4×1");
  expect(() => predictor(network, Y)).toThrow("X must have 5 rows, one a feature; got 4×1");
  const odd = {...zeroMatrix(5, 1), data: matrix([[1, 2, 3, 4, Number.MAX_VALUE]]).data.map((x) => x * 10)};
  expect(() => predictor(network, odd)).toThrow("X must be finite; entry 4 is Infinity");
});
