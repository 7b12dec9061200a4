import {expect, test} from "vitest";
import {fitScaler} from "../../../lib/index.js";
import {prepare, preparations} from "../../../src/chapters/digitsLab/prepare.js";
import {expectClose} from "../../support/close.js";
import {pageDigits} from "../../support/digits.js";

const digits = await pageDigits();
const row = ({columns, data}: {columns: number; data: Float64Array}, k: number) =>
  data.subarray(k * columns, (k + 1) * columns);

test("every fourth digit is held back: 450 for the test, 1,347 to learn from", () => {
  const {train, test} = prepare(digits, {split: "fourth", scaling: "raw"});
  expect([train.labels.length, test.labels.length]).toEqual([1347, 450]);
  expect([...test.labels.subarray(0, 4)]).toEqual([0, 4, 8, 2]);
  expect([...train.labels.subarray(0, 4)]).toEqual([1, 2, 3, 5]);
  expect(row(test.pixels, 20)[1]).toBe(digits.X.data[20 * 1797 + 4]);
  expect(test.X).toEqual(test.pixels);
});

test("or the last 450", () => {
  const {train, test} = prepare(digits, {split: "writers", scaling: "raw"});
  expect([...test.labels]).toEqual([...digits.labels.subarray(1347)]);
  expect([...train.labels]).toEqual([...digits.labels.subarray(0, 1347)]);
});

test("targets are one-hot, a row a digit", () => {
  const {test} = prepare(digits, {split: "fourth", scaling: "raw"});
  test.labels.forEach((label, j) => {
    expect(Array.from({length: 10}, (_, k) => row(test.Y, k)[j]).indexOf(1)).toBe(label);
  });
});

test("divided pixels reach from 0 to 1", () => {
  const {train, scale} = prepare(digits, {split: "fourth", scaling: "sixteenth"});
  expect([Math.min(...train.X.data), Math.max(...train.X.data)]).toEqual([0, 1]);
  expect(scale({rows: 64, columns: 1, data: new Float64Array(64).fill(4)}).data[9]).toBe(0.25);
});

test("standardized pixels have mean 0 and deviation 1 on the training set, whose statistics the test set gets", () => {
  const {train, test, scale} = prepare(digits, {split: "fourth", scaling: "standardized"});
  const {mean, deviation} = fitScaler(train.X);
  expectClose(mean, new Float64Array(64), {absolute: 1e-12});
  const varies = fitScaler(train.pixels).deviation.map((sigma) => Math.sign(sigma));
  expectClose(deviation, varies, {absolute: 1e-12});
  expect(scale(test.pixels)).toEqual(test.X);
  expect(Math.abs(fitScaler(test.X).mean[20])).toBeGreaterThan(1e-3);
});

test("preparations(digits) makes each once", () => {
  const prepared = preparations(digits);
  const once = prepared({split: "fourth", scaling: "raw"});
  expect(prepared({split: "fourth", scaling: "raw"})).toBe(once);
  expect(prepared({split: "writers", scaling: "raw"})).not.toBe(once);
});
