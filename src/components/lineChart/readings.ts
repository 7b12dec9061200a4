import {type Group, type Rectangle, textWidth} from "../chartParts/picture.js";
import {spread} from "../chartParts/spread.js";
import {write} from "../chartParts/write.js";

/** What is read of a line at the cursor, and where it stands in pixels. */
export interface Reading {
  readonly label: string;
  readonly color: string;
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/** Dots where the cursor meets the lines; with pointer or focus on the chart, the values beside them. */
export function readings(parent: Group, {frame, size}: {frame: Rectangle; size: number}) {
  const dots = parent.append("g").attr("stroke", "var(--background)").attr("stroke-width", 1.5);
  const texts = parent.append("g").attr("class", "readings").attr("paint-order", "stroke");
  texts.attr("stroke", "var(--background)").attr("stroke-width", 4).attr("stroke-linejoin", "round");
  return (read: readonly Reading[]): void => {
    const dot = dots
      .selectAll("circle")
      .data(read)
      .join("circle")
      .attr("r", 4)
      .attr("data-line", ({label}) => label);
    dot
      .attr("cx", ({x}) => x)
      .attr("cy", ({y}) => y)
      .attr("fill", ({color}) => color);
    const widest = Math.max(0, ...read.map(({label, text}) => textWidth(`${label} ${text}`, size)));
    const isRight = read.every(({x}) => x + 12 + widest < frame.right);
    const heights = spread(
      read.map(({y}) => y),
      {gap: size + 2.5, low: frame.top + 6, high: frame.bottom - 6}
    );
    const text = texts
      .selectAll("text")
      .data(read)
      .join("text")
      .attr("data-line", ({label}) => label);
    text.attr("x", ({x}) => x + (isRight ? 10 : -10)).attr("text-anchor", isRight ? "start" : "end");
    text.attr("y", (_, i) => heights[i] + 4).attr("fill", ({color}) => color);
    text.call(write, ({label, text}) => `${label} ${text}`);
  };
}
