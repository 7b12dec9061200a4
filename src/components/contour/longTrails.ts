import {range} from "d3-array";
import {polyline, until} from "../polyline.js";
import type {Layer, Trail} from "./plot.js";
import {near} from "./trailLines.js";

export interface LongTrailsOptions {
  /** How many steps are drawn as a line at either end of a trail. */
  readonly ends?: number;
  /** About how many of the places between are drawn. */
  readonly most?: number;
}

/**
 * The layer of trails that may be thousands of steps long and stagger: lines for the first steps and the last, and dots
 * for places between, evenly taken. A line through all of them would hide the picture.
 */
export function longTrails({ends = 200, most = 1000}: LongTrailsOptions = {}): Layer {
  return ({root, x, y}) => {
    const between = root.append("g").attr("fill", "none");
    between.attr("stroke-linecap", "round").attr("stroke-opacity", 0.4);
    const lines = root.append("g").attr("fill", "none").attr("stroke-linejoin", "round");
    const [first, last] = [lines.append("g"), lines.append("g")];

    return (trails, step) => {
      const seen = trails.map((trail) => ({
        trail,
        points: near(until(trail.points, step), x.domain(), y.domain())
      }));
      const isLong = ({points}: Seen): boolean => points.length > 2 * ends;
      const draw = (group: typeof between, some: Seen[], path: (points: Seen["points"]) => string): void => {
        const line = group.selectAll("path").data(some).join("path");
        line.attr("data-line", ({trail}) => trail.label).attr("stroke", ({trail}) => trail.color);
        line.attr("stroke-width", (one) => (group === between || !isLong(one) ? 2 : 1.25));
        line.attr("stroke-dasharray", ({trail}) => (group === between ? null : (trail.dash ?? null)));
        line.attr("d", ({points}) => path(points));
      };
      const long = seen.filter(isLong);
      draw(first, seen, (points) =>
        polyline(points.length > 2 * ends ? points.slice(0, ends + 1) : points, x, y)
      );
      draw(last, long, (points) => polyline(points.slice(-ends - 1), x, y));
      draw(between, long, (points) => {
        // the same places while a trail grows, but where the stride doubles
        const stride = 2 ** Math.max(0, Math.ceil(Math.log2(points.length / most)));
        const dots = range(Math.ceil(ends / stride) * stride, points.length - ends, stride);
        return dots.map((t) => `M${x(points[t][0]).toFixed(1)},${y(points[t][1]).toFixed(1)}h0`).join("");
      });
    };
  };
}

interface Seen {
  readonly trail: Trail;
  readonly points: readonly ArrayLike<number>[];
}
