import {extent} from "d3-array";
import {scaleLinear} from "d3-scale";
import {fontSize, picture, plot} from "./chartParts/picture.js";
import type {Ellipse} from "./contour/ellipseAxes.js";
import {ellipsePath} from "./ellipsePath.js";
import {formatNumber} from "./formatNumber.js";
import type {LineStyle} from "./key.js";
import {polyline} from "./polyline.js";

/** Points of one kind. */
export interface Cloud {
  readonly label: string;
  readonly color: string;
  readonly mark: "dot" | "cross";
  readonly points: readonly ArrayLike<number>[];
  /** Of a dot, in pixels: 2.5 unless said otherwise. */
  readonly radius?: number;
}

/** A straight line or an ellipse among the points. */
export type Figure = LineStyle & ({readonly ends: readonly [Place, Place]} | {readonly ellipse: Ellipse});
type Place = readonly [number, number];

export interface ScatterOptions {
  /** What the picture shows, for readers who hear it. */
  readonly label: string;
  readonly width?: number;
  readonly height?: number;
}

export interface ScatterState {
  readonly title: string;
  /** The names of the axes. */
  readonly names: readonly [string, string];
  readonly figures?: readonly Figure[];
  /** What is shown: a square around a place, and as much beside it as fits; all points and the origin unless said. */
  readonly around?: {readonly at: Place; readonly reach: number};
  /** What the picture shows now, where that changes with what is drawn. */
  readonly label?: string;
}

/** Points in a plane, and lines among them; a unit is as long up as across, so that shapes are true. */
export function scatter({label, width = 360, height = Math.round(width * 0.8)}: ScatterOptions) {
  const size = fontSize(width);
  const frame = {left: 44, right: width - 10, top: 38, bottom: height - 36};
  const {left, right, top, bottom} = frame;
  const svg = picture({width, height, label});
  const title = svg.append("text").attr("x", left).attr("y", 13).attr("font-weight", 600);
  const axes = svg.append("g").attr("fill", "var(--muted)");
  const across = axes
    .append("text")
    .attr("x", right)
    .attr("y", height - 4)
    .attr("text-anchor", "end");
  const up = axes
    .append("text")
    .attr("x", left - 4)
    .attr("y", 33)
    .attr("text-anchor", "start");
  const ticks = axes.append("g");
  const drawing = plot(svg.append("g"), frame);
  const origin = drawing.append("path").attr("stroke", "var(--faint)").attr("stroke-width", 1.5);
  const marks = drawing.append("g").attr("fill", "none");
  const lines = drawing.append("g").attr("fill", "none").attr("stroke-width", 2);
  const paths = new WeakMap<object, {readonly frame: string; readonly d: string}>();

  return Object.assign(svg.node()!, {
    update(clouds: readonly Cloud[], {title: words, names, figures = [], around, ...more}: ScatterState) {
      svg.attr("aria-label", more.label ?? label);
      const {at, reach} = around ?? squareOf(clouds, (right - left) / (bottom - top));
      const unit = Math.min(right - left, bottom - top) / (2 * reach);
      const span = (middle: number, pixels: number): [number, number] => [
        middle - pixels / unit / 2,
        middle + pixels / unit / 2
      ];
      const x = scaleLinear(span(at[0], right - left), [0, right - left]);
      const y = scaleLinear(span(at[1], bottom - top), [bottom - top, 0]);
      title.text(words);
      across.text(names[0]);
      up.text(names[1]);
      origin.attr("d", `M0,${y(0)}H${right - left}M${x(0)},0V${bottom - top}`);
      const texts = [
        ...x.ticks(4).map((tick) => ({x: left + x(tick), y: bottom + 16, tick, anchor: "middle"})),
        ...y.ticks(4).map((tick) => ({x: left - 5, y: top + y(tick) + 4, tick, anchor: "end"}))
      ];
      const text = ticks
        .selectAll("text")
        .data(texts)
        .join("text")
        .attr("font-size", size - 1);
      text.attr("x", ({x}) => x).attr("y", ({y}) => y);
      text.attr("text-anchor", ({anchor}) => anchor).text(({tick}) => formatNumber(tick));
      const mark = marks
        .selectAll("path")
        .data(clouds)
        .join("path")
        .attr("data-line", ({label}) => label);
      mark.attr("stroke", ({color}) => color).attr("stroke-linecap", "round");
      mark.attr("stroke-opacity", ({mark}) => (mark === "dot" ? 0.55 : null));
      mark.attr("stroke-width", ({mark, radius = 2.5}) => (mark === "dot" ? 2 * radius : 1.25));
      mark.attr("d", ({points, mark}) => {
        const frame = [at, reach, mark].join();
        const known = paths.get(points);
        const d = known?.frame === frame ? known.d : marksOf(points, mark === "dot" ? "h0" : cross, x, y);
        paths.set(points, {frame, d});
        return d;
      });
      const line = lines
        .selectAll("path")
        .data(figures)
        .join("path")
        .attr("data-line", ({label}) => label);
      line.attr("stroke", ({color}) => color).attr("stroke-dasharray", ({dash}) => dash ?? null);
      line.attr("d", (figure) =>
        "ends" in figure ? polyline(figure.ends, x, y) : ellipsePath(figure.ellipse, x, y)
      );
    }
  });
}

/** The same mark at every point, as one path: thousands of them are drawn in a frame. */
function marksOf(
  points: Cloud["points"],
  mark: string,
  x: (value: number) => number,
  y: (value: number) => number
): string {
  let path = "";
  for (let i = 0; i < points.length; ++i)
    path += `M${x(points[i][0]).toFixed(1)},${y(points[i][1]).toFixed(1)}${mark}`;
  return path;
}

/** The square in the middle of a plot of a shape, so large that the plot holds all points and the origin. */
function squareOf(clouds: readonly Cloud[], shape: number): {at: Place; reach: number} {
  const points = clouds.flatMap(({points}) => points);
  const [x0, x1] = extent([0, ...points.map((point) => point[0])]) as [number, number];
  const [y0, y1] = extent([0, ...points.map((point) => point[1])]) as [number, number];
  const needed = Math.max((x1 - x0) / Math.max(1, shape), (y1 - y0) * Math.min(1, shape)) || 1;
  return {at: [(x0 + x1) / 2, (y0 + y1) / 2], reach: needed / 1.8};
}

/** A cross from the point it stands at. */
const cross = "m-3,-3l6,6m-6,0l6,-6";
