import {create} from "d3-selection";
import {formatNumber} from "../../components/formatNumber.js";

export interface StepsRow {
  readonly label: string;
  readonly values: readonly number[];
}

/** A small table of numbers, each unrounded in the value of its `data` element. */
export function stepsTable(
  caption: string,
  columns: readonly string[],
  rows: readonly StepsRow[]
): HTMLTableElement {
  const table = create("table").attr("class", "race");
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
    .data(({values}) => values)
    .join("td");
  cell
    .append("data")
    .attr("value", String)
    .text((value) => formatNumber(value));
  return table.node()!;
}
