import type {Group, Rectangle} from "../chartParts/picture.js";
import {write} from "../chartParts/write.js";
import type {Scale} from "./axis.js";

/** A place in the plot, in the units of the axes and moved by pixels. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly dx?: number;
  readonly dy?: number;
  readonly anchor?: "start" | "middle" | "end";
}

/** A text at a place; with a dot there, unless it names a line. */
export interface Mark extends Place {
  readonly label: string;
  readonly color: string;
  /** The line that it names. */
  readonly line?: string;
}

/** Texts in a plot, at points of it. */
export function places(
  parent: Group,
  {left, top}: Rectangle
): (marks: readonly Mark[], x: Scale, y: Scale) => void {
  const dots = parent.append("g");
  const texts = parent.append("g").attr("paint-order", "stroke").attr("stroke", "var(--background)");
  texts.attr("stroke-width", 4).attr("stroke-linejoin", "round");
  return (marks, x, y) => {
    const dot = dots
      .selectAll("circle")
      .data(marks.filter(({line}) => line === undefined))
      .join("circle")
      .attr("r", 4.5);
    dot.attr("cx", (mark) => left + x(mark.x)).attr("cy", (mark) => top + y(mark.y));
    dot.attr("fill", ({color}) => color);
    const text = texts
      .selectAll("text")
      .data(marks)
      .join("text")
      .attr("data-line", ({line}) => line ?? null);
    text
      .attr("x", (mark) => left + x(mark.x) + (mark.dx ?? 0))
      .attr("y", (mark) => top + y(mark.y) + (mark.dy ?? 0));
    text.attr("text-anchor", ({anchor = "start"}) => anchor).attr("fill", ({color}) => color);
    text.call(write, ({label}) => label);
  };
}
