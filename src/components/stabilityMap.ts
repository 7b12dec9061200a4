import {range} from "d3-array";
import {contours} from "d3-contour";
import {scaleLinear, scaleLog} from "d3-scale";
import {line} from "d3-shape";
import {contractionFactor} from "../lib/diagnostics/contractionFactor.js";
import {stabilityEdge} from "../lib/diagnostics/stabilityEdge.js";
import {startHandle} from "./contour/startHandle.js";
import type {Point} from "./contour/plot.js";
import {formatNumber} from "./formatNumber.js";
import {type Group, fontSize, picture, plot} from "./chartParts/picture.js";

export type MomentumForm = "ema" | "classical";

/** What the map shows: a form of momentum, β, and αλ for the flattest and the steepest curvature. */
export interface StabilityState {
  readonly form: MomentumForm;
  readonly beta: number;
  readonly rates: readonly [number, number];
  /** The names of the two curvatures. */
  readonly names: readonly [string, string];
}

export interface StabilityWords {
  readonly title: string;
  readonly rate: string;
  readonly beta: string;
  readonly handle: string;
  readonly diverges: string;
  readonly edges: Readonly<Record<MomentumForm, string>>;
  readonly tenth: string;
  readonly readout: (facts: {radius: string; steps: string; diverges: boolean}) => string;
}

/** The picture, an input: its value is αλ of the steepest curvature, and β. */
export type StabilityMap = SVGSVGElement & {value: Point; update(state: StabilityState): void};

export interface StabilityOptions {
  readonly words: StabilityWords;
  readonly width?: number;
  readonly height?: number;
}

/** The steps to a tenth between which the colours lie. */
const tenths = [1000, 300, 100, 30, 10, 5, 2];
const largestBeta = 0.99;
const rates = [0.001, 1000] as const;

/**
 * Where momentum converges: the spectral radius over αλ and β as bands of "steps to a tenth", the edges of both forms,
 * and a ravine as a bar from its flattest to its steepest curvature, whose end the reader drags.
 */
export function stabilityMap({words, width = 720, height = 400}: StabilityOptions): StabilityMap {
  const narrow = width < 520;
  // a narrow picture has a heading of two lines, and the key below the axis's name instead of beside it
  const [top, bottom] = narrow ? [68, height - 94] : [52, height - 76];
  const [left, right] = [48, width - 18];
  const frame = {left, right, top, bottom};
  const x = scaleLog(rates, [left, right]);
  const memory = scaleLinear([0, -Math.log(1 - largestBeta)], [bottom, top]);
  const y = Object.assign((beta: number) => memory(-Math.log(1 - beta)), {
    invert: (pixel: number) => 1 - Math.exp(-memory.invert(pixel))
  });
  const svg = picture({width, height, label: words.title, interactive: true});
  const image = svg.append("g").attr("role", "img");
  const inside = plot(image, frame).attr("viewBox", `${left} ${top} ${right - left} ${bottom - top}`);
  inside
    .append("rect")
    .attr("x", left)
    .attr("y", top)
    .attr("width", right - left)
    .attr("height", bottom - top)
    .attr("fill", "color-mix(in oklab, var(--red) 14%, var(--background))");
  const field = inside.append("g");
  const drawn = {ema: bands("ema", x, y, frame), classical: bands("classical", x, y, frame)};
  const edge = inside.append("g").attr("fill", "none").attr("stroke-width", 2);
  const bar = inside.append("g");
  const heading = image.append("text").attr("y", 16).attr("font-weight", 600);
  drawAxes(image, {x, y, frame, words});
  drawScale(image, {left, top: height - 16, width, words});
  const refusal = inside
    .append("text")
    .attr("x", right - 10)
    .attr("y", bottom - 12)
    .attr("text-anchor", "end");
  refusal.attr("fill", "var(--red)").text(words.diverges);

  startHandle(
    {svg, x, y},
    {
      label: words.handle,
      start: [1, 0.9],
      constrain: ([rate, beta]) => [
        Math.min(Math.max(rate, rates[0]), rates[1]),
        Math.min(Math.max(beta, 0), largestBeta)
      ],
      describe: ([rate, beta]) =>
        `αλ = ${formatNumber(rate, {digits: 3})}, β = ${formatNumber(beta, {digits: 3})}`
    }
  );
  const view = svg.node() as StabilityMap; // startHandle gives it its value, the end the rest
  const within = (rate: number): number => Math.min(Math.max(rate, rates[0]), rates[1]);

  function update({form, beta, rates: ends, names}: StabilityState): void {
    field
      .selectAll("path")
      .data(drawn[form])
      .join("path")
      .attr("fill", (_, i) => bandColor(i))
      .attr("d", (d) => d);
    drawEdges(edge, {x, y, form, words});
    drawBar(bar, {ends: ends.map((rate) => x(within(rate))), at: y(beta), names});
    const radius = Math.max(...ends.map((rate) => contractionFactor(rate, {beta, form})));
    const text = words.readout({
      radius: formatNumber(radius),
      steps: formatNumber(Math.LN10 / -Math.log(radius), {digits: 3}),
      diverges: radius >= 1
    });
    const lines = narrow ? text.split(/(?<=: |：)/) : [text];
    const row = heading.selectAll("tspan").data(lines).join("tspan").text(String);
    row.attr("x", narrow ? 0 : left).attr("dy", (_, i) => 17 * i);
    heading.attr("fill", radius >= 1 ? "var(--red)" : "currentColor");
    image.attr("aria-label", `${words.title}. ${words.edges[form]}. ${text}`);
    view.value = [within(ends[1]), beta];
  }
  return Object.assign(view, {update});
}

interface Scale {
  (value: number): number;
  invert(pixel: number): number;
}

interface Plane {
  readonly x: Scale;
  readonly y: Scale;
}

interface Frame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const bandColor = (i: number): string =>
  `color-mix(in oklab, var(--accent) ${6 + 9 * i}%, var(--background))`;

/** The regions in which a tenth takes fewer steps than each of `tenths`; the widest is where it converges at all. */
function bands(form: MomentumForm, x: Scale, y: Scale, {left, right, top, bottom}: Frame): string[] {
  const [columns, rows] = [Math.ceil((right - left) / 3), Math.ceil((bottom - top) / 3)];
  const toX = (i: number): number => left + ((i - 0.5) / (columns - 1)) * (right - left);
  const toY = (j: number): number => top + ((j - 0.5) / (rows - 1)) * (bottom - top);
  const speed = range(rows * columns).map((k) => {
    const beta = Math.min(Math.max(y.invert(toY(Math.floor(k / columns) + 0.5)), 0), largestBeta);
    return -Math.log(contractionFactor(x.invert(toX((k % columns) + 0.5)), {beta, form}));
  });
  return contours()
    .size([columns, rows])
    .thresholds([0, ...tenths.map((steps) => Math.LN10 / steps)])(speed)
    .map(({coordinates}) =>
      coordinates
        .flat()
        .map(
          (ring) =>
            `${line<number[]>(
              ([i]) => toX(i),
              ([, j]) => toY(j)
            )(ring)!}Z`
        )
        .join("")
    );
}

function drawEdges(
  root: Group,
  {x, y, form, words}: Plane & {form: MomentumForm; words: StabilityWords}
): void {
  const betas = range(0, 101).map((i) => 1 - (1 - largestBeta) ** (i / 100));
  const path = (each: MomentumForm): string | null =>
    line<number>((beta) => x(stabilityEdge({beta, form: each})), y)(betas);
  const forms = ["ema", "classical"] as const;
  const edge = root.selectAll("path").data(forms).join("path").attr("d", path);
  edge.attr("stroke", (each) => edgeColor[each]).attr("stroke-dasharray", (each) => edgeDash[each]);
  edge.attr("stroke-opacity", (each) => (each === form ? 1 : 0.45));
  const name = root.selectAll("text").data(forms).join("text").attr("stroke", "var(--background)");
  name
    .attr("paint-order", "stroke")
    .attr("stroke-width", 4)
    .attr("fill", (each) => edgeColor[each]);
  name.attr("text-anchor", "end");
  name.attr("x", (each) => x(stabilityEdge({beta: nameAt[each], form: each})) - 8);
  name.attr("y", (each) => y(nameAt[each]) + 4).text((each) => words.edges[each]);
}

const nameAt = {ema: 0.95, classical: 0.975};
const edgeColor = {ema: "var(--orange)", classical: "var(--purple)"};
const edgeDash = {ema: "9 4", classical: "2 4"};

function drawBar(
  root: Group,
  {ends, at, names}: {ends: number[]; at: number; names: readonly string[]}
): void {
  const bar = root.selectAll("line").data([0]).join("line").attr("stroke", "var(--foreground)");
  bar.attr("stroke-width", 2).attr("x1", ends[0]).attr("x2", ends[1]).attr("y1", at).attr("y2", at);
  const dot = root.selectAll("circle").data(ends).join("circle").attr("r", 4.5).attr("cy", at);
  dot.attr("cx", (px) => px).attr("fill", "var(--foreground)");
  const name = root
    .selectAll("text")
    .data(ends)
    .join("text")
    .attr("paint-order", "stroke")
    .attr("y", at - 12);
  name.attr("stroke", "var(--background)").attr("stroke-width", 4).attr("fill", "currentColor");
  name.attr("text-anchor", (_, i) => (i === 0 ? "start" : "end"));
  name.attr("x", (px, i) => px + (i === 0 ? -4 : 4)).text((_, i) => names[i]);
}

function drawAxes(root: Group, {x, y, frame, words}: Plane & {frame: Frame; words: StabilityWords}): void {
  const {left, right, top, bottom} = frame;
  const axis = root.append("g").attr("fill", "var(--muted)");
  const across = axis.append("g").attr("text-anchor", "middle").selectAll("text");
  across
    .data([0.001, 0.01, 0.1, 1, 10, 100, 1000])
    .join("text")
    .attr("x", x)
    .attr("y", bottom + 18)
    .text(String);
  const up = axis.append("g").attr("text-anchor", "end").selectAll("text");
  up.data([0, 0.5, 0.9, 0.98])
    .join("text")
    .attr("x", left - 8)
    .attr("y", (beta) => y(beta) + 4)
    .text(String);
  axis
    .append("text")
    .attr("x", left - 30)
    .attr("y", top - 10)
    .text(words.beta);
  axis
    .append("text")
    .attr("x", right)
    .attr("y", bottom + 36)
    .attr("text-anchor", "end")
    .text(words.rate);
}

/** The key of the colours: how many steps a tenth takes. */
function drawScale(
  root: Group,
  {left, top, width, words}: {left: number; top: number; width: number; words: StabilityWords}
): void {
  const key = root.append("g").attr("transform", `translate(${left},${top})`);
  const size = fontSize(width);
  const swatch = Math.min(44, (width - left - 20) / (tenths.length + 1));
  key.append("text").attr("y", -16).attr("fill", "var(--muted)").text(words.tenth);
  const part = key
    .selectAll("g")
    .data(["∞", ...tenths])
    .join("g");
  part.attr("transform", (_, i) => `translate(${i * swatch},0)`);
  part
    .append("rect")
    .attr("y", -10)
    .attr("width", swatch)
    .attr("height", 10)
    .attr("fill", (_, i) => bandColor(i));
  part.append("text").attr("y", size).attr("text-anchor", "middle").attr("fill", "var(--muted)").text(String);
}
