import {polyline, until} from "../polyline.js";
import type {Layer} from "./plot.js";

/** The layer of the trails as lines in their own colours and dashes, up to the step that is shown. */
export function trailLines(): Layer {
  return ({root, x, y}) => {
    const lines = root
      .append("g")
      .attr("fill", "none")
      .attr("stroke-width", 2)
      .attr("stroke-linejoin", "round");
    return (trails, step) => {
      const line = lines
        .selectAll("path")
        .data(trails)
        .join("path")
        .attr("data-line", ({label}) => label);
      line.attr("stroke", ({color}) => color).attr("stroke-dasharray", ({dash}) => dash ?? null);
      line.attr("d", ({points}) => polyline(near(until(points, step), x.domain(), y.domain()), x, y));
    };
  };
}

/** Points up to the first one that lies far outside: a line to it would be too long to draw. */
export function near(
  points: readonly ArrayLike<number>[],
  [x0, x1]: readonly number[],
  [y0, y1]: readonly number[]
): readonly ArrayLike<number>[] {
  const far = (value: number, low: number, high: number): boolean =>
    !(Math.abs(value - (low + high) / 2) < 5 * (high - low));
  const end = points.findIndex((point) => far(point[0], x0, x1) || far(point[1], y0, y1));
  return end < 0 ? points : points.slice(0, end);
}
