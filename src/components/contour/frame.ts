import {axisBottom, axisLeft} from "d3-axis";
import type {ScaleLinear} from "d3-scale";
import type {Selection} from "d3-selection";
import type {Plot, Point} from "./plot.js";

type Domain = readonly [Point, Point];
type Scale = ScaleLinear<number, number>;
type Picture = Selection<SVGSVGElement, undefined, null, undefined>;

/** Where in the picture the plane lies, in pixels. */
export interface Frame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A part of a picture that is cut off at the frame; pixels count as in the picture. */
export function cut(svg: Picture, {left, right, top, bottom}: Frame) {
  const [width, height] = [right - left, bottom - top];
  const inner = svg.append("svg").attr("x", left).attr("y", top).attr("width", width).attr("height", height);
  return inner.attr("viewBox", `${left} ${top} ${width} ${height}`).attr("aria-hidden", "true");
}

/** The axes of the plane, with their names. */
export function drawAxes(
  svg: Picture,
  {left, right, top, bottom}: Frame,
  [x, y]: readonly [Scale, Scale],
  [across, up]: readonly [string, string]
): void {
  const root = svg.append("g").attr("class", "axis").attr("aria-hidden", "true");
  const below = axisBottom(x).ticks((right - left) / 90);
  const beside = axisLeft(y).ticks((bottom - top) / 70);
  root.append("g").attr("transform", `translate(0,${bottom})`).call(below.tickSizeOuter(0));
  root.append("g").attr("transform", `translate(${left},0)`).call(beside.tickSizeOuter(0));
  const name = root.append("g").attr("fill", "currentColor").attr("font-style", "italic");
  name
    .append("text")
    .attr("x", right)
    .attr("y", bottom + 32)
    .attr("text-anchor", "end")
    .text(across);
  name
    .append("text")
    .attr("x", left - 6)
    .attr("y", top - 8)
    .text(up);
}

/** The domain, longer across or up, so that a unit is as long across as up. */
export function widened([across, up]: Domain, {left, right, top, bottom}: Frame): Domain {
  const unit = Math.min((right - left) / (across[1] - across[0]), (bottom - top) / (up[1] - up[0]));
  const stretched = ([low, high]: Point, pixels: number): Point => {
    const more = (pixels / unit - (high - low)) / 2;
    return [low - more, high + more];
  };
  return [stretched(across, right - left), stretched(up, bottom - top)];
}

/** The nearest point of a domain. */
export const clamped =
  ([[x0, x1], [y0, y1]]: Domain) =>
  ([px, py]: Point): Point => [Math.min(Math.max(px, x0), x1), Math.min(Math.max(py, y0), y1)];

/** Whether a place lies in the picture. */
export const isSeen = (place: ArrayLike<number>, {x, y}: Pick<Plot, "x" | "y">): boolean =>
  within(place[0], x.domain()) && within(place[1], y.domain());

const within = (value: number, [low, high]: readonly number[]): boolean => value >= low && value <= high;
