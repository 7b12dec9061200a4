import {describe, expect, test} from "vitest";
import {barsOf, explain, neuronOf} from "../../../src/chapters/deepNetworks/explain.js";
import {isMatrix, ledgerOf} from "../../../src/chapters/deepNetworks/ledger.js";
import {
  activeLayer,
  bugs,
  columnsAreSamples,
  formulaText,
  operationsOf,
  symbolOf
} from "../../../src/chapters/deepNetworks/operations.js";
import {courseExample, pageCode} from "./pageCode.js";

const operations = operationsOf(4);
const named = (result: string) => operations.find((operation) => operation.result === result)!;

describe("operationsOf(layers)", () => {
  test("are, for four layers, what is given and 25 operations, forward and then backward", () => {
    expect(operations.map(({result}) => result)).toEqual([
      ...["A0", "Z1", "A1", "Z2", "A2", "Z3", "A3", "Z4", "A4", "J", "dA4"],
      ...["dZ4", "dW4", "db4", "dA3", "dZ3", "dW3", "db3", "dA2"],
      ...["dZ2", "dW2", "db2", "dA1", "dZ1", "dW1", "db1"]
    ]);
  });
});

describe("formulaText(operation, layers)", () => {
  test.each([
    ["Z1", "Z⁽¹⁾ = W⁽¹⁾ · X + b⁽¹⁾"],
    ["A2", "A⁽²⁾ = g Z⁽²⁾"],
    ["dZ3", "dZ⁽³⁾ = dA⁽³⁾ * g′(Z⁽³⁾)"],
    ["dW2", "dW⁽²⁾ = 1/m dZ⁽²⁾ · A⁽¹⁾ᵀ"],
    ["db1", "db⁽¹⁾ = 1/m Σ₁ dZ⁽¹⁾"],
    ["dA1", "dA⁽¹⁾ = W⁽²⁾ᵀ · dZ⁽²⁾"]
  ])("%s", (result, text) => {
    expect(formulaText(named(result), 4)).toBe(text);
  });

  test("writes small letters for one sample, and mistakes as they are made", () => {
    expect(formulaText(named("dW2"), 4, {single: true})).toBe("dW⁽²⁾ = dz⁽²⁾ · a⁽¹⁾ᵀ");
    expect(formulaText(named("db2"), 4, {single: true})).toBe("db⁽²⁾ = dz⁽²⁾");
    expect(formulaText(named("J"), 4, {single: true})).toBe("J = 𝓛");
    expect(formulaText(named("dW2"), 4, {bug: "transpose"})).toBe("dW⁽²⁾ = 1/m dZ⁽²⁾ · A⁽¹⁾");
    expect(formulaText(named("dW2"), 4, {bug: "mean"})).toBe("dW⁽²⁾ = dZ⁽²⁾ · A⁽¹⁾ᵀ");
    expect(formulaText(named("db2"), 4, {bug: "axis"})).toBe("db⁽²⁾ = 1/m Σ₀ dZ⁽²⁾");
    expect(formulaText(named("dZ2"), 4, {bug: "slope"})).toBe("dZ⁽²⁾ = dA⁽²⁾");
    expect(formulaText(named("dZ4"), 4, {bug: "slope"})).toContain("g′");
  });
});

test("symbolOf(key) is the matrix, X and 𝓛 where they have letters of their own", () => {
  expect(["A0", "A2", "loss", "J", "Y"].map((key) => symbolOf(key))).toEqual(["X", "A⁽²⁾", "𝓛", "J", "Y"]);
  expect(["A0", "dA2", "J", "W1", "dW1"].map((key) => symbolOf(key, {single: true}))).toEqual([
    "x",
    "da⁽²⁾",
    "J",
    "W⁽¹⁾",
    "dW⁽¹⁾"
  ]);
});

describe("explain(ledger, operation, at)", () => {
  const combine = {
    sum: (values: number[]) => values.reduce((a, b) => a + b, 0),
    mean: (values: number[]) => values.reduce((a, b) => a + b, 0) / values.length,
    product: (values: number[]) => values.reduce((a, b) => a * b, 1)
  };

  test.each(bugs)("has parts that make every entry of every matrix (mistake: %s)", (bug) => {
    for (const samples of [1, 5, 8]) {
      const ledger = ledgerOf(courseExample(samples), pageCode, bug);
      for (const operation of operations.slice(1)) {
        const made = ledger[operation.result];
        if (!isMatrix(made)) continue;
        for (let k = 0; k < made.data.length; ++k) {
          const at = {row: Math.floor(k / made.columns), column: k % made.columns};
          const {by, parts, value} = explain(ledger, operation, at, {bug})!;
          expect(value).toBe(made.data[k]);
          if (by !== "function")
            expect(combine[by](parts.map(({value}) => value)), `${operation.result} ${bug}`).toBeCloseTo(
              value,
              12
            );
        }
      }
    }
  });

  test("writes the arithmetic with its numbers, and where they stand", () => {
    const ledger = ledgerOf(courseExample(2), pageCode);
    const {equation, marks, by} = explain(ledger, named("dW2"), {row: 1, column: 2})!;
    expect(equation).toMatch(/^dW⁽²⁾\[2, 3\] = 1\/2 \(.* · .* \+ .* · .*\) = /);
    expect(by).toBe("mean");
    expect(marks).toEqual({dZ2: {row: 1}, A1: {row: 2}});
    expect(explain(ledger, named("J"), {row: 0, column: 0})!.equation).toMatch(/^J = 1\/2 \(/);
  });

  test("shortens a long sum and says nothing of what could not be computed", () => {
    const ledger = ledgerOf(courseExample(16), pageCode, "transpose");
    expect(explain(ledger, named("db2"), {row: 0, column: 0})!.equation).toContain(" + … + ");
    expect(explain(ledger, named("dW4"), {row: 0, column: 0})).toBeNull();
  });

  test("barsOf(explanation) puts the result last, across the parts where it is their mean", () => {
    const words = {mean: "mean", describe: (equation: string) => equation};
    const ledger = ledgerOf(courseExample(8), pageCode);
    const bars = (result: string) => barsOf(explain(ledger, named(result), {row: 0, column: 0}), words);
    expect([bars("dW1").across, bars("dW1").result.label, bars("dW1").parts.length]).toEqual([
      true,
      "mean",
      8
    ]);
    expect([bars("Z2").across, bars("Z2").result.label, bars("Z2").parts.length]).toEqual([false, "Σ", 6]);
    expect(barsOf(null, words).parts).toEqual([]);
  });
});

test("an operation knows its place in the network", () => {
  expect(activeLayer(named("A0"))).toBeNull();
  expect(activeLayer(named("dW3"))).toEqual({layer: 3, weights: true, backward: true});
  expect(activeLayer(named("A1"))).toEqual({layer: 1, weights: false, backward: false});
  expect(neuronOf(named("dW3"), {row: 1, column: 4})).toEqual({layer: 3, unit: 1, input: 4});
  expect(neuronOf(named("Z2"), {row: 1, column: 4})).toEqual({layer: 2, unit: 1});
  expect(neuronOf(named("J"), {row: 0, column: 0})).toBeNull();
  expect(["A0", "dZ2", "dW2", "J"].map((result) => columnsAreSamples(named(result)))).toEqual([
    true,
    true,
    false,
    false
  ]);
});
