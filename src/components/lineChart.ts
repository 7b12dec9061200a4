import {type CursorView, cursor} from "./chartParts/cursor.js";
import {fontSize, picture, plot, textWidth} from "./chartParts/picture.js";
import {type ReadoutItem, readout} from "./chartParts/readout.js";
import {axes} from "./lineChart/axes.js";
import {type AxisOptions, formatOf, type Scale, scaleOf, within} from "./lineChart/axis.js";
import {endNames} from "./lineChart/endNames.js";
import {type Mark, places} from "./lineChart/places.js";
import {heights, isNamed, type Line, nearest, positions} from "./lineChart/points.js";
import {type Reading, readings} from "./lineChart/readings.js";
import {type Rule, rules} from "./lineChart/rules.js";
import {pointStops, type Stops, wholeStops} from "./lineChart/stops.js";
import {strokes} from "./lineChart/strokes.js";

export type {AxisOptions} from "./lineChart/axis.js";
export type {Mark, Place} from "./lineChart/places.js";
export type {Line} from "./lineChart/points.js";
export type {Rule} from "./lineChart/rules.js";

export interface LineChartOptions {
  /** What the chart shows, for readers who hear it. */
  readonly label: string;
  readonly x: AxisOptions;
  readonly y: AxisOptions;
  /** All names that may stand right of the plot: the widest decides how much room they get. */
  readonly names?: readonly string[];
  /** Where names stand: beside the plot where there is room, else in it above the last points, or above the first. */
  readonly namesAt?: "end" | "start";
  /**
   * Where the cursor stands and is read: on the points of the lines, with their values beside them; or on any whole
   * number of the x axis, with what `read` says above the plot.
   */
  readonly cursor?: "points" | "whole";
  readonly width?: number;
  readonly height?: number;
}

export interface LineChartState {
  /** Lines are drawn up to this x; the axes show them whole. */
  readonly until?: number;
  /** Where the cursor stands: where the reader has put it, unless said otherwise. */
  readonly at?: number;
  /** Values that the text speaks of, as thin lines across (y) or up (x); those beyond the axes are left out. */
  readonly rules?: readonly Rule[];
  /** Points that are named. */
  readonly marks?: readonly Mark[];
  /** What is read at a whole number. */
  readonly read?: (x: number) => readonly ReadoutItem[];
  /** What the chart shows now, where that changes with what is drawn. */
  readonly label?: string;
}

/** The chart; its value is the x of the cursor, and it dispatches "input" when the reader moves it. */
export type LineChart = SVGSVGElement & {
  value: number;
  update(lines: readonly Line[], state?: LineChartState): void;
};

/**
 * Lines, theory and measurements over a common axis, named at their ends, with a cursor that reads them.
 *
 *     const chart = display(lineChart({label: "…", x: {label: "step"}, y: {label: "cost", log: true}, names}));
 *     chart.update(runs.map(({values, ...line}) => ({...line, points: values.map((y, x) => [x, y])})), {until: step});
 *
 * Axes follow the values; what is no number, or not positive on a logarithmic axis, leaves a gap.
 */
export function lineChart({
  label: title,
  x: across,
  y: up,
  names = [],
  namesAt = "end",
  cursor: stand = "points",
  width = 640,
  height = width >= 520 ? 300 : stand === "whole" ? 318 : 260
}: LineChartOptions): LineChart {
  const size = fontSize(width);
  const [narrow, whole] = [width < 520, stand === "whole"];
  const inside = (narrow && !whole) || namesAt === "start";
  const widest = inside ? 0 : Math.max(0, ...names.map((name) => textWidth(name, size) + 12));
  const above = !whole ? 0 : narrow ? 40 : 24;
  const frame = {left: 52, right: width - 12 - widest, top: 26 + above, bottom: height - 44};
  const {left, right, top, bottom} = frame;

  const svg = picture({width, height, label: title, interactive: true});
  svg.attr("class", `view line-chart${whole ? " read-above" : ""}`);
  const image = svg.append("g").attr("aria-hidden", "true");
  const drawAxes = axes(image, {frame, width, height, size, across, up});
  const drawRules = rules(image, {frame, size});
  const drawLines = strokes(plot(image, frame));
  const nameEnds = endNames(image, {frame, size, inside, above: namesAt === "end" ? "last" : "first"});
  const nameAtPlaces = places(image, frame);
  const drawReadings = readings(image, {frame, size});
  const drawReadout = readout(image, {left: narrow ? 12 : left, baseline: 14});
  // the cursor counts stops; the chart's own value is the x there
  const counter = svg.append("svg").style("overflow", "visible").node() as unknown as CursorView;
  counter.value = 0;
  const handle = cursor(counter, {
    label: across.label,
    range: () => stops.range,
    frames: [frame],
    invert: (pixel) => stops.nearest(x.invert(pixel - left)),
    stride: (stop, far) => stops.stride(stop, far)
  });
  counter.append(handle.node);

  let lines: readonly Line[] = [];
  let state: LineChartState = {};
  let [x, y]: [Scale, Scale] = [scaleOf(across, [], [0, 1]), scaleOf(up, [], [1, 0])];
  const stopsOn = (xs: readonly number[]): Stops =>
    whole ? wholeStops(x, across.log ?? false) : pointStops(xs);
  let stops = stopsOn([]);
  const isSeen = (point: ArrayLike<number>): boolean =>
    Number.isFinite(x(point[0])) &&
    Number.isFinite(y(point[1])) &&
    within(point[0], x) &&
    within(point[1], y);
  const pixels = (point: ArrayLike<number>) => ({x: left + x(point[0]), y: top + y(point[1])});

  function drawNames(): void {
    const named = lines.filter(isNamed);
    const free = named.filter(({nameAt}) => !nameAt);
    nameEnds(
      free.flatMap((line) => {
        const point = namesAt === "end" ? line.points.findLast(isSeen) : line.points.find(isSeen);
        return point ? {...line, ...pixels(point)} : [];
      })
    );
    const placed = named.flatMap(({nameAt, label, color}) =>
      nameAt ? {...nameAt, label, color, line: label} : []
    );
    nameAtPlaces([...placed, ...(state.marks ?? [])], x, y);
  }

  function readPoints(at: number): Reading[] {
    return lines.filter(isNamed).flatMap((line) => {
      const point = line.points[nearest(line.points, at)];
      return point && isSeen(point) ? {...line, ...pixels(point), text: formatOf(up)(point[1])} : [];
    });
  }

  /** Draws what is read at the cursor, and says it. */
  function readAt(at: number): string {
    if (whole) {
      const items = state.read?.(at) ?? [];
      drawReadout(narrow ? [items.slice(0, 2), items.slice(2)] : [items]);
      return items.map(({text}) => text).join(", ");
    }
    const read = readPoints(at);
    drawReadings(read);
    const spoken = read.map(({label, text}) => `${label} ${text}`).join(", ");
    return `${across.label} ${formatOf(across)(stops.at(stops.nearest(at)))}: ${spoken}`;
  }

  function placeCursor(at: number): void {
    view.value = at;
    const stop = stops.nearest(at);
    // with nothing drawn there is nothing to read
    counter.style.display = stop >= 0 ? "" : "none";
    if (stop >= 0) handle.place(left + x(stops.at(stop)), stop, readAt(at));
  }

  counter.addEventListener("input", () => placeCursor(stops.at(counter.value)));
  const view = Object.assign(svg.node()!, {
    value: whole ? stops.range[0] : Number.NaN,
    update(next: readonly Line[], {until = Number.POSITIVE_INFINITY, ...more}: LineChartState = {}) {
      [lines, state] = [next, more];
      const xs = positions(lines);
      x = scaleOf(across, xs, [4, right - left - 4]);
      y = scaleOf(up, up.domain ? [] : lines.flatMap(heights), [bottom - top - 4, 4]);
      stops = stopsOn(xs);
      svg.attr("aria-label", state.label ?? title);
      drawAxes(x, y);
      drawRules(state.rules ?? [], x, y);
      drawLines(lines, x, y, until);
      drawNames();
      placeCursor(state.at ?? (Number.isNaN(view.value) ? (xs.at(-1) ?? 0) : view.value));
    }
  });
  return view;
}
