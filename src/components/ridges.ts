import {bin, extent} from "d3-array";
import {area} from "d3-shape";
import {type CursorView, cursor} from "./chartParts/cursor.js";
import {fontSize, picture, textWidth} from "./chartParts/picture.js";
import {axes} from "./lineChart/axes.js";
import {type AxisOptions, type Scale, scaleOf} from "./lineChart/axis.js";

/** The values at one place of the axis. */
export interface Row {
  readonly at: number;
  readonly values: ArrayLike<number>;
}

export interface RidgesOptions {
  /** What the view shows, for readers who hear it. */
  readonly label: string;
  readonly x: AxisOptions;
  /** The axis of the values; of their sizes, where it is logarithmic. */
  readonly y: AxisOptions;
  /** Names that stand right of a chart above, so that both plots are equally wide. */
  readonly names?: readonly string[];
  readonly color?: string;
  readonly width?: number;
  readonly height?: number;
}

export interface RidgesState {
  /** The first and the last place of the axis, where rows may be missing. */
  readonly places: readonly [number, number];
  readonly at: number;
  /** What is said of the row at the cursor. */
  readonly describe: (row: Row) => string;
}

/** The view; its value is the place of the cursor, and it dispatches "input" when the reader moves it. */
export interface Ridges extends CursorView {
  update(rows: readonly Row[], state: RidgesState): void;
}

/** The strip at the foot of a logarithmic axis where zeros stand. */
const strip = 22;

/**
 * Histograms side by side, one a place, each rising to the right of its own line and as high as all the others.
 *
 * Values that are exactly 0 stand apart, as a dot whose area is their share; a triangle at the upper edge marks a row
 * with values that have left the range of numbers.
 */
export function ridges({
  label,
  x: across,
  y: up,
  names = [],
  color = "var(--accent)",
  width = 640,
  height = width < 520 ? 260 : 280
}: RidgesOptions): Ridges {
  const size = fontSize(width);
  const highest = width < 520 ? 28 : 44;
  const widest = width < 520 ? 0 : Math.max(0, ...names.map((name) => textWidth(name, size) + 12));
  const right = width - Math.max(12 + widest, highest + 8);
  const frame = {left: 52, right, top: 26, bottom: height - 44};
  const {left, top} = frame;
  const [wide, deep] = [right - left, frame.bottom - top];
  const log = up.log ?? false;

  const svg = picture({width, height, label, interactive: true}).attr("class", "view ridges");
  const image = svg.append("g").attr("aria-hidden", "true");
  const drawAxes = axes(image, {frame, width, height, size, across, up});
  const zero = image.append("text").attr("fill", "var(--muted)").attr("text-anchor", "end");
  if (log)
    zero
      .attr("x", left - 6)
      .attr("y", top + deep - 2)
      .text("0");
  const drawing = image.append("g").attr("transform", `translate(${left},${top})`);
  const shapes = drawing.append("g").attr("stroke-linejoin", "round");
  const marks = drawing.append("g").attr("stroke", "var(--background)");
  const view = svg.node() as Ridges; // becomes one at the end
  let x: Scale = scaleOf(across, [0, 1], [4, wide - 4]);
  let rows: readonly Row[] = [];
  const handle = cursor(view, {
    label: across.label,
    range: () => {
      const [first = 0, last = 0] = extent(rows, ({at}) => at);
      return [first, last];
    },
    frames: [frame],
    invert: (pixel) => x.invert(pixel - left),
    stride: (_, far) => (far ? 10 : 1)
  });
  svg.append(() => handle.node);

  function update(next: readonly Row[], {places, at, describe}: RidgesState): void {
    rows = next;
    x = scaleOf(across, places, [4, wide - 4]);
    const y = scaleOf(up, reach(rows, log), [deep - (log ? strip : 4), 4]);
    drawAxes(x, y);
    const spacing = Math.abs(x(places[0] + 1) - x(places[0]));
    const shape = shapes.selectAll("path").data(rows).join("path");
    shape
      .attr("transform", ({at}) => `translate(${x(at)},0)`)
      .attr("d", ({values}) => ridge(values, y, {log, rise: Math.min(1.7 * spacing, highest)}))
      .attr("fill", color)
      .attr("fill-opacity", (row) => (row.at === at ? 0.95 : 0.35))
      .attr("stroke", (row) => (row.at === at ? "var(--foreground)" : color))
      .attr("stroke-width", (row) => (row.at === at ? 1.5 : 0.75));
    drawMarks(log ? deep - 6 : y(0), Math.min(5, 0.3 * spacing));
    const row = rows.find((row) => row.at === at);
    handle.place(left + x(at), at, row ? describe(row) : "");
  }

  function drawMarks(foot: number, largest: number): void {
    const seen = rows.flatMap((row) => [
      {row, share: share(row.values, (value) => value === 0), gone: false},
      {row, share: share(row.values, (value) => !hasPlace(value)), gone: true}
    ]);
    const mark = marks
      .selectAll("path")
      .data(seen.filter(({share}) => share > 0))
      .join("path");
    mark
      .attr("d", ({share, gone}) => (gone ? beyond : circle(largest * Math.sqrt(share))))
      .attr("fill", ({gone}) => (gone ? "var(--red)" : color))
      .attr("transform", ({row, gone}) => `translate(${x(row.at)},${gone ? 6 : foot})`);
  }

  return Object.assign(view, {value: 0, update});
}

/** Twice a value must be a number too: an axis may reach from its negative to it. */
const hasPlace = (value: number): boolean => Number.isFinite(2 * value);

/** From where to where the axis must reach; on a logarithmic one no further down than a thousandth of the smallest row. */
function reach(rows: readonly Row[], log: boolean): number[] {
  const ends = rows.map(({values}) => endsOf(values, log)).filter(([low, high]) => low <= high);
  if (!log) return ends.length ? ends.flat() : [-1, 1];
  const least = Math.min(...ends.map(([, high]) => high)) / 1000;
  return ends.flatMap(([low, high]) => [Math.max(low, least), high]);
}

/** The least and the greatest of the values, or of their sizes other than 0; [∞, −∞] where there is none. */
function endsOf(values: ArrayLike<number>, log: boolean): [number, number] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < values.length; ++i) {
    const value = log ? Math.abs(values[i]) : values[i];
    if (!hasPlace(value) || (log && value === 0)) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return [low, high];
}

function share(values: ArrayLike<number>, has: (value: number) => boolean): number {
  let count = 0;
  for (let i = 0; i < values.length; ++i) if (has(values[i])) ++count;
  return count / values.length;
}

/** The outline of a histogram that rises to the right; in pixels, so that equal ways are equal on any axis. */
function ridge(
  values: ArrayLike<number>,
  y: Scale,
  {log, rise}: {log: boolean; rise: number}
): string | null {
  const [bottom, top] = y.range();
  const pixels: number[] = [];
  for (let i = 0; i < values.length; ++i)
    if (values[i] !== 0 && hasPlace(values[i]))
      pixels.push(Math.min(bottom, y(log ? Math.abs(values[i]) : values[i])));
  if (pixels.length === 0) return null;
  const bins = bin().domain([top, bottom]).thresholds(48)(pixels);
  const most = Math.max(...bins.map(({length}) => length));
  const seen = bins.filter(({length}, i) => length || bins[i - 1]?.length || bins[i + 1]?.length);
  return area<(typeof bins)[number]>()
    .y(({x0, x1}) => tenth((x0! + x1!) / 2))
    .x0(0)
    .x1(({length}) => tenth((rise * length) / most))(seen);
}

const tenth = (value: number): number => Math.round(value * 10) / 10;

const circle = (r: number): string => `M${-r},0A${r},${r} 0 1 1 ${r},0A${r},${r} 0 1 1 ${-r},0Z`;
/** A triangle that points up, as in other charts: what lies beyond the numbers. */
const beyond = "M-4.5,3L0,-5L4.5,3Z";
