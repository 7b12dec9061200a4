import {Sourcemap} from "@observablehq/framework/dist/sourcemap.js";
import {type Node, parse} from "acorn";
import {simple} from "acorn-walk";

/** Names that nobody writes, so that the reader's own never hide them. */
const parameters = "define, __liveImport, __liveLoop";

/**
 * Makes a program that calls `define` into the expression of a function `(define, importModule, checkLoop)`:
 * `import(…)` goes through the second, every turn of every loop calls the third. Lines stay where they are.
 */
export function guard(program: string): string {
  const output = new Sourcemap(program);
  simple(parse(program, {ecmaVersion: 13, sourceType: "module"}), {
    ImportExpression: ({start}) => void output.replaceLeft(start, start + "import".length, "__liveImport"),
    ForStatement: ({body}) => checkTurn(output, body),
    ForInStatement: ({body}) => checkTurn(output, body),
    ForOfStatement: ({body}) => checkTurn(output, body),
    WhileStatement: ({body}) => checkTurn(output, body),
    DoWhileStatement: ({body}) => checkTurn(output, body)
  });
  return `(${parameters}) => { "use strict"; ${output} }`;
}

function checkTurn(output: Sourcemap, {type, start, end}: Node): void {
  if (type === "BlockStatement") output.insertRight(start + 1, "__liveLoop();");
  else output.insertLeft(start, "{__liveLoop();").insertRight(end, "}");
}
