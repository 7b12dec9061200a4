import {create} from "d3-selection";
import {formatNumber} from "../../components/formatNumber.js";

/** What was measured from one start, and what theory gives for it, each where there is one. */
export interface EscapeCell {
  readonly measured: number | null;
  readonly theory: number | null;
}

export interface EscapeRow {
  readonly label: string;
  readonly cells: readonly EscapeCell[];
}

export interface EscapeTableWords {
  readonly caption: string;
  readonly never: string;
  readonly theory: string;
}

/** Steps to escape, an optimizer a row and a start a column; theory in small beside what was measured. */
export function escapeTable(
  columns: readonly string[],
  rows: readonly EscapeRow[],
  {caption, never, theory}: EscapeTableWords
): HTMLTableElement {
  const table = create("table").attr("class", "escapes");
  table.append("caption").text(caption);
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
  const text = (steps: number): string =>
    steps === Number.POSITIVE_INFINITY ? never : formatNumber(Math.round(steps));
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
  return table.node()!;
}
