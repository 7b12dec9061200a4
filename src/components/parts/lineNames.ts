import type {Group, Rectangle} from "./picture.js";
import {spread} from "./spread.js";

/** The end of a line: its name, and where it is in the picture. */
export interface LineEnd {
  readonly name: string;
  readonly color: string;
  readonly x: number;
  readonly y: number;
}

/** Names lines right of their ends: names that would overlap move apart, and a thin line leads to each. */
export function lineNames(parent: Group, {right, top, bottom}: Rectangle) {
  const leaders = parent.append("g").attr("fill", "none");
  const names = parent.append("g");
  return (ends: readonly LineEnd[]): void => {
    const heights = spread(
      ends.map(({y}) => y),
      {gap: 15, low: top + 5, high: bottom - 5}
    );
    const leader = ({x, y}: LineEnd, i: number): string => `M${x + 3},${y}L${right + 7},${heights[i]}`;
    leaders
      .selectAll("path")
      .data(ends)
      .join("path")
      .attr("stroke", ({color}) => color)
      .attr("d", leader);
    const text = names
      .selectAll("text")
      .data(ends)
      .join("text")
      .attr("x", right + 10);
    text
      .attr("y", (_, i) => heights[i] + 4)
      .attr("fill", ({color}) => color)
      .text(({name}) => name);
  };
}
