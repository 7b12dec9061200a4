import {expect, test} from "vitest";
import {checkedDigits} from "../../data/checkedDigits.js";
import {packDigits} from "../../data/packDigits.js";
import {readDigits} from "../../src/chapters/digitsLab/readDigits.js";
import {digitsText as text, pageDigits} from "../support/digits.js";

const changed = (line: number, from: string | RegExp, to: string): string =>
  text
    .split("\n")
    .map((row, i) => (i === line - 1 ? row.replace(from, to) : row))
    .join("\n");

test("checkedDigits(text) reads 1,797 digits of 64 pixels", () => {
  const digits = checkedDigits(text, "digits.csv.gz");
  expect(digits).toHaveLength(1797);
  // the first row of the file
  expect(digits[0].pixels.slice(0, 12)).toEqual([0, 0, 5, 13, 9, 1, 0, 0, 0, 0, 13, 15]);
  expect(digits.slice(0, 10).map(({label}) => label)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(new Set(digits.flatMap(({pixels}) => pixels)).size).toBe(17);
});

test.each([
  [changed(1, "0,0,5,", "0,5,"), "digits:1: a row must have 65 values; got 64"],
  [changed(3, /^0/, "17"), 'digits:3: pixel 0 must be an integer from 0 to 16; got "17"'],
  [changed(3, /^0/, "x"), 'digits:3: pixel 0 must be an integer from 0 to 16; got "x"'],
  [changed(2, /1$/, "10"), 'digits:2: the label must be an integer from 0 to 9; got "10"'],
  [
    changed(2, /1$/, "2"),
    "digits: there must be 178,182,177,183,181,182,181,179,174,180 of the digits; got 178,181,178,183,181,182,181,179,174,180"
  ]
])("a file with a fault is refused", (faulty, message) => {
  expect(() => checkedDigits(faulty, "digits")).toThrow(new RangeError(message));
});

test("packDigits(digits) takes at most 60 kB, and readDigits gives every pixel and label back", async () => {
  const digits = checkedDigits(text, "digits");
  expect(packDigits(digits).length).toBeLessThanOrEqual(60_000);
  const {X, labels} = await pageDigits();
  expect([X.rows, X.columns]).toEqual([64, 1797]);
  expect([...labels]).toEqual(digits.map(({label}) => label));
  const columns = digits.map((_, j) => Array.from({length: 64}, (_, k) => X.data[k * 1797 + j]));
  expect(columns).toEqual(digits.map(({pixels}) => [...pixels]));
});

test("readDigits(file) refuses a file that is cut", async () => {
  const cut = new Uint8Array(await new Response(gzipped(Uint8Array.of(1, 2, 3))).arrayBuffer());
  await expect(readDigits(cut.buffer)).rejects.toThrow("the digits must fill 65 planes; got 3 bytes");
});

const gzipped = (bytes: Uint8Array<ArrayBuffer>) =>
  new Response(bytes).body!.pipeThrough(new CompressionStream("gzip"));
