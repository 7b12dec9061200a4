import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {
  binaryCrossEntropy,
  type Loss,
  lossNamed,
  type Matrix,
  map,
  matrix,
  meanSquaredError,
  selectColumns,
  sigmoidCrossEntropy,
  softmax,
  softmaxCrossEntropy,
  toRows,
  transpose,
  zeroMatrix
} from "../lib/index.js";
import golden from "./golden/losses.json" with {type: "json"};
import {matrices, sizes} from "./support/arbitrary.js";
import {expectClose} from "./support/close.js";
import {slopes} from "./support/differences.js";

const bound = {absolute: 1e-15, relative: 1e-12};

interface Case {
  id: string;
  loss: Loss;
  input: Matrix;
  target: Matrix;
  value: number;
  gradient: number[][];
}

/** The golden cases in the course's convention: a column a sample. PyTorch's has a row. */
const cases: Case[] = golden.cases.map((c) => {
  const column = (rows: number[] | number[][]) => transpose(matrix(rows.map((row) => [row].flat())));
  const oneHot = (labels: number[]) =>
    labels.map((label, i) => (c.logits![i] as number[]).map((_, k) => Number(k === label)));
  const {value, gradient} = c.mean_over_elements ?? {value: c.value!, gradient: c.gradient!};
  const loss = {
    mse: meanSquaredError,
    bce: binaryCrossEntropy,
    bce_with_logits: sigmoidCrossEntropy,
    softmax_cross_entropy: softmaxCrossEntropy
  }[c.loss]!;
  return {
    id: c.id,
    loss,
    input: column((c.prediction ?? c.logits)!),
    target: column(c.target ?? c.target_distribution ?? oneHot(c.label!)),
    value,
    gradient: toRows(column(gradient))
  };
});

test.each(cases)("$id: loss(prediction, target) equals the reference", ({loss, input, target, value}) => {
  expectClose([loss(input, target)], [value], bound);
});

// at p exactly 0 or 1 (bce-3) the reference shows PyTorch's clamp of the quotient, another than ours
test.each(cases.filter(({id}) => id !== "bce-3"))(
  "$id: loss.gradient(prediction, target) equals the reference",
  ({loss, input, target, gradient}) => {
    expectClose(loss.gradient(input, target).data, gradient.flat(), bound);
  }
);

test("binaryCrossEntropy of certain probabilities is finite, and 0 where they are right", () => {
  const [P, Y] = [matrix([[0, 1, 0, 1]]), matrix([[0, 1, 1, 0]])];
  const derivatives = binaryCrossEntropy.sampleGradients(P, Y).data;
  expect(derivatives.every(Number.isFinite)).toBe(true);
  expect(derivatives.subarray(0, 2)).toEqual(Float64Array.of(1, -1));
  expect(binaryCrossEntropy(matrix([[0, 1]]), matrix([[0, 1]]))).toBe(0);
});

test("logits losses stay finite at ±1e300", () => {
  const [Z, Y] = [matrix([[1e300], [-1e300]]), matrix([[0], [1]])];
  expect(sigmoidCrossEntropy(Z, Y)).toBe(2e300);
  expect(softmaxCrossEntropy(Z, Y)).toBe(2e300);
  expect(sigmoidCrossEntropy.gradient(Z, Y).data).toEqual(Float64Array.of(1, -1));
  expect(softmaxCrossEntropy.gradient(Z, Y).data).toEqual(Float64Array.of(1, -1));
});

const shapes = fc.tuple(sizes(4), sizes(5));
const pairs: [Loss, fc.Arbitrary<[Matrix, Matrix]>][] = [
  [meanSquaredError, shapes.chain(([n, m]) => fc.tuple(matrices(n, m), matrices(n, m)))],
  [binaryCrossEntropy, shapes.chain(([n, m]) => fc.tuple(matrices(n, m, 0.05, 0.95), matrices(n, m, 0, 1)))],
  [sigmoidCrossEntropy, shapes.chain(([n, m]) => fc.tuple(matrices(n, m, -20, 20), matrices(n, m, 0, 1)))],
  [
    softmaxCrossEntropy,
    shapes.chain(([n, m]) => fc.tuple(matrices(n, m, -20, 20), matrices(n, m).map(softmax)))
  ]
];

describe.each(pairs.map(([loss, pair]) => ({name: loss.name, loss, pair})))("$name", ({loss, pair}) => {
  test("gradient equals the central difference of the mean cost", () => {
    fc.assert(
      fc.property(pair, ([P, Y]) => {
        const numerical = slopes((data) => loss({...P, data}, Y), P.data);
        expectClose(loss.gradient(P, Y).data, numerical, {absolute: 1e-8, relative: 1e-6});
      })
    );
  });

  test("sampleGradients is what each sample gives alone, and m times gradient", () => {
    fc.assert(
      fc.property(pair, ([P, Y]) => {
        const all = loss.sampleGradients(P, Y);
        for (let j = 0; j < P.columns; j++)
          expect(selectColumns(all, [j])).toEqual(
            loss.gradient(selectColumns(P, [j]), selectColumns(Y, [j]))
          );
        expect(loss.gradient(P, Y)).toEqual(map(all, (d) => d / P.columns));
      })
    );
  });

  test("the cost is the mean of the samples' costs", () => {
    fc.assert(
      fc.property(pair, ([P, Y]) => {
        const costs = Array.from({length: P.columns}, (_, j) =>
          loss(selectColumns(P, [j]), selectColumns(Y, [j]))
        );
        const mean = costs.reduce((a, b) => a + b) / P.columns;
        expectClose([loss(P, Y)], [mean], {absolute: 1e-14, relative: 1e-13});
      })
    );
  });

  test("a NaN prediction makes the cost NaN", () => {
    const diverged = {rows: 1, columns: 1, data: Float64Array.of(Number.NaN)};
    expect(loss(diverged, matrix([[1]]))).toBeNaN();
  });

  test("refuses shapes that differ", () => {
    const message = "prediction must be 2×3 as the target; got 3×2";
    expect(() => loss(zeroMatrix(3, 2), zeroMatrix(2, 3))).toThrow(new RangeError(message));
    expect(() => loss.gradient(zeroMatrix(3, 2), zeroMatrix(2, 3))).toThrow(new RangeError(message));
  });

  test("lossNamed(name) finds it", () => {
    expect(lossNamed(loss.name)).toBe(loss);
  });
});

test.each([
  [binaryCrossEntropy, [[1.2]], [[1]], "prediction must lie in [0, 1]; got 1.2"],
  [binaryCrossEntropy, [[0.2]], [[-1]], "target must lie in [0, 1]; got -1"],
  [sigmoidCrossEntropy, [[3]], [[2]], "target must lie in [0, 1]; got 2"],
  [softmaxCrossEntropy, [[3], [1], [0]], [[2], [-1], [0]], "target must lie in [0, 1]; got 2"],
  [
    softmaxCrossEntropy,
    [
      [3, 0],
      [1, 0]
    ],
    [
      [1, 1],
      [0, 1]
    ],
    "target column 1 must sum to 1, one-hot or a distribution; got 2"
  ],
  [
    softmaxCrossEntropy,
    [[3], [1]],
    [[0], [0]],
    "target column 0 must sum to 1, one-hot or a distribution; got 0"
  ]
])("%o refuses %j against %j", (loss, prediction, target, message) => {
  expect(() => loss(matrix(prediction), matrix(target))).toThrow(new RangeError(message));
});

test("lossNamed(name) refuses a name it does not know", () => {
  expect(() => lossNamed("hinge")).toThrow(new RangeError("loss must be known; got hinge"));
});
