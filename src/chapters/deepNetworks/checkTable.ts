import {create} from "d3-selection";
import {formatNumber} from "../../components/formatNumber.js";
import {type BlockCheck, tolerance} from "./check.js";

export interface CheckTableWords {
  readonly caption: string;
  readonly layer: (index: number) => string;
  readonly passes: string;
  readonly fails: string;
  /** What the engine objects to shapes, in the page's language. */
  readonly objection: (problem: string) => string;
}

export interface CheckTable extends HTMLTableElement {
  update(blocks: readonly BlockCheck[]): void;
}

/** The relative errors of a gradient check, a layer a column, the weights above the biases; each passes or fails. */
export function checkTable(
  layers: number,
  {caption, layer, passes, fails, objection}: CheckTableWords
): CheckTable {
  const table = create("table").attr("class", "check");
  table.append("caption").text(caption);
  const head = table.append("thead").append("tr");
  head.append("td");
  const columns = Array.from({length: layers}, (_, l) => l + 1);
  head.selectAll("th").data(columns).join("th").attr("scope", "col").text(layer);
  const row = table.append("tbody").selectAll("tr").data(["W", "b"]).join("tr");
  row
    .append("th")
    .attr("scope", "row")
    .text((letter) => `d${letter}`);
  const cell = row
    .selectAll("td")
    .data((letter) => columns.map((l) => `${letter}${l}`))
    .join("td");
  const mark = cell.append("b").attr("role", "img");
  const number = cell.append("data");
  return Object.assign(table.node()!, {
    update(blocks: readonly BlockCheck[]) {
      const block = (key: string): BlockCheck => blocks.find((one) => one.key === key)!; // a block for each matrix
      const isGood = (key: string): boolean => (block(key).error ?? 1) < tolerance;
      cell.attr("class", (key) => (isGood(key) ? "passes" : "fails"));
      mark
        .text((key) => (isGood(key) ? "✓ " : "✗ "))
        .attr("aria-label", (key) => (isGood(key) ? passes : fails));
      number.attr("data-key", String).attr("value", (key) => block(key).error);
      number.text((key) => {
        const {error, problem} = block(key);
        return error === null
          ? objection(problem ?? "")
          : formatNumber(error, {digits: error < 1e-3 ? 2 : 4});
      });
    }
  });
}
