import {describe, expect, test} from "vitest";
import {explain} from "../../src/live/explain.js";

describe.each([
  ["nope is not defined", "Nothing here is called nope: check the spelling, or import it.", "nope"],
  ["Can't find variable: nope", "Nothing here is called nope: check the spelling, or import it.", "nope"],
  [
    "Assignment to external variable 'x'",
    "x belongs to another cell, and a cell changes only what it declares itself.",
    "x"
  ],
  [
    "Assignment to constant variable.",
    "A const keeps its first value: declare it with let to change it.",
    "let"
  ],
  [
    "invalid assignment to const 'a'",
    "A const keeps its first value: declare it with let to change it.",
    "let"
  ],
  ["Identifier 'a' has already been declared", "This cell declares a twice.", "a"],
  ["a is defined more than once", "Two cells of this page declare a: give one of them a new name.", "a"],
  [
    "circular definition",
    "This cell waits for itself: it uses a name that is computed from its own result.",
    "等"
  ],
  ["Unexpected token 'export'", "Leave out export: whatever a cell declares, other cells can use.", "export"],
  ['Unexpected token, expected ")"', "The code cannot be read here: ) is missing.", ")"],
  ["Unexpected token", "The code cannot be read here: something is missing, or one thing too many.", "读"],
  [
    "Unexpected character '@'",
    "The code cannot be read here: something is missing, or one thing too many.",
    "读"
  ],
  [
    "Unterminated string constant",
    "Something that opens here is never closed: a quote, a template, a comment.",
    "关"
  ],
  [
    "Cannot use keyword 'await' outside an async function",
    "await works at the top of a cell and in functions marked async.",
    "async"
  ],
  ["Cannot read properties of undefined (reading 'x')", ".x is asked of something that is undefined.", ".x"],
  ["Cannot set properties of null (setting 'x')", ".x is asked of something that is null.", ".x"],
  [`can't access property "x", a is undefined`, ".x is asked of something that is not there.", ".x"],
  ["a.b is not a function", "a.b is called like a function, but is none.", "a.b"],
  ["Maximum call stack size exceeded", "A function calls itself without end.", "函数"],
  ["too much recursion", "A function calls itself without end.", "函数"],
  ["import.meta", "An edited cell has no import.meta.", "import.meta"],
  ["namespace", "A cell cannot hold a namespace: declare an object instead.", "namespace"],
  ["Global 'window' cannot be redefined", "window is the browser’s own: give yours another name.", "window"],
  [
    "Refused to evaluate a string as JavaScript because 'unsafe-eval' is not an allowed source",
    "The host of this site forbids running edited code (its Content-Security-Policy has no unsafe-eval).",
    "unsafe-eval"
  ]
])("explain(%j)", (message, english, inChinese) => {
  test("in English", () => {
    expect(explain(new Error(message), "en")).toBe(english);
  });
  test("in Chinese", () => {
    expect(explain(new Error(message), "zh")).toMatch(/\p{Script=Han}.*。$/u);
    expect(explain(new Error(message), "zh")).toContain(inChinese);
  });
});

test("what the reader or the engine says of itself is told as it is", () => {
  expect(explain(new RangeError("learningRate must be positive; got -0.1"), "zh")).toBe(
    "learningRate must be positive; got -0.1"
  );
  expect(explain(new Error("oops"), "en")).toBe("oops");
  expect(explain("a thrown string", "en")).toBe("a thrown string");
  expect(explain(new TypeError(), "en")).toBe("TypeError");
});
