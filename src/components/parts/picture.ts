import {create, type Selection} from "d3-selection";

/** A group, or a nested picture, of a view. */
export type Group = Selection<SVGGElement | SVGSVGElement, undefined, null, undefined>;

export interface PictureOptions {
  readonly width: number;
  readonly height: number;
  /** What the picture is, for readers who hear it. */
  readonly label: string;
  /** Holds something that takes the focus, which an image cannot. */
  readonly interactive?: boolean;
}

/** The size of a picture's letters, in pixels. */
export const fontSize = (width: number): number => (width < 520 ? 11.5 : 12.5);

/** About how wide a text is set, in pixels: a Chinese sign is as wide as it is high, a Latin letter less. */
export const textWidth = (text: string, size: number): number =>
  size * [...text].reduce((width, letter) => width + (letter > "\u2e80" ? 1 : 0.62), 0);

/** An empty picture of a size in pixels, in the page's letters and colour. */
export function picture({width, height, label, interactive = false}: PictureOptions) {
  const svg = create("svg") as Selection<SVGSVGElement, undefined, null, undefined>;
  svg
    .attr("class", "view")
    .attr("viewBox", `0 0 ${width} ${height}`)
    .attr("width", width)
    .attr("height", height);
  svg.attr("role", interactive ? "group" : "img").attr("aria-label", label);
  return svg
    .attr("font-family", "var(--sans)")
    .attr("font-size", fontSize(width))
    .attr("fill", "currentColor");
}

export interface Rectangle {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A plot inside a picture: what lies outside the rectangle is cut off, its own 0, 0 is the corner top left. */
export function plot(parent: Group, {left, right, top, bottom}: Rectangle): Group {
  const inner = parent.append("svg").attr("x", left).attr("y", top);
  return inner.attr("width", right - left).attr("height", bottom - top) as Group;
}
