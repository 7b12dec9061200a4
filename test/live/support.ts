import {compileCell} from "../../src/live/bundled/transpiler.js";
import {evaluateCell} from "../../src/live/evaluateCell.js";

/** What a cell of English text declares when it runs as the editor runs it; it may import the engine. */
export async function declaredBy(source: string): Promise<Record<string, unknown>> {
  const {body} = evaluateCell(compileCell(source, {path: "/en/page", params: {lang: "en"}}), {
    importModule: () => import("../../lib/index.js"),
    checkLoop() {},
    name: "tested-cell"
  });
  return (await body()) as Record<string, unknown>;
}
