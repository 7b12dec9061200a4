import {scaleLinear, scaleLog} from "d3-scale";
import {line} from "d3-shape";
import {type CursorView, cursor} from "./chartParts/cursor.js";
import {fontSize, picture, plot, textWidth} from "./chartParts/picture.js";
import {type ReadoutItem, readout} from "./chartParts/readout.js";
import {valueGrid} from "./chartParts/valueGrid.js";
import {endNames} from "./lineChart/endNames.js";

/** A curve, or the points of a measurement, in the units of the axes. */
export interface Curve {
  readonly name: string;
  readonly color: string;
  readonly points: readonly (readonly [number, number])[];
  readonly dash?: string;
  /** Draws the points and no line. */
  readonly dots?: boolean;
  /** Where the name stands: at a point of the curve, moved by pixels; right of the curve's end unless said. */
  readonly nameAt?: NamePlace;
}

export interface NamePlace {
  readonly x: number;
  readonly y: number;
  readonly dx?: number;
  readonly dy?: number;
  readonly anchor?: "start" | "middle" | "end";
}

/** A point that is named. */
export interface Mark extends NamePlace {
  readonly text: string;
  readonly color: string;
}

/** Everything that moves. */
export interface CurveState {
  readonly curves: readonly Curve[];
  readonly marks?: readonly Mark[];
  /** The whole number at which the cursor stands, and what is read there. */
  readonly at: number;
  readonly readout: readonly ReadoutItem[];
  /** What the picture shows, in a sentence. */
  readonly description: string;
}

/** An axis: linear or in powers, from where to where, its ticks and how they are written. */
export interface Axis {
  readonly log?: boolean;
  readonly domain: readonly [number, number];
  readonly ticks: readonly number[];
  readonly format: (tick: number) => string;
  readonly label: string;
}

export interface CurveOptions {
  readonly title: string;
  readonly cursor: string;
  readonly x: Axis;
  readonly y: Axis;
  /** The longest name that stands right of the plot; none where all names stand in it. */
  readonly widestName?: string;
  readonly width?: number;
  readonly height?: number;
}

/** The picture; its value is the place of the cursor, and it dispatches "input" when the reader moves it. */
export interface CurveChart extends CursorView {
  update(state: CurveState): void;
}

/** Curves over whole numbers, named where they are, with a cursor that reads them. */
export function curveChart({
  title,
  cursor: cursorName,
  x: across,
  y: up,
  widestName = "",
  width = 720,
  height = width < 520 ? 318 : 300
}: CurveOptions): CurveChart {
  const size = fontSize(width);
  const narrow = width < 520;
  const frame = {
    left: 52,
    right: width - 18 - textWidth(widestName, size),
    top: narrow ? 66 : 48,
    bottom: height - 42
  };
  const {left, right, top, bottom} = frame;
  const x = (across.log ? scaleLog() : scaleLinear()).domain(across.domain).range([4, right - left - 4]);
  const y = (up.log ? scaleLog() : scaleLinear()).domain(up.domain).range([bottom - top - 4, 4]);

  const svg = picture({width, height, label: title, interactive: true});
  const view = svg.node() as CurveChart; // becomes one at the end
  const image = svg.append("g").attr("role", "img");
  valueGrid(image, frame)(y, up.ticks, up.format);
  const tick = image.append("g").attr("fill", "var(--muted)").attr("text-anchor", "middle").selectAll("text");
  tick
    .data(across.ticks)
    .join("text")
    .attr("x", (t) => left + x(t))
    .attr("y", bottom + 20)
    .text(across.format);
  const axisName = image.append("g").attr("fill", "var(--muted)");
  axisName
    .append("text")
    .attr("x", right)
    .attr("y", height - 4)
    .attr("text-anchor", "end")
    .text(across.label);
  axisName
    .append("text")
    .attr("x", left)
    .attr("y", top - 8)
    .text(up.label);
  const inside = plot(image, frame);
  const [lines, dots] = [inside.append("g").attr("fill", "none"), inside.append("g")];
  const names = endNames(image, {frame, size, inside: false});
  const placed = image.append("g").attr("paint-order", "stroke").attr("stroke", "var(--background)");
  const values = readout(image, {left, baseline: 14});
  const handle = cursor(view, {
    label: cursorName,
    range: () => across.domain,
    frames: [frame],
    invert: (pixel) => x.invert(Math.max(x.range()[0], Math.min(x.range()[1], pixel - left))),
    stride: (value, far) => (across.log ? Math.max(1, Math.round(value * (far ? 1 : 0.1))) : far ? 30 : 1)
  });
  svg.append(() => handle.node);

  const place = ({x: px, y: py, dx = 0, dy = 0}: NamePlace): string =>
    `translate(${left + x(px) + dx},${top + y(py) + dy})`;

  function drawNames(curves: readonly Curve[], marks: readonly Mark[]): void {
    const ends = curves.filter(({name, nameAt}) => name && !nameAt);
    names(
      ends.map(({name, color, points}) => ({
        label: name,
        color,
        x: left + x(points.at(-1)![0]),
        y: top + y(points.at(-1)![1])
      }))
    );
    const texts = [
      ...curves.flatMap(({name, color, nameAt}) => (nameAt ? [{...nameAt, text: name, color}] : [])),
      ...marks
    ];
    const text = placed
      .selectAll("text")
      .data(texts)
      .join("text")
      .attr("transform", place)
      .attr("stroke-width", 4);
    text
      .attr("text-anchor", ({anchor = "start"}) => anchor)
      .attr("fill", ({color}) => color)
      .text(({text}) => text);
  }

  function update({curves, marks = [], at, readout, description}: CurveState): void {
    const path = line<readonly [number, number]>(
      ([t]) => x(t),
      ([, value]) => y(value)
    );
    const drawn = lines
      .selectAll("path")
      .data(curves.filter(({dots}) => !dots))
      .join("path")
      .attr("stroke-width", 2.25);
    drawn
      .attr("stroke", ({color}) => color)
      .attr("stroke-dasharray", ({dash = null}) => dash)
      .attr("d", ({points}) => path(points));
    const measured = curves
      .filter(({dots}) => dots)
      .flatMap(({points, color}) => points.map(([t, value]) => ({t, value, color, r: 2.5})));
    const marked = marks.map(({x, y, color}) => ({t: x, value: y, color, r: 4.5}));
    const dot = dots
      .selectAll("circle")
      .data([...measured, ...marked])
      .join("circle")
      .attr("r", ({r}) => r);
    dot
      .attr("cx", ({t}) => x(t))
      .attr("cy", ({value}) => y(value))
      .attr("fill", ({color}) => color);
    drawNames(curves, marks);
    values(narrow ? [readout.slice(0, 2), readout.slice(2)] : [readout]);
    image.attr("aria-label", description);
    handle.place(left + x(at), at, readout.map(({text}) => text).join(", "));
  }

  return Object.assign(view, {value: across.domain[0], update});
}
