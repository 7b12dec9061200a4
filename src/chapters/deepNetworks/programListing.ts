import {select} from "d3-selection";
import type {Operation} from "./operations.js";

export interface ListingState {
  readonly operation: Operation;
  readonly layers: number;
  readonly single: boolean;
}

/**
 * Follows the steps of a pass in the page's table of formulas: the rows are marked `data-operation`, the columns of
 * formulas follow the row's name.
 */
export function programListing(table: Element): (state: ListingState) => void {
  const rows = [...table.querySelectorAll("tbody tr")].map((row) => ({
    row: select(row),
    name: row.querySelector<HTMLElement>("[data-operation]")!
  }));
  return ({operation, layers, single}) => {
    const {kind, layer} = operation;
    const wanted = layer === layers && kind === "dA" ? "dAL" : kind;
    for (const {row, name} of rows) {
      const isHere = name.dataset.operation === wanted;
      row.classed("here", isHere).attr("aria-current", isHere ? "step" : null);
      select(name).attr("data-layer", isHere ? `l = ${layer}` : null);
    }
    select(table)
      .select("table")
      .attr("class", single ? "single" : "several");
  };
}
