import {describe, expect, test} from "vitest";
import {CellSyntaxError} from "../../src/live/bundled/cellSyntaxError.js";
import {explain, wideMark} from "../../src/live/explain.js";
import {runMeanings, syntaxMeanings} from "../../src/live/meanings.js";

const meaningOf: [message: string, english: string, inChinese: string][] = [
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
  ["Unexpected character '@'", "The code cannot be read here: @ has no meaning in it.", "@"],
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
  [
    "Assignment to global 'window'",
    "window is the browser’s own and stays as it is: declare a variable of another name.",
    "window"
  ],
  ["Argument name clash", "Two parameters of this function have the same name.", "参数"],
  [
    "'import' and 'export' may only appear at the top level",
    "import stands outside of blocks; export is not needed, for other cells can use what this one declares.",
    "import"
  ],
  [
    "'return' outside of function",
    "return works in functions. A cell shows with display(…), and gives on what it declares.",
    "return"
  ],
  ["Unsyntactic break", "break works in loops only.", "break"],
  [
    "The keyword 'yield' is reserved",
    "yield is a word of the language itself: choose another name.",
    "yield"
  ],
  [
    "Assigning to rvalue",
    "Only a variable or a property can stand to the left of =. To compare, write ===.",
    "==="
  ],
  ["Invalid number", "This number cannot be read.", "数"],
  ["Expected number in radix 2", "This number cannot be read.", "数"],
  ["Invalid regular expression: /(/: Unterminated group", "This regular expression cannot be read.", "正则"],
  ["Missing catch or finally clause", "try needs a catch or a finally after it.", "catch"],
  [
    "Logical expressions and coalesce expressions cannot be mixed. Wrap either by parentheses",
    "?? cannot stand beside || or && without parentheses.",
    "括号"
  ],
  [
    "Deleting local variable in strict mode",
    "delete takes away properties of an object, not variables.",
    "delete"
  ],
  [
    "FileAttachment requires a single literal string argument",
    "FileAttachment takes one text in quotes: the file’s address.",
    "FileAttachment"
  ],
  ["undefined parameter: nope", "observable.params has no nope: it holds lang, the page’s language.", "nope"],
  ["x could not be resolved", "x could not be computed: its cell failed and did not say why.", "x"],
  ["Cannot access 'a' before initialization", "a is used before the line that declares it.", "a"],
  [
    "can't access lexical declaration 'a' before initialization",
    "a is used before the line that declares it.",
    "a"
  ],
  [
    "Cannot assign to read only property 'bowl' of object '#<Object>'",
    ".bowl cannot be set: the object that it belongs to is fixed.",
    ".bowl"
  ],
  [
    "Cannot add property 3, object is not extensible",
    ".3 cannot be set: the object that it belongs to is fixed.",
    ".3"
  ],
  [
    "Cannot destructure property 'a' of 'b.c' as it is undefined.",
    "a is taken out of b.c, which is undefined.",
    "b.c"
  ],
  ["Cannot convert undefined or null to object", "An object is needed here, and there is none.", "对象"],
  ["x is not iterable", "x is gone through like a list, but is none.", "x"],
  [
    "undefined is not iterable (cannot read property Symbol(Symbol.iterator))",
    "undefined is gone through like a list, but is none.",
    "undefined"
  ],
  ["x is not a constructor", "new makes things of a class, and x is none.", "x"],
  ["Class constructor A cannot be invoked without 'new'", "A is a class: write new A(…).", "new A"],
  ["class constructors must be invoked with 'new'", "This is a class: write new before it.", "new"],
  [
    "Reduce of empty array with no initial value",
    "reduce of an empty list needs the value to begin with as its second argument.",
    "reduce"
  ],
  ["Invalid array length", "A list cannot have this length.", "长度"],
  ["Unexpected token 'a', \"abc\" is not valid JSON", "This text is no JSON.", "JSON"],
  ["Unexpected end of JSON input", "This text is no JSON.", "JSON"],
  [
    "File not found: x.json",
    "This page has no file x.json: a cell reaches the files that its page names.",
    "x.json"
  ],
  [
    "Failed to fetch dynamically imported module: x.js",
    "A file could not be fetched: is there a connection?",
    "网络"
  ],
  ["namespace", "A cell cannot hold a namespace: declare an object instead.", "namespace"],
  ["Global 'window' cannot be redefined", "window is the browser’s own: give yours another name.", "window"],
  [
    "Refused to evaluate a string as JavaScript because 'unsafe-eval' is not an allowed source",
    "The host of this site forbids running edited code (its Content-Security-Policy has no unsafe-eval).",
    "unsafe-eval"
  ]
];

describe.each(meaningOf)("explain(%j)", (message, english, inChinese) => {
  test("in English", () => {
    expect(explain(new Error(message), "en")).toBe(english);
  });
  test("in Chinese", () => {
    expect(explain(new Error(message), "zh")).toMatch(/\p{Script=Han}.*[。？]$/u);
    expect(explain(new Error(message), "zh")).toContain(inChinese);
  });
});

test("every meaning is that of one of these messages, and of none that stands before it", () => {
  const all = [...runMeanings, ...syntaxMeanings];
  const met = meaningOf.map(([message]) => all.findIndex(([pattern]) => pattern.test(message)));
  expect(new Set(met)).toEqual(new Set(all.keys()));
});

test("a parser's other messages are told as such, in both languages", () => {
  const error = new CellSyntaxError("Label 'a' is already declared", 1);
  expect(explain(error, "en")).toBe("The code cannot be read here: Label 'a' is already declared.");
  expect(explain(error, "zh")).toBe("代码读到这里读不下去：Label 'a' is already declared。");
});

test("what an input of the cell died of is told with the input's name", () => {
  const failed = (message: string, input: string) => Object.assign(new Error(message), {input});
  expect(explain(failed("x is not a function", "run"), "en")).toBe(
    "run could not be computed. x is called like a function, but is none."
  );
  expect(explain(failed("oops", "run"), "zh")).toBe("run 没有算出来。oops");
  expect(explain(failed("run is not defined", "run"), "en")).toBe(
    "Nothing here is called run: check the spelling, or import it."
  );
});

test("wideMark(line) tells of a mark of Chinese text that stands in the code", () => {
  expect(wideMark("const a = f（1);", "en")).toBe(
    " The mark （ is a full-width one: code needs the plain one."
  );
  expect(wideMark("const a = 1；", "zh")).toBe("这一行的“；”是全角标点：代码要用半角的。");
  expect(wideMark('const a = "，" + `；`; // （）', "en")).toBe("");
});

test("what the reader or the engine says of itself is told as it is", () => {
  expect(explain(new RangeError("learningRate must be positive; got -0.1"), "zh")).toBe(
    "learningRate must be positive; got -0.1"
  );
  expect(explain(new Error("oops"), "en")).toBe("oops");
  expect(explain("a thrown string", "en")).toBe("a thrown string");
  expect(explain(new TypeError(), "en")).toBe("TypeError");
});
