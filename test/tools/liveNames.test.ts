import {expect, test} from "vitest";
import * as library from "../../lib/index.js";
import {libraryNames} from "../../tools/liveNames.js";

const names = libraryNames("lib/index.ts");

test("libraryNames() are the values that the engine exports, each once", () => {
  expect(names.map(({name}) => name).sort()).toEqual(Object.keys(library).sort());
});

test("every name has its docstring, without the marks of a comment", () => {
  expect(names.filter(({text}) => !/^\p{L}/u.test(text) || /\*\/|^\s*\*|@throws/m.test(text))).toEqual([]);
});

test("a function shows its parameters and result, with the formula that it computes", () => {
  expect(names.find(({name}) => name === "multiply")).toEqual({
    name: "multiply",
    signature: "(A: Matrix, B: Matrix): Matrix",
    text: "The matrix product: C = AB, cᵢⱼ = Σₖ aᵢₖ bₖⱼ."
  });
  expect(names.find(({name}) => name === "adam")?.text).toMatch(
    /^Adam: steps .*\n\n {4}v ← β₁ v \+ \(1 − β₁\) g .*\n {4}s ← β₂ s/
  );
});
