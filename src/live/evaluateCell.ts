import type {CompiledCell} from "./bundled/compileCell.js";
import type {Definition} from "./graph.js";

export interface EvaluateOptions {
  /** What `import` does. */
  readonly importModule: (name: string) => Promise<unknown>;
  /** What every turn of a loop calls. */
  readonly checkLoop: () => void;
  /** What the browser calls the code in its messages; `errorLine` finds it there. */
  readonly name: string;
}

/** The definition that a compiled cell makes; nothing of the reader's code has run yet. */
export function evaluateCell(
  {code}: CompiledCell,
  {importModule, checkLoop, name}: EvaluateOptions
): Definition {
  let made: Definition | null = null;
  // Indirect, so that the code sees the globals of the page and nothing of this module.
  // biome-ignore lint/security/noGlobalEval: running the reader's code is the purpose; only they start it
  const program = globalThis.eval(`${code}\n//# sourceURL=${name}`) as (
    define: (cell: Partial<Definition> & Pick<Definition, "body">) => void,
    importModule: EvaluateOptions["importModule"],
    checkLoop: EvaluateOptions["checkLoop"]
  ) => void;
  program(({inputs = [], outputs = [], body}) => (made = {inputs, outputs, body}), importModule, checkLoop);
  return made!; // the program calls `define` at once: it is all that it does
}

/**
 * The line of the cell in which an error arose, or null where it arose elsewhere. Of a name that the page lacks the
 * runtime speaks before any line has run; its line is the first that holds it.
 */
export function errorLine(
  error: unknown,
  source: string,
  {lines}: CompiledCell,
  name: string
): number | null {
  if (!(error instanceof Error)) return null;
  const [, row] = new RegExp(`${name}:(\\d+)`).exec(error.stack ?? "") ?? [];
  if (row) return lines[Number(row) - 1] || null;
  const [, missing] = /^([\w$]+) is not defined$/.exec(error.message) ?? [];
  const found = source.split("\n").findIndex((line) => missing && line.split(/[^\w$]+/).includes(missing));
  return found < 0 ? null : found + 1;
}
