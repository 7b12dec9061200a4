import {type ParsedCell, parseJavaScript} from "@observablehq/framework/dist/javascript/parse.js";
import {transpileJavaScript} from "@observablehq/framework/dist/javascript/transpile.js";
import {getLineInfo} from "acorn";
import {simple} from "acorn-walk";
import {transform} from "sucrase";
import {CellSyntaxError} from "./cellSyntaxError.js";
import {guard} from "./guard.js";

/** A cell made ready for the runtime. */
export interface CompiledCell {
  /** The expression of a function `(define, importModule, checkLoop)` that defines the cell. */
  readonly code: string;
  /** For each line of `code`, the line of the source that it comes from, counted from 1; 0 where it comes from none. */
  readonly lines: readonly number[];
  /** Whether it is a lone expression whose value nobody sees. */
  readonly silent: boolean;
}

export interface CompileOptions {
  /** The page's path from the root of the site, e.g. `/en/momentum`: imports and files are relative to it. */
  readonly path: string;
  /** What `observable.params` holds. */
  readonly params: Readonly<Record<string, string>>;
}

/**
 * Turns the TypeScript of a cell into what Framework's build would have made of it: the types go, Framework's own
 * parser and transpiler do the rest; then imports are led through `importModule` and loops call `checkLoop`.
 *
 * @throws CellSyntaxError with the line at fault
 */
export function compileCell(source: string, {path, params}: CompileOptions): CompiledCell {
  try {
    refuseNamespace(source);
    const cell = parseJavaScript(stripTypes(source), {path, params});
    refuseImportMeta(cell);
    const definition = transpileJavaScript(cell, {id: "live", path, params, mode: "block"});
    return {code: guard(definition), lines: definitionLines(cell), silent: isSilent(cell)};
  } catch (error) {
    throw error instanceof SyntaxError && !(error instanceof CellSyntaxError)
      ? CellSyntaxError.of(error)
      : error;
  }
}

/**
 * Lines stay where they are; imports stay although nothing uses them, as in a page. The semicolon makes a lone
 * expression a statement, as it is in a TypeScript cell of a page.
 */
const stripTypes = (source: string): string =>
  `${transform(source, {transforms: ["typescript"], disableESTransforms: true, keepUnusedImports: true}).code}\n;`;

/** Sucrase leaves a namespace out without a word. */
function refuseNamespace(source: string): void {
  const line = source.split("\n").findIndex((text) => /^\s*(?:namespace|module)\s+[\w$.]+\s*\{/.test(text));
  if (line >= 0) throw new CellSyntaxError("namespace", line + 1);
}

/** An edited cell has no address of its own. */
function refuseImportMeta({body, input}: ParsedCell): void {
  simple(body, {
    MetaProperty({meta, start}) {
      if (meta.name === "import") throw new CellSyntaxError("import.meta", getLineInfo(input, start).line);
    }
  });
}

/** The body holds the expression and the empty statement that its semicolon makes. */
const isSilent = ({body, references}: ParsedCell): boolean =>
  body.body.filter(({type}) => type !== "EmptyStatement").every(({type}) => type === "ExpressionStatement") &&
  body.body.some(({type}) => type === "ExpressionStatement") &&
  !references.some(({name}) => name === "display" || name === "view");

/** Framework puts the head of its function before the cell's own lines, and its imports in one line. */
function definitionLines({body, input}: ParsedCell): number[] {
  const imports = body.body.filter(({type}) => type === "ImportDeclaration");
  return [...(imports.length ? [0, 0] : [0]), ...keptLines(input, imports)];
}

/** The lines of a text that are left when Framework has taken out the imports, each with its line break, and trimmed. */
function keptLines(input: string, imports: readonly {start: number; end: number}[]): number[] {
  const gone = (i: number): boolean =>
    (i === 0 && input[i] === "\n") ||
    imports.some(({start, end}) => i >= start && i < end + Number(input[end] === "\n"));
  const kept: number[] = [];
  let line = 1;
  let fresh = true;
  for (let i = 0; i < input.length; ++i) {
    if (!gone(i)) {
      if (fresh) kept.push(line);
      fresh = input[i] === "\n";
    }
    if (input[i] === "\n") ++line;
  }
  return kept;
}
