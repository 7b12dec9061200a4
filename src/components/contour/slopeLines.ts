import {range} from "d3-array";
import {scaleQuantize} from "d3-scale";
import {polyline, until} from "../polyline.js";
import {near} from "./trailLines.js";
import type {Layer, Trail} from "./plot.js";

export interface SlopeLinesOptions {
  /** The slopes |g| between which the colours lie, on a logarithmic scale. */
  readonly domain?: readonly [number, number];
}

/** The colours of slopes, from flat to steep. */
export const slopeColors: readonly string[] = range(7).map(
  (i) => `color-mix(in oklch, var(--red) ${Math.round((i / 6) * 100)}%, var(--cyan))`
);

/**
 * The layer of the trails coloured by the slope |g| at each step: flat is cool, steep is warm; a trail keeps its dash.
 * Set it in place of `trailLines`, and `slopeKey` below the picture.
 */
export function slopeLines({domain = [0.01, 3]}: SlopeLinesOptions = {}): Layer {
  const classOf = scaleQuantize(domain.map(Math.log10), range(slopeColors.length));
  return ({root, x, y}) => {
    const lines = root.append("g").attr("fill", "none").attr("stroke-width", 2.25);
    const path = (stretch: Stretch): string => polyline(stretch.points, x, y);
    return (trails, step) => {
      const pieces = trails.flatMap((trail) => {
        const points = near(until(trail.points, step), x.domain(), y.domain());
        return stretches(trail, points, (slope) => classOf(Math.log10(slope)));
      });
      const line = lines
        .selectAll("path")
        .data(pieces)
        .join("path")
        .attr("data-line", ({trail}) => trail.label);
      line
        .attr("stroke", ({kind}) => slopeColors[kind])
        .attr("stroke-dasharray", ({trail}) => trail.dash ?? null);
      line.attr("d", path);
    };
  };
}

interface Stretch {
  readonly trail: Trail;
  readonly kind: number;
  readonly points: readonly ArrayLike<number>[];
}

/** A trail cut where the class of its slope changes; each stretch goes on to the first point of the next. */
function stretches(
  trail: Trail,
  points: readonly ArrayLike<number>[],
  classOf: (slope: number) => number
): Stretch[] {
  const kinds = points.map((_, i) => classOf(trail.slopes?.[i] ?? 0));
  const starts = kinds.flatMap((kind, i) => (i === 0 || kind !== kinds[i - 1] ? i : []));
  return starts.map((start, i) => ({
    trail,
    kind: kinds[start],
    points: points.slice(start, (starts[i + 1] ?? points.length) + 1)
  }));
}
