import {readdirSync, readFileSync} from "node:fs";
import {join, resolve} from "node:path";
import {pathToFileURL} from "node:url";
import * as libraries from "@observablehq/framework/dist/client/stdlib/recommendedLibraries.js";
import * as datasets from "@observablehq/framework/dist/client/stdlib/sampleDatasets.js";
import {LoaderResolver} from "@observablehq/framework/dist/loader.js";
import ts from "typescript";
import {findCells, pageParser} from "./cells/findCells.js";
import {type PageModule, pageModule} from "./cells/pageModule.js";
import {pageProgram} from "./cells/pageProgram.js";
import {pageProblems} from "./cells/pageProblems.js";
import {placeIn, type Problem, readCell} from "./cells/readCell.js";
import {LanguageError} from "./language.js";

/** An error in a cell; line and column count from 1. */
export interface Diagnostic {
  /** The page, e.g. `src/[lang]/momentum.md`. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

export interface CellChecker {
  /** The errors of one page, e.g. `src/[lang]/momentum.md`, or of every page. */
  check(page?: string): Diagnostic[];
}

/** All errors of the cells on the given pages of the project at `root`, or on every page. */
export function checkCells({root, pages}: {root: string; pages?: readonly string[]}): Diagnostic[] {
  const checker = createCellChecker({root});
  return pages ? pages.flatMap((page) => checker.check(page)) : checker.check();
}

/** A checker that remembers what it read: after the first, checking one page takes a fraction of a second. */
export function createCellChecker({root}: {root: string}): CellChecker {
  const project = resolve(root);
  const parser = pageParser();
  const files = new LoaderResolver({root: join(project, "src")});
  const program = pageProgram(project);

  function read(page: string): {module: PageModule; problems: Problem[]} {
    const source = readFileSync(join(project, page), "utf8").replace(/^\uFEFF/, "");
    const {cells, problems} = cellsOf(source, page);
    const module = pageModule(cells);
    program.set(page, module.text);
    return {module, problems: [...problems, ...pageProblems(cells, files)]};
  }
  function cellsOf(source: string, page: string) {
    try {
      return {cells: findCells(source, page.slice("src/".length), parser).map(readCell), problems: []};
    } catch (error) {
      if (!(error instanceof LanguageError)) throw error;
      return {cells: [], problems: [{place: {line: error.line, column: 0}, message: error.rule}]};
    }
  }
  function check(page?: string): Diagnostic[] {
    const pages = page === undefined ? findPages(project) : [page];
    const readings = pages.map((name) => ({name, ...read(name)}));
    return readings.flatMap(({name, module, problems}) => {
      const found = program.diagnose(name).flatMap((diagnostic) => toProblem(diagnostic, module) ?? []);
      return inOrder([...problems, ...found]).map(({place, message}) => ({
        file: name,
        line: place.line + 1,
        column: place.column + 1,
        message
      }));
    });
  }
  return {check};
}

/** Every page below `src`: not what is linked there or kept by Framework. */
export const findPages = (root: string): string[] =>
  readdirSync(join(root, "src"), {recursive: true, encoding: "utf8"})
    .filter((file) => file.endsWith(".md") && !/^(lib|data|\.observablehq)\//.test(file))
    .map((file) => `src/${file}`)
    .sort();

/** Problems by place; of two at the same place the first stays: our rule says more than the type error it causes. */
function inOrder(problems: readonly Problem[]): Problem[] {
  const places = new Map<string, Problem>();
  for (const problem of problems) {
    const key = `${problem.place.line}:${problem.place.column}`;
    if (!places.has(key)) places.set(key, problem);
  }
  return [...places.values()].sort(({place: a}, {place: b}) => a.line - b.line || a.column - b.column);
}

const implicitLibraries = new Set([...Object.keys(libraries), ...Object.keys(datasets)]);

/** TypeScript's codes for a name that nobody defines: alone, with a suggestion, as a namespace, as a script's global. */
const unknownName = new Set([2304, 2552, 2503, 2686]);

/** A type error as a problem of the page; null where it is not in a cell or asks a script for types. */
function toProblem({start, length, code, messageText}: ts.Diagnostic, module: PageModule): Problem | null {
  const origin = module.origin(start!);
  const isAboutMissingTypes = Math.floor(code / 100) === 70;
  if (!origin || (isAboutMissingTypes && origin.cell.kind !== "ts")) return null;
  const name = module.text.slice(start, start! + length!);
  const message =
    unknownName.has(code) && implicitLibraries.has(name)
      ? `implicit library ${name}: import it from an installed package`
      : ts.flattenDiagnosticMessageText(messageText, "\n");
  return {place: placeIn(origin.cell, origin.position), message};
}

export const formatDiagnostic = ({file, line, column, message}: Diagnostic): string =>
  `${file}:${line}:${column} error ${message}`;

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const diagnostics = checkCells({root: "."});
  for (const diagnostic of diagnostics) console.error(formatDiagnostic(diagnostic));
  console.log(`${findPages(".").length} pages, ${diagnostics.length} errors in cells`);
  process.exitCode = diagnostics.length ? 1 : 0;
}
