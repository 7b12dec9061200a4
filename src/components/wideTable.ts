import {create, type Selection} from "d3-selection";

export interface WideTable {
  /** The region in which the table scrolls. */
  readonly root: Selection<HTMLDivElement, undefined, null, undefined>;
  readonly table: Selection<HTMLTableElement, undefined, null, undefined>;
}

/** A table with a caption, in a region that scrolls where it is wider than the page: by keys too, and named for them. */
export function wideTable(name: string, caption: string): WideTable {
  const root = create("div").attr("class", "wide-table").attr("tabindex", 0).attr("role", "region");
  root.attr("aria-label", caption);
  const table = root.append("table").attr("class", name);
  table.append("caption").text(caption);
  return {root, table};
}
