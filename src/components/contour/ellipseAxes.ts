import type {Layer, Point} from "./plot.js";

/** A line of equal height of a bowl: the directions of its axes and how long they are, in units of the plane. */
export interface Ellipse {
  readonly at: Point;
  readonly axes: readonly {readonly direction: Point; readonly length: number}[];
}

/** The layer of a bowl's ellipse axes, asked anew at each update; what is longer than the picture is cut off. */
export function ellipseAxes(ellipse: () => Ellipse): Layer {
  return ({root, x, y}) => {
    const lines = root.append("g").attr("stroke", "var(--muted)").attr("stroke-width", 1.5);
    lines.attr("stroke-dasharray", "6 4").attr("fill", "none");
    return () => {
      const {at, axes} = ellipse();
      const end = (direction: Point, length: number): string =>
        `${x(at[0] + length * direction[0])},${y(at[1] + length * direction[1])}`;
      const line = lines.selectAll("path").data(axes).join("path");
      line.attr("d", ({direction, length}) => `M${end(direction, -length)}L${end(direction, length)}`);
    };
  };
}
