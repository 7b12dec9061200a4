import {spawnSync} from "node:child_process";
import {mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {fileURLToPath} from "node:url";
import {afterEach, describe, expect, it} from "vitest";
import {checkCells, createCellChecker, type Diagnostic, findPages} from "../../tools/check-cells.js";

const project = fileURLToPath(new URL("../..", import.meta.url));
const fixtures = join(project, "test/fixtures/cells");

/** What is wrong on each page of the fixtures: line, column, and part of the message. */
const expected: Record<string, [line: number, column: number, message: string][]> = {
  "[lang]/circle.md": [[2, 7, "circular definition: a → b → c → a"]],
  "[lang]/duplicate-definition.md": [
    [2, 7, "beta is defined more than once on this page: also at 6:15"],
    [6, 15, "beta is defined more than once on this page: also at 2:7"],
    [11, 9, "smooth is defined more than once on this page: also at 15:7"],
    [15, 7, "smooth is defined more than once on this page: also at 11:9"]
  ],
  "[lang]/good.md": [],
  "[lang]/implicit-library.md": [
    [2, 13, "implicit library d3: import it from an installed package"],
    [3, 9, "implicit library Plot: import it from an installed package"],
    [7, 9, "implicit library html: import it from an installed package"],
    [10, 3, "implicit library tex: import it from an installed package"],
    [13, 1, "a dot cell needs an implicit library: write run=false to show it only"],
    [17, 50, "Property 'csv' does not exist on type 'FileAttachment'."]
  ],
  "[lang]/inline-error.md": [
    [1, 18, "Cannot find name 'titl'."],
    [3, 37, "Property 'beta' does not exist"],
    [4, 10, "Property 'beta' does not exist"],
    [5, 30, "Property 'y' does not exist on type 'number'."],
    [8, 10, "Cannot find name 'item'."],
    [8, 22, "Cannot find name 'item'."],
    [12, 9, "Cannot find name 'cell'."],
    [21, 3, "Cannot find name 'block'."],
    [24, 12, "Cannot find name 'quote'."],
    [26, 44, "Cannot find name 'formula'."]
  ],
  "[lang]/language-block.md": [
    [5, 14, "Property 'nothing' does not exist"],
    [5, 25, "Cannot find name 'undefinedName'."],
    [16, 22, "Property 'nothing' does not exist"],
    [20, 3, "Cannot find name 'caption'."],
    [25, 3, "Cannot find name 'caption'."]
  ],
  "[lang]/local-import.md": [
    [2, 22, 'a local import must end in .js; got "../lib/index"'],
    [3, 21, 'a local import must end in .js; got "../lib/index.ts"'],
    [4, 21, "Cannot find module 'not-installed'"]
  ],
  "[lang]/missing-export.md": [
    [2, 9, "has no exported member 'html'."],
    [2, 15, "has no exported member named 'smoothe'. Did you mean 'smooth'?"],
    [3, 19, "Cannot find module '../lib/nothing.js'"]
  ],
  "[lang]/missing-file.md": [
    [2, 29, "no file and no loader for /data/dais.json"],
    [5, 18, "no file and no loader for /en/other.json"],
    [8, 1, "FileAttachment requires a single literal string argument"]
  ],
  "[lang]/misspelt-property.md": [[5, 16, "Property 'lenght' does not exist on type 'number[]'."]],
  "[lang]/network-import.md": [
    [2, 21, 'an import must name an installed package or a local file; got "npm:d3"'],
    [3, 31, 'an import must name an installed package or a local file; got "observablehq:stdlib"'],
    [4, 27, 'an import must name an installed package or a local file; got "https://example.org/late.js"']
  ],
  "[lang]/scripts.md": [
    [3, 38, "Property 'lenght' does not exist on type 'number'."],
    [8, 1, "Assignment to external variable 'kept'"],
    [12, 12, "Unexpected token"],
    [16, 1, "Unexpected token 'export'"],
    [20, 1, "Global 'window' cannot be redefined"],
    [24, 1, "Cannot find name 'process'."]
  ],
  "[lang]/second-cell.md": [
    [10, 18, "Property 'trim' does not exist on type 'number'."],
    [10, 31, "Property 'size' does not exist on type '\"b\"'."],
    [14, 6, "This expression is not callable."]
  ],
  "[lang]/syntax-error.md": [
    [6, 21, "',' expected."],
    [12, 14, "Property 'nothing' does not exist"],
    [16, 18, "'}' expected."],
    [21, 1, "'return' outside of function"],
    [26, 7, 'The symbol "twice" has already been declared'],
    [29, 13, "invalid expression"],
    [29, 24, "invalid expression"]
  ],
  "[lang]/types.md": [
    [2, 9, "'Options' is a type and must be imported using a type-only import"],
    [11, 23, "Type 'number' is not assignable to type 'string'."],
    [12, 1, "'smooth' cannot be used as a value because it was imported using 'import type'."]
  ],
  "[lang]/undefined-name.md": [[2, 19, "Cannot find name 'momentun'."]],
  "[lang]/unpaired-block.md": [[3, 1, '"::: en" has no "::: zh" after it']],
  "[lang]/unwrapped.md": [
    [5, 7, "Property 'toUpperCase' does not exist on type 'Promise<string>'."],
    [9, 7, "Property 'then' does not exist on type 'string'."],
    [10, 7, "Property 'next' does not exist on type 'number'."]
  ],
  "[lang]/view-misuse.md": [
    [8, 14, "Property 'toFixed' does not exist on type 'string'."],
    [9, 9, "'bare' is possibly 'null' or 'undefined'."],
    [9, 14, "Property 'trim' does not exist on type 'string | number | boolean"],
    [10, 14, "'HTMLParagraphElement' is not assignable to parameter of type"]
  ],
  "[lang]/wrong-argument.md": [
    [10, 16, "Argument of type 'string' is not assignable to parameter of type 'readonly number[]'."],
    [11, 36, "'initial' does not exist in type 'Options'."]
  ],
  "index.md": [[8, 9, "Cannot find name 'observable'."]]
};

const diagnostic = (file: string, [line, column, message]: [number, number, string]) => ({
  file,
  line,
  column,
  message: expect.stringContaining(message)
});

describe("checkCells({root})", () => {
  const found = checkCells({root: fixtures});

  it("looks at every page", () => {
    expect(findPages(fixtures)).toEqual(Object.keys(expected).map((page) => `src/${page}`));
  });
  it.each(Object.entries(expected))("finds what is wrong on %s, and where", (page, problems) => {
    const file = `src/${page}`;
    expect(found.filter((d) => d.file === file)).toEqual(
      problems.map((problem) => diagnostic(file, problem))
    );
  });
  it("checks the given pages only", () => {
    const pages = ["src/[lang]/undefined-name.md", "src/[lang]/good.md"];
    expect(checkCells({root: fixtures, pages}).map(({file}) => file)).toEqual([pages[0]]);
  });
});

describe("createCellChecker({root})", () => {
  const roots: string[] = [];
  const newProject = (files: Record<string, string>): string => {
    const root = mkdtempSync(join(tmpdir(), "cells-"));
    roots.push(root);
    for (const [path, text] of Object.entries(files)) put(root, path, text);
    return root;
  };
  let clock = 1e9;
  const put = (root: string, path: string, text: string): void => {
    mkdirSync(dirname(join(root, path)), {recursive: true});
    writeFileSync(join(root, path), text);
    utimesSync(join(root, path), ++clock, clock);
  };
  afterEach(() => {
    for (const root of roots.splice(0)) rmSync(root, {recursive: true});
  });
  const tsconfig = '{"compilerOptions": {"strict": true, "module": "ESNext", "moduleResolution": "bundler"}}';
  const page = "src/[lang]/page.md";
  const cell = (code: string): string => `\`\`\`ts\n${code}\n\`\`\`\n`;
  const brief = (diagnostics: Diagnostic[]) => diagnostics.map((d) => `${d.line}:${d.column} ${d.message}`);

  it("sees an edit of a page, of a module and a new file at the next check", () => {
    const root = newProject({"tsconfig.json": tsconfig, [page]: cell("const a: string = 1;")});
    const checker = createCellChecker({root});
    expect(brief(checker.check(page))).toEqual(["2:7 Type 'number' is not assignable to type 'string'."]);
    put(root, page, cell('import {b} from "../components/b.js";\nb.trim();'));
    expect(brief(checker.check(page))).toEqual([
      expect.stringContaining("2:17 Cannot find module '../components/b.js'")
    ]);
    put(root, "src/components/b.ts", "export const b = 1;");
    expect(brief(checker.check(page))).toEqual(["3:3 Property 'trim' does not exist on type '1'."]);
    put(root, "src/components/b.ts", 'export const b = "1";');
    expect(checker.check(page)).toEqual([]);
  });
  it("reports errors of pages, not of the modules that they import", () => {
    const module = "export const b: string = 1;";
    const text = cell('import {b} from "../components/b.js";\nb.size;');
    const root = newProject({"tsconfig.json": tsconfig, [page]: text, "src/components/b.ts": module});
    expect(brief(checkCells({root}))).toEqual(["3:3 Property 'size' does not exist on type 'string'."]);
  });
  it("knows the declarations of the site for packages without types", () => {
    const text = cell('import {b} from "untyped";\nb.size;');
    const files = {
      "tsconfig.json": tsconfig,
      [page]: text,
      "node_modules/untyped/index.js": "export const b = 1;"
    };
    const root = newProject({...files, "node_modules/untyped/package.json": '{"name": "untyped"}'});
    expect(brief(checkCells({root}))).toEqual([
      expect.stringContaining("2:17 Could not find a declaration file")
    ]);
    put(root, "src/untyped.d.ts", 'declare module "untyped" {\n  export const b: number;\n}');
    expect(brief(checkCells({root}))).toEqual(["3:3 Property 'size' does not exist on type 'number'."]);
  });
  it("counts lines and columns alike with a byte order mark and the line ends of Windows", () => {
    const text = `\uFEFF\${a} \${b}\n\n${cell("const a = 1;\nc;")}`.replaceAll("\n", "\r\n");
    const root = newProject({"tsconfig.json": tsconfig, [page]: text});
    expect(brief(checkCells({root}))).toEqual(["1:8 Cannot find name 'b'.", "5:1 Cannot find name 'c'."]);
  });
  it("refuses a project without readable options", () => {
    const nowhere = newProject({[page]: ""});
    expect(() => createCellChecker({root: nowhere})).toThrow(`no tsconfig.json in ${nowhere} or above`);
    const broken = newProject({"tsconfig.json": "{"});
    expect(() => createCellChecker({root: broken})).toThrow("'}' expected.");
  });
});

describe("tools/check-cells.ts", () => {
  it("prints file:line:col error message for each error, counts them, and ends non-zero", () => {
    const args = ["--import", "tsx", join(project, "tools/check-cells.ts")];
    const {status, stdout, stderr} = spawnSync(process.execPath, args, {cwd: fixtures, encoding: "utf8"});
    const errors = Object.values(expected).flat().length;
    expect(status).toBe(1);
    expect(stdout).toBe(`${Object.keys(expected).length} pages, ${errors} errors in cells\n`);
    expect(stderr).toContain("src/[lang]/undefined-name.md:2:19 error Cannot find name 'momentun'.\n");
  });
});
