import {ascending, quantileSorted, range} from "d3-array";
import {axisBottom, axisLeft} from "d3-axis";
import {contours} from "d3-contour";
import {format} from "d3-format";
import {type ScaleLinear, scaleLinear} from "d3-scale";
import {create, pointer} from "d3-selection";
import type {LineStyle} from "./key.js";

type Point = readonly [number, number];

/** A path over the surface: where an optimizer went. */
export interface Trail extends LineStyle {
  readonly points: readonly Point[];
}

export interface ContourData {
  /** The height over (x, y). */
  readonly value: (x: number, y: number) => number;
  readonly domain: readonly [Point, Point];
  readonly minima?: readonly Point[];
  readonly saddles?: readonly Point[];
}

export interface ContourOptions {
  readonly width?: number;
  readonly height?: number;
  readonly label?: string;
  readonly startLabel?: string;
  readonly start?: Point;
  readonly levels?: number;
}

/** The picture, an input whose value is the start that the reader has dragged or moved with the arrow keys. */
export type ContourView = SVGSVGElement & {
  value: Point;
  update(trails: readonly Trail[]): void;
};

/**
 * The contour lines of a surface over the plane, the trails that optimizers leave on it, and a start to drag.
 * Lines bound equal shares of the area shown, so that a ravine and a plateau are both seen.
 */
export function contour(
  {value, domain, minima = [], saddles = []}: ContourData,
  {
    width = 640,
    height = Math.round(width * 0.62),
    label = "",
    startLabel = "start",
    start = [0, 0],
    levels = 14
  }: ContourOptions = {}
): ContourView {
  const margin = {top: 8, right: 8, bottom: 26, left: 34};
  const x = scaleLinear(domain[0], [margin.left, width - margin.right]);
  const y = scaleLinear(domain[1], [height - margin.bottom, margin.top]);
  const svg = create("svg")
    .attr("viewBox", `0 0 ${width} ${height}`)
    .attr("width", width)
    .attr("height", height)
    .attr("class", "view contour")
    .attr("role", "group")
    .attr("aria-label", label);

  svg
    .append("g")
    .attr("aria-hidden", "true")
    .selectAll("path")
    .data(isolines(value, x, y, levels))
    .join("path")
    .attr("d", ({path}) => path)
    .attr(
      "fill",
      ({share}) => `color-mix(in oklab, var(--accent) ${(34 * (1 - share)).toFixed(1)}%, var(--background))`
    )
    .attr("stroke", "var(--background)")
    .attr("stroke-width", 0.75);

  const axes = svg.append("g").attr("class", "axis").attr("aria-hidden", "true");
  axes
    .append("g")
    .attr("transform", `translate(0,${height - margin.bottom})`)
    .call(
      axisBottom(x)
        .ticks(width / 90)
        .tickSizeOuter(0)
    );
  axes
    .append("g")
    .attr("transform", `translate(${margin.left},0)`)
    .call(
      axisLeft(y)
        .ticks(height / 70)
        .tickSizeOuter(0)
    );

  const mark = (points: readonly Point[], d: string): void => {
    svg
      .append("g")
      .attr("aria-hidden", "true")
      .selectAll("path")
      .data(points)
      .join("path")
      .attr("transform", ([px, py]) => `translate(${x(px)},${y(py)})`)
      .attr("d", d)
      .attr("fill", "none")
      .attr("stroke", "var(--foreground)")
      .attr("stroke-width", 1.5);
  };
  mark(minima, "M-5,0H5M0,-5V5");
  mark(saddles, "M-4,-4L4,4M-4,4L4,-4");

  const trails = svg
    .append("g")
    .attr("fill", "none")
    .attr("stroke-width", 2)
    .attr("stroke-linejoin", "round")
    .attr("aria-hidden", "true");
  const clip = clamped(domain);
  const path = (points: readonly Point[]): string => polyline(points, ([px, py]) => [x(px), y(py)]);
  const handle = svg
    .append("circle")
    .attr("class", "handle")
    .attr("r", 9)
    .attr("tabindex", 0)
    .attr("role", "slider")
    .attr("aria-label", startLabel)
    .attr("aria-valuenow", 0);

  const number = format(".2f");
  const view = Object.assign(svg.node()!, {
    value: start,
    update(drawn: readonly Trail[]): void {
      trails
        .selectAll("path")
        .data(drawn)
        .join("path")
        .attr("stroke", ({color}) => color)
        .attr("stroke-dasharray", ({dash}) => dash ?? null)
        .attr("d", ({points}) => path(inside(points, domain)));
    }
  });
  const place = (): void => {
    const [px, py] = view.value;
    handle
      .attr("transform", `translate(${x(px)},${y(py)})`)
      .attr("aria-valuetext", `x = ${number(px)}, y = ${number(py)}`)
      .attr("aria-valuenow", number(px));
  };
  const move = (to: Point): void => {
    view.value = clip(to);
    place();
    view.dispatchEvent(new Event("input", {bubbles: true}));
  };
  const at = ([px, py]: [number, number]): Point => [x.invert(px), y.invert(py)];
  // A finger that does not touch the handle scrolls the page.
  svg
    .on("pointerdown", (event: PointerEvent) => {
      if (event.button || (event.pointerType === "touch" && event.target !== handle.node())) return;
      view.setPointerCapture(event.pointerId);
      move(at(pointer(event)));
    })
    .on("pointermove", (event: PointerEvent) => {
      if (view.hasPointerCapture(event.pointerId)) move(at(pointer(event)));
    });
  handle.on("keydown", (event: KeyboardEvent) => {
    const direction = arrows[event.key];
    if (!direction) return;
    event.preventDefault();
    const step = event.shiftKey ? 10 : 2;
    const [px, py] = view.value;
    move(at([x(px) + step * direction[0], y(py) + step * direction[1]]));
  });
  place();
  return view;
}

const arrows: Record<string, Point> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1]
};

type Scale = ScaleLinear<number, number>;

/** Filled contours between quantiles of the height, as SVG paths; `share` is the share of the area below. */
function isolines(
  value: ContourData["value"],
  x: Scale,
  y: Scale,
  levels: number
): {path: string; share: number}[] {
  const [left, right] = x.range();
  const [bottom, top] = y.range();
  const columns = Math.ceil((right - left) / 4);
  const rows = Math.ceil((bottom - top) / 4);
  const toX = (i: number): number => left + ((i - 0.5) / (columns - 1)) * (right - left);
  const toY = (j: number): number => top + ((j - 0.5) / (rows - 1)) * (bottom - top);
  const grid = range(rows * columns).map((k) =>
    value(x.invert(toX((k % columns) + 0.5)), y.invert(toY(Math.floor(k / columns) + 0.5)))
  );
  const sorted = grid.toSorted(ascending);
  const shares = range(levels).map((i) => i / levels);
  return contours()
    .size([columns, rows])
    .thresholds(shares.map((share) => quantileSorted(sorted, share)!))(grid)
    .map(({coordinates}, i) => ({
      share: shares[i],
      path: coordinates
        .flat()
        .map((ring) => `${polyline(ring as [number, number][], ([i, j]) => [toX(i), toY(j)])}Z`)
        .join("")
    }));
}

/** An SVG path through points, to a tenth of a pixel. */
function polyline(points: readonly Point[], place: (point: Point) => Point): string {
  const corners = points.map((point) => place(point).map((coordinate) => coordinate.toFixed(1)));
  return corners.length ? `M${corners.join("L")}` : "";
}

/** A trail up to the first point that is not a number or lies far outside. */
function inside(points: readonly Point[], [[x0, x1], [y0, y1]]: ContourData["domain"]): readonly Point[] {
  const far = (value: number, low: number, high: number): boolean =>
    !(Math.abs(value - (low + high) / 2) < 5 * (high - low));
  const end = points.findIndex(([px, py]) => far(px, x0, x1) || far(py, y0, y1));
  return end < 0 ? points : points.slice(0, end);
}

const clamped =
  ([[x0, x1], [y0, y1]]: ContourData["domain"]) =>
  ([px, py]: Point): Point => [Math.min(Math.max(px, x0), x1), Math.min(Math.max(py, y0), y1)];
