import {readFileSync} from "node:fs";
import {expect, test} from "vitest";
import {checkedWine, wineFeatures} from "../../data/checkedWine.js";
import {fitScaler, matrix} from "../../lib/index.js";
import golden from "../golden/standardization.json" with {type: "json"};
import {expectClose} from "../support/close.js";

const text = readFileSync(new URL("../../data/wine.csv", import.meta.url), "utf8");
const changed = (line: number, from: string, to: string): string =>
  text
    .split("\n")
    .map((row, i) => (i === line - 1 ? row.replace(from, to) : row))
    .join("\n");

test("checkedWine(text) reads 178 wines whose means and deviations are scikit-learn's", () => {
  const {features, classes} = checkedWine(text, "wine.csv");
  expect(classes.length).toBe(178);
  const reference = golden.cases[0];
  const {mean, deviation} = fitScaler(matrix(wineFeatures.map((name) => features[name])));
  expectClose(mean, reference.mean, {relative: 1e-11});
  expectClose(deviation, reference.std_population, {relative: 1e-11});
});

test.each([
  [
    changed(1, "178", "177"),
    "wine.csv:1: the header must be 178,13,class_0,class_1,class_2; got 177,13,class_0,class_1,class_2"
  ],
  [changed(2, "14.23,", ""), "wine.csv:2: a row must have 14 values; got 13"],
  [changed(2, "14.23", "strong"), 'wine.csv:2: alcohol must be a positive number; got "strong"'],
  [changed(2, "14.23", "0"), 'wine.csv:2: alcohol must be a positive number; got "0"'],
  [changed(2, "1065,0", "1065,3"), "wine.csv:2: class must be 0, 1 or 2; got 3"],
  [changed(2, "1065,0", "1065,1"), "wine.csv: classes must hold 59,71,48 wines; got 58,72,48"]
])("a file with a fault is refused", (faulty, message) => {
  expect(() => checkedWine(faulty, "wine.csv")).toThrow(new RangeError(message));
});
