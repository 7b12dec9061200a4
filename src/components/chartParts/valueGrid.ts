import type {ScaleContinuousNumeric} from "d3-scale";
import type {Group} from "./picture.js";

export interface ValueGridOptions {
  /** Where the grid's lines begin and end, and the top of the plot in which the scale's 0 is. */
  readonly left: number;
  readonly right: number;
  readonly top: number;
}

/** Horizontal lines at values, with the values written left of them; draws ticks of a scale. */
export function valueGrid(parent: Group, {left, right, top}: ValueGridOptions) {
  const root = parent.append("g");
  const lines = root.append("g").attr("stroke", "var(--faint)");
  const texts = root.append("g").attr("fill", "var(--muted)").attr("text-anchor", "end");
  return (
    y: ScaleContinuousNumeric<number, number>,
    ticks: readonly number[],
    text: (tick: number) => string
  ) => {
    const at = (tick: number): number => top + y(tick);
    lines
      .selectAll("line")
      .data(ticks)
      .join("line")
      .attr("x1", left)
      .attr("x2", right)
      .attr("y1", at)
      .attr("y2", at);
    texts
      .selectAll("text")
      .data(ticks)
      .join("text")
      .attr("x", left - 6)
      .attr("y", (tick) => at(tick) + 4)
      .text(text);
  };
}
