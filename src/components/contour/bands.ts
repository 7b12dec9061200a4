import {ascending, quantileSorted, range} from "d3-array";
import {contours} from "d3-contour";
import type {ScaleLinear} from "d3-scale";
import {polyline} from "../polyline.js";

type Scale = ScaleLinear<number, number>;

/** A band of height as an SVG path: everything above the level that lies over `share` of the area. */
export interface Band {
  readonly path: string;
  readonly share: number;
}

/** The colour of a band: deep where the surface is low. */
export const bandColor = (share: number): string =>
  `color-mix(in oklab, var(--accent) ${(34 * (1 - share)).toFixed(1)}%, var(--background))`;

/** The levels that part sorted heights into so many equal shares. */
export const bandLevels = (sorted: readonly number[], count: number): number[] =>
  range(count).map((i) => quantileSorted(sorted as number[], i / count)!);

/** Filled contours between quantiles of the height, so that a ravine and a plateau are both seen. */
export function bands(
  value: (x: number, y: number) => number,
  x: Scale,
  y: Scale,
  count: number
): readonly Band[] {
  const [left, right] = x.range();
  const [bottom, top] = y.range();
  const columns = Math.ceil((right - left) / 4);
  const rows = Math.ceil((bottom - top) / 4);
  const toX = (i: number): number => left + ((i - 0.5) / (columns - 1)) * (right - left);
  const toY = (j: number): number => top + ((j - 0.5) / (rows - 1)) * (bottom - top);
  const grid = range(rows * columns).map((k) =>
    value(x.invert(toX((k % columns) + 0.5)), y.invert(toY(Math.floor(k / columns) + 0.5)))
  );
  const levels = bandLevels(grid.toSorted(ascending), count);
  return contours()
    .size([columns, rows])
    .thresholds(levels)(grid)
    .map(({coordinates}, i) => ({
      share: i / count,
      path: coordinates
        .flat()
        .map((ring) => `${polyline(ring, toX, toY)}Z`)
        .join("")
    }));
}
