import {type Group, type Rectangle, textWidth} from "../chartParts/picture.js";
import {write} from "../chartParts/write.js";
import {type AxisOptions, formatOf, type Scale, ticksOf} from "./axis.js";

/** Where a chart's axes stand: the plot, the size of the picture and of its letters, and what the axes count. */
export interface AxesOptions {
  readonly frame: Rectangle;
  readonly width: number;
  readonly height: number;
  readonly size: number;
  readonly across: AxisOptions;
  readonly up: AxisOptions;
}

/** The names of two axes, their ticks below and left of the plot, and a thin line across at each tick of y. */
export function axes(
  parent: Group,
  {frame: {left, right, top, bottom}, width, height, size, across, up}: AxesOptions
): (x: Scale, y: Scale) => void {
  const root = parent.append("g").attr("fill", "var(--muted)");
  const nameOf = (label: string, x: number, y: number) =>
    root.append("text").attr("x", x).attr("y", y).text(label);
  nameOf(across.label, right, height - 4).attr("text-anchor", "end");
  nameOf(up.label, left, top - 14);
  const grid = root.append("g").attr("stroke", "var(--faint)");
  const texts = root.append("g");
  let drawn = "";
  /** Where the middle of a text stands that must not be cut off at the right edge. */
  const middleOf = (x: number, text: string): number => Math.min(x, width - 2 - textWidth(text, size) / 2);

  return (x, y) => {
    const [down, beside] = [ticksOf(x, across, (right - left) / 70), ticksOf(y, up, (bottom - top) / 45)];
    const written = [
      ...down.map((tick) => {
        const text = formatOf(across)(tick);
        return {x: middleOf(left + x(tick), text), y: bottom + 22, text, anchor: "middle"};
      }),
      ...beside.map((tick) => ({x: left - 6, y: top + y(tick) + 4, text: formatOf(up)(tick), anchor: "end"}))
    ];
    const all = JSON.stringify(written);
    if (all === drawn) return; // the same axes drawn anew would cost a layout
    drawn = all;
    const line = grid.selectAll("line").data(beside).join("line").attr("x1", left).attr("x2", right);
    line.attr("y1", (tick) => top + y(tick)).attr("y2", (tick) => top + y(tick));
    const text = texts
      .selectAll("text")
      .data(written)
      .join("text")
      .attr("text-anchor", ({anchor}) => anchor);
    text
      .attr("x", ({x}) => x)
      .attr("y", ({y}) => y)
      .call(write, ({text}) => text);
  };
}
