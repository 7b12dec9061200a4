import {describe, expect, test} from "vitest";
import {CellSyntaxError, compileCell} from "../../src/live/bundled/transpiler.js";
import {errorLine, evaluateCell} from "../../src/live/evaluateCell.js";

const page = {path: "/en/page", params: {lang: "en"}};

/** Runs a cell with the values of its inputs; what it imports is echoed. */
function run(source: string, inputs: Record<string, unknown> = {}, checkLoop = () => {}): unknown {
  const definition = evaluateCell(compileCell(source, page), {
    importModule: async (name) => ({default: name, name, [name]: name}),
    checkLoop,
    name: "tested-cell"
  });
  return definition.body(...definition.inputs.map((name) => inputs[name]));
}

test("compileCell(source) gives back what the cell declares, without its types", () => {
  expect(run("interface A {a: number}\nconst a: A = {a: 1};\nfunction f<T>(x: T): T { return x }")).toEqual({
    a: {a: 1},
    f: expect.any(Function)
  });
});

test("compileCell(source) of a lone expression displays nothing by itself, as in a page, and says so", () => {
  const shown: unknown[] = [];
  run("1 + x", {x: 2, display: (value: unknown) => shown.push(value)});
  expect(shown).toEqual([]);
  expect(compileCell("1 + x", page).silent).toBe(true);
  expect(compileCell("display(1 + x)", page).silent).toBe(false);
  expect(compileCell("const a = 1;", page).silent).toBe(false);
});

test("compileCell(source) puts the page's language in", () => {
  expect(run("const lang = observable.params.lang;")).toEqual({lang: "en"});
});

test("imports, static or not, go through importModule", async () => {
  const source = `import {name as one} from "./one.js";
import * as two from "two";
import three from "three";
import {type Unused} from "types";
const four = (await import("four")).name;`;
  expect(await run(source)).toEqual({
    one: "./one.js",
    two: expect.objectContaining({name: "two"}),
    three: "three",
    four: "four"
  });
});

test.each([
  "for (let i = 0; i < 3; i++) n.push(i);",
  "for (const i of [0, 1, 2]) { n.push(i); }",
  "for (const i in {a: 0, b: 1, c: 2}) n.push(i);",
  "let i = 0; while (i < 3) n.push(i++);",
  "let i = 0; do n.push(i++); while (i < 3);",
  "outer: for (const i of [0, 1, 2]) { n.push(i); continue outer; }"
])("%s calls checkLoop at each of its three turns", (loop) => {
  let turns = 0;
  const n: unknown[] = [];
  run(loop, {n}, () => turns++);
  expect([turns, n.length]).toEqual([3, 3]);
});

test("nested loops without braces keep their meaning", () => {
  const n: number[] = [];
  run("for (const i of [1, 2]) for (const j of [10, 20]) if (i + j > 11) n.push(i + j);\nelse n.push(0);", {
    n
  });
  expect(n).toEqual([0, 21, 12, 22]);
});

test("a loop that checkLoop throws in ends there", () => {
  const stop = () => {
    throw new Error("enough");
  };
  expect(() => run("while (true);", {}, stop)).toThrow("enough");
});

describe("errorLine(error) is the line that the reader wrote", () => {
  test.each([
    ["after nothing", "const a = 1;\nfail();", 2],
    ["after an import of one line", 'import {x} from "x";\nconst a = 1;\nfail();', 3],
    ["after an import of three lines", 'import {\n  x\n} from "x";\nconst a = 1;\nfail();', 5],
    [
      "after two imports with an empty line between",
      'import {x} from "x";\n\nimport {y} from "y";\nfail();',
      4
    ],
    ["before an import", 'fail();\nimport {x} from "x";', 1],
    ["after an interface", "interface A {\n  a: number;\n}\nfail();", 4],
    ["after an empty first line", "\n\nfail();", 3],
    ["in an expression", "fail(\n)", 1],
    ["in the second line of an expression", "[1,\nfail()]", 2]
  ])("%s", async (_, source, line) => {
    const compiled = compileCell(source, page);
    const {inputs, body} = evaluateCell(compiled, {
      importModule: async () => ({}),
      checkLoop() {},
      name: "tested-cell"
    });
    const fail = () => {
      throw new Error("failed");
    };
    const error = await (async () =>
      body(...inputs.map((name) => (name === "fail" ? fail : () => {}))))().catch((error: unknown) => error);
    expect(errorLine(error, source, compiled, "tested-cell")).toBe(line);
  });

  test("of a name that the page lacks it is the first line that holds the whole word", () => {
    const source = "const nopes = 1;\nnope;";
    const error = new Error("nope is not defined");
    expect(errorLine(error, source, compileCell(source, page), "tested-cell")).toBe(2);
  });

  test("of an error from elsewhere there is none", () => {
    expect(errorLine(new Error("far away"), "1", compileCell("1", page), "tested-cell")).toBe(null);
    expect(errorLine("a string", "1", compileCell("1", page), "tested-cell")).toBe(null);
  });
});

test.each([
  ["const a = 1;\nconst a = 2;", "Identifier 'a' has already been declared", 2],
  ["const a = ;", "Unexpected token", 1],
  ["const a = 1;\nb = 2;", "Assignment to external variable 'b'", 2],
  ["export const a = 1;", "Unexpected token 'export'", 1],
  ["const a = 1;\nconst url = import.meta.url;", "import.meta", 2],
  ["const window = 1;", "Global 'window' cannot be redefined", 1],
  ['const a = "open;', "Unterminated string constant", 1],
  ["observable.params.nope", "undefined parameter: nope", 1],
  ["function f() { await 1 }", "Cannot use keyword 'await' outside an async function", 1]
])("compileCell(%j) says %s, line %i", (source, message, line) => {
  try {
    compileCell(source, page);
    expect.unreachable();
  } catch (error) {
    expect(error).toBeInstanceOf(CellSyntaxError);
    expect(error).toMatchObject({message, line});
  }
});

test("the code of a cell is strict, and sees neither this module nor the names that guard it", () => {
  expect(run("const self = (function (this: unknown) { return this })();")).toEqual({self: undefined});
  expect(() => run("const compiled = compileCell;", {})).not.toThrow();
});
