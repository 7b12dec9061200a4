import {ascending, bisectRight, extent} from "d3-array";
import {scaleLinear} from "d3-scale";
import type {ContourData} from "../contour.js";

/** A surface as heights over a grid, everything between −1 and 1: x to the right, y away, z up. */
export interface Mesh {
  /** How many cells there are along each axis; a vertex more stands in a row. */
  readonly cells: number;
  /** The heights of the vertices, row after row of growing y. */
  readonly heights: Float64Array;
  /** How dark each cell is, from 0 … tones − 1: what lies low or faces away from the light is dark. */
  readonly tones: Uint8Array;
  /** Where a point of the surface lies in the box. */
  place(px: number, py: number): readonly [number, number, number];
}

/** How many tones there are. */
export const toneCount = 20;

/** The colour of a tone. */
export const toneColor = (tone: number): string =>
  `color-mix(in oklab, var(--accent) ${(4 + (tone / (toneCount - 1)) * 52).toFixed(0)}%, var(--background))`;

/** Samples a surface on a grid of cells × cells. */
export function meshOf(
  {value, domain: [across, away]}: Pick<ContourData, "value" | "domain">,
  cells: number
): Mesh {
  const x = scaleLinear(across, [-1, 1]);
  const y = scaleLinear(away, [-1, 1]);
  const side = cells + 1;
  const along = (i: number): number => (2 * i) / cells - 1;
  const values = Float64Array.from({length: side * side}, (_, k) =>
    value(x.invert(along(k % side)), y.invert(along(Math.floor(k / side))))
  );
  const z = scaleLinear(extent(values) as [number, number], [-0.5, 0.5]).clamp(true);
  const heights = values.map(z);
  return {
    cells,
    heights,
    tones: tonesOf(heights, cells),
    place: (px, py) => [x(px), y(py), z(value(px, py))]
  };
}

/** Half of a tone is the share of the surface that lies higher, half how far the cell faces away from the light. */
function tonesOf(heights: Float64Array, cells: number): Uint8Array {
  const side = cells + 1;
  const sorted = heights.toSorted(ascending);
  return Uint8Array.from({length: cells * cells}, (_, k) => {
    const corner = (k % cells) + side * Math.floor(k / cells);
    const [a, b, c, d] = [corner, corner + 1, corner + side, corner + side + 1].map((v) => heights[v]);
    const higher = 1 - bisectRight(sorted, (a + b + c + d) / 4) / sorted.length;
    const [dx, dy] = [((b + d - a - c) * cells) / 4, ((c + d - a - b) * cells) / 4];
    const facing = (light[2] - light[0] * dx - light[1] * dy) / Math.hypot(1, dx, dy);
    return Math.round((0.6 * higher + 0.4 * (1 - Math.max(0, facing))) * (toneCount - 1));
  });
}

/** Where the light comes from: front left, above. */
const light = [-0.5, -0.3, 0.81] as const;
