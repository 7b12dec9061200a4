import type {Language} from "../course.js";
import type {CompiledCell} from "./bundled/compileCell.js";
import {errorLine, evaluateCell} from "./evaluateCell.js";
import {explain, wideMark} from "./explain.js";
import type {Fuse} from "./fuse.js";
import type {Definition, Graph} from "./graph.js";
import {loopClock} from "./loopClock.js";
import {moduleOfPage} from "./moduleOfPage.js";
import type {LiveWords} from "./words.js";

/** What went wrong in a cell, as it is told: the line counts from 1 and may be unknown. */
export interface Problem {
  readonly message: string;
  readonly line: number | null;
}

/** A text made ready to run. */
export interface Prepared {
  readonly definition: Definition;
  /** Whether it is a lone expression whose value nobody sees. */
  readonly silent: boolean;
  /** What an error that arose in it means. */
  problem(error: unknown): Problem;
}

/** What all cells of a page share. */
export interface Workshop {
  readonly language: Language;
  readonly words: LiveWords;
  readonly graph: Graph;
  /** Compiles a text without running it, or says what is wrong with it. */
  prepare(text: string): Promise<Prepared | Problem>;
}

interface WorkshopOptions {
  readonly language: Language;
  readonly words: LiveWords;
  readonly graph: Graph;
  readonly fuse: Fuse;
}

/** The workshop of the page that is open. */
export function workshop({language, words, graph, fuse}: WorkshopOptions): Workshop {
  const path = `/${language}/page`;
  const checkLoop = loopClock(() => new Error(words.stopped));
  let count = 0;

  async function importModule(name: string): Promise<unknown> {
    const {modules} = await import("./made/modules.js");
    const known = /^\.{0,2}\//.test(name) ? new URL(name, `file://${path}`).pathname : name;
    if (Object.hasOwn(modules, known)) return modules[known]();
    const address = moduleOfPage(known);
    if (!address) throw new Error(words.noModule(name));
    return import(address);
  }

  function ready(source: string, compiled: CompiledCell): Prepared {
    const name = `descent-cell-${++count}`;
    const problem = (error: unknown): Problem => ({
      message: explain(error, language),
      line: errorLine(error, source, compiled, name)
    });
    const {inputs, outputs, body} = evaluateCell(compiled, {importModule, checkLoop, name});
    const fused: Definition["body"] = function (this: unknown, ...values) {
      fuse.light();
      return body.apply(this, values);
    };
    return {definition: {inputs, outputs, body: fused}, silent: compiled.silent, problem};
  }

  return {
    language,
    words,
    graph,
    async prepare(text) {
      const {compileCell, CellSyntaxError} = await import("./made/transpiler.js");
      try {
        return ready(text, compileCell(text, {path, params: {lang: language}}));
      } catch (error) {
        const message = explain(error, language);
        if (!(error instanceof CellSyntaxError)) return {message, line: null};
        const {line} = error;
        return {message: message + wideMark(text.split("\n")[line - 1], language), line};
      }
    }
  };
}
