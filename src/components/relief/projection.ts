import type {Selection} from "d3-selection";
import type {Place} from "./drape.js";
import type {Mesh} from "./mesh.js";
import type {Outlook} from "./painting.js";

export interface Sheet {
  readonly width: number;
  readonly height: number;
  /** How many pixels half an edge of the box is long. */
  readonly unit: number;
}

/** Where a place of the box is seen, as "x,y" in pixels: a parallel projection, as a path takes it. */
export type Projection = (place: Place) => string;

export function projection({azimuth, elevation}: Outlook, {width, height, unit}: Sheet): Projection {
  const [ca, sa] = [Math.cos(azimuth) * unit, Math.sin(azimuth) * unit];
  const [up, away] = [Math.cos(elevation) * unit, Math.sin(elevation)];
  return ([x, y, z]) =>
    `${tenth(width / 2 + ca * x - sa * y)},${tenth(height / 2 - away * (sa * x + ca * y) - up * z)}`;
}

const tenth = (value: number): number => Math.round(value * 10) / 10;

/** All vertices of a mesh as they are seen. */
export function verticesOf({cells, heights}: Mesh, at: Projection): string[] {
  const side = cells + 1;
  const along = (i: number): number => (2 * i) / cells - 1;
  return Array.from(heights, (z, k) => at([along(k % side), along(Math.floor(k / side)), z]));
}

type Root = Selection<SVGGElement, undefined, null, undefined>;

const below = -0.62;

/** The floor of the box, below the surface. */
export function drawFloor(root: Root, at: Projection): void {
  const corner = (x: number, y: number): string => at([x, y, below]);
  const outline = `M${corner(-1, -1)}L${corner(1, -1)}L${corner(1, 1)}L${corner(-1, 1)}Z`;
  const axes = `M${corner(-1, 0)}L${corner(1, 0)}M${corner(0, -1)}L${corner(0, 1)}`;
  const line = root
    .selectAll("path")
    .data([outline, axes])
    .join("path")
    .attr("fill", "none")
    .attr("d", String);
  line.attr("stroke", "var(--control)").attr("stroke-width", 0.75);
}

/** The names of the axes, where they grow. */
export function drawNames(root: Root, at: Projection, names: readonly [string, string]): void {
  const ends = [at([1.12, 0, below]), at([0, 1.12, below])];
  const name = root
    .selectAll("text")
    .data(ends)
    .join("text")
    .attr("transform", (end) => `translate(${end})`);
  name
    .attr("fill", "var(--muted)")
    .attr("font-style", "italic")
    .attr("text-anchor", "middle")
    .attr("dy", "0.3em");
  name.attr("paint-order", "stroke").attr("stroke", "var(--background)").attr("stroke-width", 3);
  name.text((_, axis) => names[axis]);
}
