import {expect, test} from "vitest";
import {classes, softmax} from "../../../lib/index.js";
import {type Examined, examiner} from "../../../src/chapters/digitsLab/examiner.js";
import {testAccuracy, trained} from "../../support/trainedDigits.js";

const run = await trained({epochs: 3, layers: 2, width: 8});
const examined: Examined = {network: run.network!, prepared: run.prepared};
const {test: held, train} = run.prepared;

test("examine(examined) counts what each test digit is taken for", () => {
  const {counts, answers, mistakes} = examiner().examine(examined);
  const logits = examined.network.forward(held.X).A.at(-1)!;
  expect(answers).toEqual(classes(logits));
  expect(counts.reduce((a, b) => a + b)).toBe(450);
  const right = Array.from({length: 10}, (_, k) => counts[11 * k]).reduce((a, b) => a + b);
  expect(right / 450).toBeCloseTo(testAccuracy(run), 12);
  expect(mistakes).toHaveLength(450 - right);
});

test("examine(examined) lists the surest mistakes first, with their probability", () => {
  const {mistakes} = examiner().examine(examined);
  const shares = softmax(examined.network.forward(held.X).A.at(-1)!);
  for (const {sample, label, answer, share} of mistakes) {
    expect(label).toBe(held.labels[sample]);
    expect(answer).not.toBe(label);
    expect(share).toBeCloseTo(shares.data[answer * 450 + sample], 4);
  }
  const given = mistakes.map(({share}) => share);
  expect(given).toEqual([...given].sort((a, b) => b - a));
});

test("exciters(examined, layer, neuron, count) are the training digits with the largest activations", () => {
  const found = examiner().exciters(examined, 2, 5, 4);
  const {data, columns} = examined.network.forward(train.X).A[1];
  const values = [...data.subarray(5 * columns, 6 * columns)];
  expect(found).toHaveLength(4);
  const largest = [...values].sort((a, b) => b - a).slice(0, 4);
  for (const [i, {sample, value}] of found.entries()) {
    expect(value).toBeCloseTo(largest[i], 4);
    expect(values[sample]).toBeCloseTo(value, 4);
  }
});

test("an examiner follows the network's parameters", () => {
  const {examine} = examiner();
  const before = examine(examined).counts;
  examined.network.parameters.set(examined.network.parameters.map((p) => -p));
  expect(examine(examined).counts).not.toEqual(before);
});
