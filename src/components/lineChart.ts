import {type AxisOptions, formatOf, type Scale, scaleOf, ticksOf} from "./lineChart/axis.js";
import {endNames} from "./lineChart/endNames.js";
import {heights, isNamed, type Line, nearest, positions} from "./lineChart/points.js";
import {readings} from "./lineChart/readings.js";
import {type CursorView, cursor} from "./chartParts/cursor.js";
import {fontSize, picture, plot, textWidth} from "./chartParts/picture.js";
import {polyline} from "./polyline.js";

export type {AxisOptions} from "./lineChart/axis.js";
export type {Line} from "./lineChart/points.js";

export interface LineChartOptions {
  /** What the chart shows, for readers who hear it. */
  readonly label: string;
  readonly x: AxisOptions;
  readonly y: AxisOptions;
  /** All names that may stand right of the plot: the widest decides how much room they get. */
  readonly names?: readonly string[];
  /** Where names stand: beside the plot where there is room, else in it above the last points, or above the first. */
  readonly namesAt?: "end" | "start";
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
}

export type Rule = {readonly label: string} & ({readonly y: number} | {readonly x: number});

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
  label,
  x: across,
  y: up,
  names = [],
  namesAt = "end",
  width = 640,
  height = width < 520 ? 260 : 300
}: LineChartOptions): LineChart {
  const size = fontSize(width);
  const inside = width < 520 || namesAt === "start";
  const widest = inside ? 0 : Math.max(0, ...names.map((name) => textWidth(name, size) + 12));
  const frame = {left: 52, right: width - 12 - widest, top: 26, bottom: height - 44};
  const {left, right, top, bottom} = frame;

  const svg = picture({width, height, label, interactive: true}).attr("class", "view line-chart");
  const image = svg.append("g").attr("aria-hidden", "true");
  const axes = image.append("g").attr("fill", "var(--muted)");
  axes
    .append("text")
    .attr("x", right)
    .attr("y", height - 4)
    .attr("text-anchor", "end")
    .text(across.label);
  axes.append("text").attr("x", left).attr("y", 12).text(up.label);
  const grid = axes.append("g").attr("stroke", "var(--faint)");
  const ticks = axes.append("g");
  const rules = image.append("g");
  const drawing = plot(image, frame);
  const areas = drawing.append("g").attr("fill-opacity", 0.16);
  const paths = drawing.append("g").attr("fill", "none").attr("stroke-linejoin", "round");
  const marks = drawing.append("g");
  const namesAtEnds = endNames(image, {frame, size, inside, above: namesAt === "end" ? "last" : "first"});
  const drawReadings = readings(image, {frame, size});
  // the cursor counts positions; the chart's own value is the x there
  const counter = svg.append("svg").style("overflow", "visible").node() as unknown as CursorView;
  counter.value = 0;
  const handle = cursor(counter, {
    label: across.label,
    range: () => [0, Math.max(0, xs.length - 1)],
    frames: [frame],
    invert: (pixel) =>
      nearest(
        xs.map((value) => [value]),
        x.invert(pixel - left)
      ),
    stride: (_, far) => (far ? 10 : 1)
  });
  counter.append(handle.node);

  let xs: readonly number[] = [];
  let lines: readonly Line[] = [];
  let [x, y]: [Scale, Scale] = [scaleOf(across, [], [0, 1]), scaleOf(up, [], [1, 0])];
  const hasPlace = (point: ArrayLike<number>): boolean =>
    Number.isFinite(x(point[0])) && Number.isFinite(y(point[1]));

  const isSeen = (point: ArrayLike<number>): boolean =>
    hasPlace(point) && within(point[0], x) && within(point[1], y);

  function drawAxes(): void {
    const [down, beside] = [ticksOf(x, across, (right - left) / 70), ticksOf(y, up, (bottom - top) / 45)];
    const line = grid.selectAll("line").data(beside).join("line").attr("x1", left).attr("x2", right);
    line.attr("y1", (tick) => top + y(tick)).attr("y2", (tick) => top + y(tick));
    const texts = [
      ...down.map((tick) => ({
        x: left + x(tick),
        y: bottom + 22,
        text: formatOf(across)(tick),
        anchor: "middle"
      })),
      ...beside.map((tick) => ({x: left - 6, y: top + y(tick) + 4, text: formatOf(up)(tick), anchor: "end"}))
    ];
    const text = ticks
      .selectAll("text")
      .data(texts)
      .join("text")
      .attr("text-anchor", ({anchor}) => anchor);
    text
      .attr("x", ({x}) => x)
      .attr("y", ({y}) => y)
      .text(({text}) => text);
  }

  function drawBands(until: number): void {
    const area = areas
      .selectAll("path")
      .data(lines.filter(({kind}) => kind === "band"))
      .join("path")
      .attr("data-line", ({label}) => label);
    area.attr("fill", ({color}) => color).attr("d", ({points}) => areaOf(points, until));
  }

  /** A band as far as it is drawn: along its lower edge and back along the upper one. */
  function areaOf(points: readonly ArrayLike<number>[], until: number): string {
    const seen = points.filter(
      (point) => point[0] <= until && hasPlace(point) && hasPlace([point[0], point[2]])
    );
    const upper = seen.map((point) => [point[0], point[2]]).reverse();
    return seen.length ? `${polyline(seen, x, y)}${polyline(upper, x, y).replace("M", "L")}Z` : "";
  }

  function drawLines(until: number): void {
    const path = paths
      .selectAll("path")
      .data(lines.filter(({kind}) => kind !== "dots" && kind !== "band"))
      .join("path");
    path.attr("data-line", ({label}) => label).attr("stroke", ({color}) => color);
    path.attr("stroke-width", ({kind}) => (kind === "theory" ? 1.25 : 2.25));
    path.attr("stroke-dasharray", ({kind, dash}) => (kind === "theory" ? "3 3" : (dash ?? null)));
    path.attr("d", ({points, kind}) => pathOf(points, kind === "theory" ? Number.POSITIVE_INFINITY : until));
    const dots = lines
      .filter(({kind}) => kind === "dots")
      .flatMap((line) => line.points.map((point) => ({line, point})))
      .filter(
        ({point}) =>
          Number.isFinite(x(point[0])) && (point[1] === Number.POSITIVE_INFINITY || hasPlace(point))
      );
    const mark = marks
      .selectAll("path")
      .data(dots)
      .join("path")
      .attr("data-line", ({line}) => line.label);
    mark
      .attr("d", ({point}) => (Number.isFinite(point[1]) ? dot : beyond))
      .attr("stroke", ({line}) => line.color);
    mark.attr("fill", ({line, point}) => (Number.isFinite(point[1]) ? line.color : "var(--background)"));
    mark.attr(
      "transform",
      ({point}) => `translate(${x(point[0])},${Number.isFinite(point[1]) ? y(point[1]) : 6})`
    );
  }

  /** The stretches of a line that have a place, as far as they are drawn. */
  function pathOf(points: readonly ArrayLike<number>[], until: number): string {
    const stretches: ArrayLike<number>[][] = [[]];
    for (const point of points) {
      if (point[0] > until) break;
      if (hasPlace(point)) stretches.at(-1)!.push(point);
      else if (stretches.at(-1)!.length) stretches.push([]);
    }
    return stretches.map((stretch) => polyline(stretch, x, y)).join("");
  }

  function drawRules(values: readonly Rule[]): void {
    const shown = values.filter((rule) => ("y" in rule ? within(rule.y, y) : within(rule.x, x)));
    const rule = rules
      .selectAll("g")
      .data(shown)
      .join((enter) => {
        const group = enter.append("g");
        group.append("path").attr("stroke", "var(--muted)").attr("stroke-dasharray", "1 3");
        group.append("text").attr("fill", "var(--muted)").attr("paint-order", "stroke");
        return group;
      });
    rule
      .select("path")
      .attr("d", (rule) =>
        "y" in rule ? `M${left},${top + y(rule.y)}H${right}` : `M${left + x(rule.x)},${top}V${bottom}`
      );
    const text = rule.select("text").text(({label}) => label);
    const isEarly = (rule: Rule): boolean => "x" in rule && x(rule.x) < (right - left) / 2;
    text.attr("text-anchor", (rule) => (isEarly(rule) ? "start" : "end"));
    text.attr("x", (rule) => ("y" in rule ? right - 12 : left + x(rule.x) + (isEarly(rule) ? 5 : -5)));
    text.attr("y", (rule) => ("y" in rule ? top + y(rule.y) - 4 : top + size));
  }

  function placeCursor(at: number): void {
    view.value = at;
    const index = nearest(
      xs.map((value) => [value]),
      at
    );
    if (index < 0) return;
    const read = lines
      .filter(isNamed)
      .map((line) => ({line, point: line.points[nearest(line.points, at)]}))
      .filter(({point}) => point !== undefined && isSeen(point))
      .map(({line, point}) => ({
        ...line,
        x: left + x(point[0]),
        y: top + y(point[1]),
        text: formatOf(up)(point[1])
      }));
    drawReadings(read);
    const spoken = read.map(({label, text}) => `${label} ${text}`).join(", ");
    handle.place(left + x(xs[index]), index, `${across.label} ${formatOf(across)(xs[index])}: ${spoken}`);
  }

  counter.addEventListener("input", () => placeCursor(xs[counter.value]));
  const view = Object.assign(svg.node()!, {
    value: Number.NaN,
    update(
      next: readonly Line[],
      {until = Number.POSITIVE_INFINITY, at, rules: values = []}: LineChartState = {}
    ) {
      lines = next;
      xs = positions(lines);
      x = scaleOf(across, xs, [4, right - left - 4]);
      y = scaleOf(up, lines.flatMap(heights), [bottom - top - 4, 4]);
      drawAxes();
      drawRules(values);
      drawBands(until);
      drawLines(until);
      const ends = lines.filter(isNamed).flatMap((line) => {
        const last = namesAt === "end" ? line.points.findLast(isSeen) : line.points.find(isSeen);
        return last ? {...line, x: left + x(last[0]), y: top + y(last[1])} : [];
      });
      namesAtEnds(ends);
      placeCursor(at ?? (Number.isNaN(view.value) ? (xs.at(-1) ?? 0) : view.value));
    }
  });
  return view;
}

const within = (value: number, scale: Scale): boolean => {
  const [low, high] = scale.domain();
  return value >= low && value <= high;
};

const dot = "M-3.5,0A3.5,3.5 0 1 1 3.5,0A3.5,3.5 0 1 1 -3.5,0Z";
/** A triangle that points up: what lies beyond the chart. */
const beyond = "M-4.5,3L0,-5L4.5,3Z";
