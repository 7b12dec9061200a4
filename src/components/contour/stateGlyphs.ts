import {isSeen} from "./frame.js";
import type {Layer, Point, Trail} from "./plot.js";

/** What an optimizer remembers at a step, as lengths of the plane. */
export interface StateGlyph {
  /** The velocity, drawn as an arrow from the place. */
  readonly velocity?: Point;
  /** √s along each axis, drawn as a box around the place: the wider it is, the shorter the step. */
  readonly box?: Point;
}

/**
 * The layer of what the optimizers remember: an arrow for the velocity, a box for √s, at the place of each run.
 * `glyph` reads them from a trail and a step, scaled to the units of the plane; null draws none.
 */
export function stateGlyphs(glyph: (trail: Trail, step: number) => StateGlyph | null): Layer {
  return ({root, x, y}) => {
    const place = root.append("g").attr("fill", "none").attr("stroke-width", 1.5);
    return (trails, step) => {
      const drawn = trails.flatMap((trail) => {
        const last = Math.min(step, trail.points.length - 1);
        const found = last >= 0 && isSeen(trail.points[last], {x, y}) ? glyph(trail, last) : null;
        return found ? {trail, at: trail.points[last], ...found} : [];
      });
      const line = place
        .selectAll("path")
        .data(drawn)
        .join("path")
        .attr("data-line", ({trail}) => trail.label);
      line
        .attr("stroke", ({trail}) => trail.color)
        .attr("d", ({at, velocity, box}) => {
          const [px, py] = [x(at[0]), y(at[1])];
          return (
            (velocity ? arrow(px, py, x(at[0] + velocity[0]), y(at[1] + velocity[1])) : "") +
            (box ? rectangle(px, py, x(box[0]) - x(0), y(0) - y(box[1])) : "")
          );
        });
    };
  };
}

const rectangle = (px: number, py: number, halfWidth: number, halfHeight: number): string =>
  `M${px - halfWidth},${py - halfHeight}h${2 * halfWidth}v${2 * halfHeight}h${-2 * halfWidth}Z`;

/** An arrow; one that is longer than any picture is cut, because a path cannot hold every number. */
function arrow(x0: number, y0: number, toX: number, toY: number): string {
  const length = Math.hypot(toX - x0, toY - y0);
  if (!(length > 1 && length < Number.POSITIVE_INFINITY)) return "";
  const [dx, dy] = [(toX - x0) / length, (toY - y0) / length];
  const shown = Math.min(length, 1e4);
  const [x1, y1] = [x0 + shown * dx, y0 + shown * dy];
  const barb = (side: number): string => `${x1 - 7 * dx - side * 4 * dy},${y1 - 7 * dy + side * 4 * dx}`;
  return `M${x0},${y0}L${x1},${y1}M${barb(1)}L${x1},${y1}L${barb(-1)}`;
}
