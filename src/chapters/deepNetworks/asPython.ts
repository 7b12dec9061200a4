import {toRows} from "../../lib/matrix.js";
import {isMatrix, type Ledger} from "./ledger.js";

/** The matrices of a pass as Python writes them, six digits each: `Z2 = [[0.31, …], …]`. */
export function asPython(ledger: Ledger, keys: readonly string[]): string {
  const lines = keys.flatMap((key) => {
    const entry = ledger[key];
    if (!isMatrix(entry)) return [];
    const rows = toRows(entry).map((row) => `[${row.map((x) => Number(x.toPrecision(6))).join(", ")}]`);
    return [`${key === "A0" ? "X" : key} = [${rows.join(",\n    ")}]`];
  });
  return lines.join("\n");
}
