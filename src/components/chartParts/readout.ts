import type {Group} from "./picture.js";
import {write} from "./write.js";

/** A text in a colour. */
export interface ReadoutItem {
  readonly text: string;
  readonly color?: string;
}

/** Rows of short texts that say what stands at the cursor; the first text is set in bold. */
export function readout(parent: Group, {left, baseline}: {left: number; baseline: number}) {
  const root = parent.append("g").attr("class", "readout");
  return (rows: readonly (readonly ReadoutItem[])[]): void => {
    const text = root
      .selectAll("text")
      .data(rows)
      .join("text")
      .attr("x", left)
      .attr("y", (_, k) => baseline + 18 * k);
    const item = text
      .selectAll("tspan")
      .data((row) => row)
      .join("tspan")
      .attr("dx", (_, k) => (k ? 14 : 0));
    item.attr("fill", ({color = "currentColor"}) => color).call(write, (item) => item.text);
    root.select("tspan").attr("font-weight", 600);
  };
}
