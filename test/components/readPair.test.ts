import {expect, test} from "vitest";
import {type Pair, readPair, writePair} from "../../src/components/readPair.js";

const domain: readonly [Pair, Pair] = [
  [-2.2, 2.2],
  [-1, 1]
];

test.each([
  ["1,0.5", [1, 0.5]],
  [" −1.9 ， 0.8 ", [-1.9, 0.8]],
  ["-2.2,1", [-2.2, 1]]
])("readPair(%j) understands %j", (text, value) => {
  expect(readPair(text, {domain})).toEqual({value});
});

test.each(["", "1", "1,", ",1", "1,2,3", "1,,1", "a,b", "NaN,0", "2.3,0", "0,-1.01"])(
  "readPair(%j) is no pair within the domain",
  (text) => {
    expect(readPair(text, {domain})).toEqual({
      rule: "must be two numbers with a comma between, x from −2.2 to 2.2 and y from −1 to 1"
    });
    expect(readPair(text, {domain, language: "zh"})).toEqual({
      rule: "应为以逗号分隔的两个数，x 在 −2.2 到 2.2 之间，y 在 −1 到 1 之间"
    });
  }
);

test("readPair(text, {integer}) takes whole numbers only, and names what they are", () => {
  const rule = {domain, integer: true, names: ["direction", "height"]} as const;
  expect(readPair("2,-1", rule)).toEqual({value: [2, -1]});
  expect(readPair("0.5,0", rule)).toEqual({
    rule: "must be two whole numbers with a comma between, direction from −2.2 to 2.2 and height from −1 to 1"
  });
});

test("writePair(pair) is what readPair understands", () => {
  expect(readPair(writePair([-1.234, 5e-7]), {domain})).toEqual({value: [-1.234, 5e-7]});
});
