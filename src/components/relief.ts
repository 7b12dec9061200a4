import {range} from "d3-array";
import {create} from "d3-selection";
import type {ContourData, Trail} from "./contour.js";
import {until} from "./polyline.js";
import type {Pair} from "./readPair.js";
import {type Draped, drape, type Place, pieces} from "./relief/drape.js";
import {meshOf, toneColor} from "./relief/mesh.js";
import {drawFloor, drawNames, type Projection, projection, verticesOf} from "./relief/projection.js";
import {
  isSameOrder,
  type Order,
  type Outlook,
  orderFrom,
  type Patch,
  patchRows,
  rowOf
} from "./relief/painting.js";
import {turnable} from "./relief/turnable.js";

export interface ReliefOptions {
  readonly width?: number;
  readonly height?: number;
  /** What the picture shows, for readers who hear it. */
  readonly label?: string;
  /** What the arrow keys do, and what is heard of a direction in degrees. */
  readonly turnLabel?: string;
  readonly turnText?: (azimuth: number, elevation: number) => string;
  /** The names of the axes. */
  readonly names?: readonly [string, string];
  /** From where it is seen at first, in degrees. */
  readonly azimuth?: number;
  readonly elevation?: number;
  /** How many cells the surface has along each axis. */
  readonly cells?: number;
}

/**
 * The picture; it turns where the reader drags it or presses an arrow key, and dispatches "input" then. Its value is
 * from where it is seen, azimuth and elevation in whole degrees; setting it turns the picture and dispatches nothing.
 */
export type ReliefView = SVGSVGElement & {
  value: Pair;
  /** Draws trails up to a step, by default whole. */
  update(trails: readonly Trail[], step?: number): void;
};

/**
 * A surface as a relief that can be turned, with the trails that optimizers leave on it; hills hide what is behind them.
 *
 *     const hills = display(relief(asPlane(surface), {label: "…"}));          hills.update(runs, step);
 *
 * It shows the shape; heights are measured in the contours. It is painted from far to near (the painter's algorithm).
 */
export function relief(
  data: ContourData,
  {
    width = 640,
    height = Math.round(width * 0.62),
    label = "",
    turnLabel = "turn",
    turnText = (azimuth, elevation) => `${azimuth}°, ${elevation}°`,
    names = ["", ""],
    azimuth = 35,
    elevation = 32,
    cells = 36
  }: ReliefOptions = {}
): ReliefView {
  const mesh = meshOf(data, cells);
  const svg = create("svg")
    .attr("viewBox", `0 0 ${width} ${height}`)
    .attr("width", width)
    .attr("height", height);
  svg.attr("class", "view relief").attr("role", "group").attr("aria-label", label);
  const unit = Math.min(width / 2.9, height / 2.6);
  const image = svg.append("g").attr("aria-hidden", "true");
  const floor = image.append("g");
  const rows = image.append("g").attr("stroke-linejoin", "round").selectAll("g").data(range(cells)).join("g");
  const hills = rows.append("g").attr("stroke", "var(--background)").attr("stroke-width", 0.4);
  const ways = rows.append("g").attr("fill", "none").attr("stroke-width", 2.25);
  const ends = image.append("g").attr("stroke", "var(--background)").attr("stroke-width", 1.5);
  const axes = image.append("g");
  const cover = svg.append("rect").attr("width", width).attr("height", height).attr("fill", "none");

  let outlook: Outlook = {azimuth: (azimuth * Math.PI) / 180, elevation: (elevation * Math.PI) / 180};
  let order: Order | null = null;
  let trails: readonly Draped[] = [];

  function drawHills(at: Projection): void {
    const needed = orderFrom(outlook);
    if (!order || !isSameOrder(needed, order)) {
      order = needed;
      const patch = hills
        .data(patchRows(mesh, order))
        .selectAll("path")
        .data((row) => row)
        .join("path");
      patch.attr("fill", ({tone}) => toneColor(tone));
    }
    const corners = verticesOf(mesh, at);
    const [right, away] = [1, cells + 1];
    const cell = (a: number): string =>
      `M${corners[a]}L${corners[a + right]}L${corners[a + away + right]}L${corners[a + away]}Z`;
    hills.selectAll<SVGPathElement, Patch>("path").attr("d", (patch) => patch.corners.map(cell).join(""));
  }

  function drawWays(at: Projection): void {
    const rowAt = ([x, y]: Place): number => rowOf(x, y, cells, orderFrom(outlook));
    const parts = trails.flatMap((draped) => pieces(draped, rowAt));
    const way = ways
      .data(range(cells).map((row) => parts.filter((part) => part.row === row)))
      .selectAll("path");
    const line = way
      .data((row) => row)
      .join("path")
      .attr("data-line", ({trail}) => trail.label);
    line.attr("stroke", ({trail}) => trail.color).attr("stroke-dasharray", ({trail}) => trail.dash ?? null);
    line
      .attr("stroke-dashoffset", ({from}) => from * unit)
      .attr("d", ({places}) => `M${places.map(at).join("L")}`);
    const end = ends
      .selectAll("circle")
      .data(trails.filter(({places}) => places.length))
      .join("circle");
    end
      .attr("r", 4.5)
      .attr("fill", ({trail}) => trail.color)
      .attr("data-line", ({trail}) => trail.label);
    end.attr("transform", ({places}) => `translate(${at(places.at(-1)!)})`);
  }

  const projected = (): Projection => projection(outlook, {width, height, unit});
  function draw(next: Outlook): void {
    outlook = next;
    drawFloor(floor, projected());
    drawHills(projected());
    drawWays(projected());
    drawNames(axes, projected(), names);
  }
  const turn = turnable(cover, {label: turnLabel, words: turnText, outlook, draw});
  draw(outlook);
  const view = svg.node() as ReliefView; // the next lines make it one
  Object.defineProperty(view, "value", {get: () => turn.value, set: turn.to});
  return Object.assign(view, {
    update(next: readonly Trail[], step = Number.POSITIVE_INFINITY) {
      trails = next.map((trail) => ({trail, places: drape(until(trail.points, step), mesh)}));
      drawWays(projected());
    }
  });
}
