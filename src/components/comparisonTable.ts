import {formatNumber} from "./formatNumber.js";
import {wideTable} from "./wideTable.js";

/** What was measured, and what theory gives for it, each where there is one. */
export interface ComparisonCell {
  readonly measured: number | null;
  readonly theory: number | null;
}

export interface ComparisonRow {
  readonly label: string;
  readonly cells: readonly ComparisonCell[];
}

export interface ComparisonTableWords {
  readonly caption: string;
  /** What stands for ∞. */
  readonly never?: string;
  readonly theory: string;
  /** How a number is written: as a whole one unless said otherwise. */
  readonly format?: (value: number) => string;
}

/** Many numbers measured, in rows and columns, each with what theory gives in small below it. */
export function comparisonTable(
  columns: readonly string[],
  rows: readonly ComparisonRow[],
  {caption, never = "∞", theory, format = whole}: ComparisonTableWords
): HTMLElement {
  const {root, table} = wideTable("comparisons", caption);
  const head = table.append("thead").append("tr");
  head.append("td");
  head.selectAll("th").data(columns).join("th").attr("scope", "col").text(String);
  const row = table.append("tbody").selectAll("tr").data(rows).join("tr");
  row
    .append("th")
    .attr("scope", "row")
    .text(({label}) => label);
  const cell = row
    .selectAll("td")
    .data(({cells}) => cells)
    .join("td");
  const text = (value: number): string => (value === Number.POSITIVE_INFINITY ? never : format(value));
  const found = cell
    .filter(({measured}) => measured !== null)
    .append("data")
    .attr("class", "measured");
  found.attr("value", ({measured}) => measured).text(({measured}) => text(measured!));
  const expected = cell
    .filter((cell) => cell.theory !== null && cell.theory < Number.POSITIVE_INFINITY)
    .append("small");
  expected.text(`${theory} `).append("data").attr("class", "theory");
  expected
    .select("data")
    .attr("value", (cell) => cell.theory)
    .text((cell) => text(cell.theory!));
  return root.node()!;
}

const whole = (value: number): string => formatNumber(Math.round(value), {digits: 6});
