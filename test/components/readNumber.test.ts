import {describe, expect, test} from "vitest";
import {readNumber} from "../../src/components/readNumber.js";

const day = {min: 1, max: 365, integer: true};

test.each([
  ["30", 30],
  [" 30 ", 30],
  ["３０", 30],
  ["3e1", 30]
])("readNumber(%j) understands %d", (text, value) => {
  expect(readNumber(text, day)).toEqual({value});
});

test("readNumber(text) understands a true minus", () => {
  expect(readNumber("−2.5", {min: -20, max: 20})).toEqual({value: -2.5});
});

test.each(["", " ", "abc", "1,5", "NaN", "Infinity", "1e999", "2 3"])(
  "readNumber(%j) is no number",
  (text) => {
    expect(readNumber(text, day)).toEqual({rule: "must be a number"});
    expect(readNumber(text, {...day, language: "zh"})).toEqual({rule: "应为数字"});
  }
);

test("readNumber(text) takes both ends and nothing beyond", () => {
  const noise = {min: 0, max: 20};
  expect(readNumber("0", noise)).toEqual({value: 0});
  expect(readNumber("20", noise)).toEqual({value: 20});
  expect(readNumber("20.1", noise)).toEqual({rule: "must be a number from 0 to 20"});
  expect(readNumber("-1", {...noise, language: "zh"})).toEqual({rule: "应为 0 到 20 之间的数"});
});

test("readNumber(text, {integer}) asks for a whole number", () => {
  expect(readNumber("366", day)).toEqual({rule: "must be a whole number from 1 to 365"});
  expect(readNumber("366", {...day, language: "zh"})).toEqual({rule: "应为 1 到 365 之间的整数"});
  expect(readNumber("3.5", day)).toEqual({rule: "must be a whole number"});
  expect(readNumber("3.5", {...day, language: "zh"})).toEqual({rule: "应为整数"});
});

test("readNumber(text, {zero}) also takes exactly 0", () => {
  const epsilon = {min: 1e-12, max: 1, zero: true};
  expect(readNumber("0", epsilon)).toEqual({value: 0});
  expect(readNumber("1e-13", epsilon)).toEqual({rule: "must be 0 or a number from 10⁻¹² to 1"});
  expect(readNumber("2", {...epsilon, language: "zh"})).toEqual({rule: "应为 0，或 10⁻¹² 到 1 之间的数"});
});

describe("readNumber(text, {check})", () => {
  const check = (beta: number): string | null => (beta >= 0 && beta < 1 ? null : "must lie in [0, 1)");

  test("replaces the range by a rule of its own", () => {
    expect(readNumber("0.9999", {min: 0, max: 0.999, check})).toEqual({value: 0.9999});
    expect(readNumber("1", {min: 0, max: 0.999, check})).toEqual({rule: "must lie in [0, 1)"});
  });
});
