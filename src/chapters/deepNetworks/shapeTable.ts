import {create} from "d3-selection";

export interface ShapeTableWords {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly total: string;
}

/** The shapes of each layer's matrices for m samples, and how many parameters it has. */
export function shapeTable(
  sizes: readonly number[],
  samples: number,
  {caption, columns, total}: ShapeTableWords
): HTMLTableElement {
  const table = create("table").attr("class", "shapes");
  table.append("caption").text(caption);
  table
    .append("thead")
    .append("tr")
    .selectAll("th")
    .data(columns)
    .join("th")
    .attr("scope", "col")
    .text(String);
  const rows = sizes.map((n, l) => {
    const before = sizes[l - 1];
    const own = l === 0 ? ["", ""] : [`${n}×${before}`, `${n}×1`];
    return [String(l), String(n), ...own, `${n}×${samples}`, l === 0 ? "" : String(n * (before + 1))];
  });
  const row = table.append("tbody").selectAll("tr").data(rows).join("tr");
  row
    .selectAll("td")
    .data((cells) => cells)
    .join("td")
    .text(String);
  const sum = sizes.slice(1).reduce((sum, n, l) => sum + n * (sizes[l] + 1), 0);
  const last = table.append("tfoot").append("tr");
  last
    .append("th")
    .attr("scope", "row")
    .attr("colspan", columns.length - 1)
    .text(total);
  last.append("td").text(sum);
  return table.node()!;
}
