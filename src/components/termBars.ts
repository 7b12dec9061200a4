import {scaleLinear} from "d3-scale";
import {fontSize, picture} from "./chartParts/picture.js";
import {formatNumber} from "./formatNumber.js";

/** A number that goes into another. */
export interface TermBar {
  readonly label: string;
  readonly value: number;
}

export interface TermBarsState {
  readonly parts: readonly TermBar[];
  /** What the parts make, in a bar of its own. */
  readonly result: TermBar;
  /** Draws the result across the parts as well, where it is their mean. */
  readonly across?: boolean;
  /** What the picture shows, in a sentence. */
  readonly description: string;
}

export interface TermBarsOptions {
  readonly label: string;
  readonly width?: number;
  readonly height?: number;
}

export type TermBars = SVGSVGElement & {update(state: TermBarsState): void};

/** The numbers that make another one, a bar each from a common zero, and at the end what they make. */
export function termBars({label, width = 640, height = 140}: TermBarsOptions): TermBars {
  const size = fontSize(width);
  const svg = picture({width, height, label}).attr("class", "view term-bars");
  const zero = svg.append("path").attr("stroke", "var(--control)");
  const bars = svg.append("g");
  const level = svg.append("path").attr("stroke", "var(--accent)").attr("stroke-dasharray", "5 3");
  const [names, values] = [svg.append("g").attr("fill", "var(--muted)"), svg.append("g")];
  for (const texts of [names, values]) texts.attr("text-anchor", "middle");
  const [top, bottom] = [size + 6, height - 3 * size - 4];

  return Object.assign(svg.node()!, {
    update({parts, result, across = false, description}: TermBarsState) {
      const all = [...parts, result];
      const finite = all.map(({value}) => (Number.isFinite(value) ? value : 0));
      const y = scaleLinear([Math.min(0, ...finite), Math.max(0, ...finite) || 1e-300], [bottom, top]);
      const room = Math.min(76, width / (all.length + 0.6));
      const middle = (i: number): number => room * (i + 0.5 + (i === parts.length ? 0.6 : 0));
      zero.attr("d", `M0,${y(0)}H${middle(all.length - 1) + room / 2}`);
      const bar = bars
        .selectAll("rect")
        .data(finite)
        .join("rect")
        .attr("width", 0.72 * room)
        .attr("rx", 1.5);
      bar.attr("x", (_, i) => middle(i) - 0.36 * room).attr("y", (value) => Math.min(y(0), y(value)));
      bar.attr("height", (value) => Math.abs(y(value) - y(0)));
      bar.attr("fill", (value, i) =>
        i === parts.length ? "var(--accent)" : value < 0 ? "var(--orange)" : "var(--blue)"
      );
      bar.attr("fill-opacity", (_, i) => (i === parts.length ? 1 : 0.6));
      const end = middle(parts.length - 1) + room / 2;
      level.attr("d", across ? `M0,${y(finite[parts.length])}H${end}` : "");
      const name = names
        .selectAll("text")
        .data(all)
        .join("text")
        .attr("y", height - 6);
      name.attr("x", (_, i) => middle(i)).text(({label}) => label);
      const value = values
        .selectAll("text")
        .data(room > 32 ? all : [result])
        .join("text")
        .text(({value}) => formatNumber(value, {digits: 2}));
      const index = (i: number): number => (room > 32 ? i : parts.length);
      value.attr("font-size", size - 1.5).attr("x", (_, i) => middle(index(i)));
      value.attr("y", (_, i) =>
        finite[index(i)] < 0 ? y(finite[index(i)]) + size : y(finite[index(i)]) - 4
      );
      svg.attr("aria-label", description);
    }
  });
}
