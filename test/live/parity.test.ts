import {readdirSync, readFileSync} from "node:fs";
import {createMarkdownIt} from "@observablehq/framework/dist/markdown.js";
import {transformJavaScriptSync} from "@observablehq/framework/dist/javascript/module.js";
import {parseJavaScript} from "@observablehq/framework/dist/javascript/parse.js";
import {transpileJavaScript} from "@observablehq/framework/dist/javascript/transpile.js";
import {transformSync} from "esbuild";
import {describe, expect, test} from "vitest";
import type * as Transpiler from "../../src/live/bundled/transpiler.js";
import {bundle} from "../../tools/liveBundles.js";
import {hardCells, refusedCells, rewrittenCells} from "./hardCells.js";

/** What readers get: the bundle leaves out parts that must not be missed. */
const bundled = Buffer.from(await bundle("src/live/bundled/transpiler.ts")).toString("base64");
const {CellSyntaxError, compileCell} = (await import(
  `data:text/javascript;base64,${bundled}`
)) as typeof Transpiler;

const page = {path: "/en/page", params: {lang: "en"}};

/** What Framework's build makes of a cell. */
function built(source: string): string {
  const cell = parseJavaScript(transformJavaScriptSync(source, "ts"), page);
  return transpileJavaScript(cell, {id: "live", ...page, mode: "block"});
}

/** What the editor makes of it, without the guards. */
function edited(source: string): string {
  const {code} = compileCell(source, page);
  return code
    .replace(/^\(define, __liveImport, __liveLoop\) => \{ "use strict"; |\s*\}$/g, "")
    .replaceAll("__liveLoop();", "")
    .replaceAll("__liveImport(", "import(");
}

/** The same program has the same shortest form, however its types were taken away and its lines laid. */
const shortest = (code: string): string =>
  transformSync(code, {minifySyntax: true, minifyWhitespace: true, format: "esm", legalComments: "none"})
    .code;

function outcome(make: () => string): {code: string} | {refused: true} {
  try {
    return {code: shortest(make())};
  } catch {
    return {refused: true};
  }
}

const fences = (file: string): string[] => {
  const tokens = createMarkdownIt({}).parse(readFileSync(file, "utf8"), {path: "/en/page"});
  return tokens
    .filter(({type, info}) => type === "fence" && /^ts\b/.test(info) && !info.includes("run=false"))
    .map(({content}) => content);
};

const pages = readdirSync("src/[lang]").filter((name) => name.endsWith(".md"));

describe.each(pages)("every cell of %s", (name) => {
  test.each(fences(`src/[lang]/${name}`).map((source, i) => [i + 1, source] as const))(
    "cell %i means edited what it means built",
    (_, source) => {
      expect(outcome(() => edited(source))).toEqual(outcome(() => built(source)));
      expect(outcome(() => built(source))).not.toEqual({refused: true});
    }
  );
});

describe("hard cells mean edited what they mean built", () => {
  test.each(hardCells)("%s", (source) => {
    expect(outcome(() => edited(source))).toEqual(outcome(() => built(source)));
  });

  test.each(rewrittenCells)("%s, by what it declares", (source) => {
    expect(declared(edited(source))).toEqual(declared(built(source)));
  });

  test("some of them are refused, by both", () => {
    const refused = hardCells.filter((source) => "refused" in outcome(() => built(source)));
    expect(refused.length).toBeGreaterThan(20);
    expect(hardCells.length - refused.length).toBeGreaterThan(100);
  });

  test.each(refusedCells)("but %s is refused in the editor alone, which says %s", (source, message) => {
    expect(outcome(() => built(source))).not.toEqual({refused: true});
    expect(() => compileCell(source, page)).toThrow(new CellSyntaxError(message, 1));
  });
});

/** The data that a program's cell gives. */
function declared(program: string): unknown {
  let outputs: unknown;
  new Function("define", program)(({body}: {body: () => unknown}) => {
    outputs = JSON.parse(JSON.stringify(body()));
  });
  return outputs;
}
