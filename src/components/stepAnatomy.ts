import {scaleLinear} from "d3-scale";
import type {Selection} from "d3-selection";
import {fontSize, picture} from "./chartParts/picture.js";
import {formatNumber} from "./formatNumber.js";

/** A quantity of a step: its sign, its value, and the arithmetic that gave it. */
export interface Part {
  readonly symbol: string;
  readonly value: number;
  readonly formula: string;
  readonly color: string;
  /** Quantities of one group share a scale. */
  readonly group: number;
}

/** The parts of one coordinate's step, in the order in which they are computed. */
export interface AnatomyPanel {
  readonly title: string;
  readonly parts: readonly Part[];
}

export interface AnatomyOptions {
  readonly label: string;
  /** How many coordinates, and how many parts each. */
  readonly panels: number;
  readonly rows: number;
  readonly width?: number;
}

export type Anatomy = SVGSVGElement & {update(panels: readonly AnatomyPanel[]): void};

const rowHeight = 38;
const top = 30;

/** One step of an optimizer laid open: a bar for each quantity, with its value and its arithmetic, coordinate by coordinate. */
export function stepAnatomy({label, panels: count, rows, width = 720}: AnatomyOptions): Anatomy {
  const columns = width < 560 ? 1 : count;
  const [panelWidth, panelHeight] = [width / columns, top + rows * rowHeight + 8];
  const svg = picture({width, height: Math.ceil(count / columns) * panelHeight, label});
  const size = fontSize(width);
  const bar = {left: 46, right: panelWidth - 88};
  const root = svg.append("g");

  function drawPanel(panel: Selection<SVGGElement, AnatomyPanel, SVGGElement, undefined>): void {
    panel.attr("transform", (_, i) => {
      const [column, row] = [i % columns, Math.floor(i / columns)];
      return `translate(${column * panelWidth},${row * panelHeight})`;
    });
    one(panel, "text.title", "text", "title")
      .attr("y", 14)
      .attr("font-weight", 600)
      .text(({title}) => title);
    one(panel, "path.zero", "path", "zero")
      .attr("stroke", "var(--control)")
      .attr("d", `M${(bar.left + bar.right) / 2},${top - 8}v${rows * rowHeight}`);
    const part = panel
      .selectAll<SVGGElement, Scaled>("g")
      .data(({parts}) => scaled(parts, bar))
      .join("g")
      .attr("transform", (_, i) => `translate(0,${top + i * rowHeight})`);
    const symbol = one(part, "text.symbol", "text", "symbol")
      .attr("x", bar.left - 10)
      .attr("y", 9);
    symbol.attr("text-anchor", "end").attr("font-family", "var(--serif)").attr("font-style", "italic");
    symbol
      .attr("font-size", size + 3)
      .attr("fill", ({color}) => color)
      .text(({symbol}) => symbol);
    const shape = one(part, "rect", "rect", "amount").attr("height", 12).attr("y", -2).attr("rx", 1.5);
    shape
      .attr("x", ({from}) => from)
      .attr("width", ({length}) => length)
      .attr("fill", ({color}) => color);
    const value = one(part, "text.value", "text", "value")
      .attr("x", bar.right + 8)
      .attr("y", 9);
    value.attr("fill", ({color}) => color).text(({value}) => formatNumber(value, {digits: 3}));
    const formula = one(part, "text.formula", "text", "formula").attr("x", bar.left).attr("y", 24);
    formula
      .attr("font-size", size - 1.5)
      .attr("fill", "var(--muted)")
      .attr("paint-order", "stroke")
      .attr("stroke", "var(--background)")
      .attr("stroke-width", 3)
      .text(({formula}) => formula);
  }

  function update(panels: readonly AnatomyPanel[]): void {
    drawPanel(
      root.selectAll<SVGGElement, AnatomyPanel>("g.panel").data(panels).join("g").attr("class", "panel")
    );
    const spoken = panels.map(
      ({title, parts}) =>
        `${title}: ${parts.map(({symbol, value}) => `${symbol} = ${formatNumber(value, {digits: 3})}`).join(", ")}`
    );
    svg.attr("aria-label", `${label}. ${spoken.join(". ")}`);
  }
  return Object.assign(svg.node()!, {update});
}

interface Scaled extends Part {
  readonly from: number;
  readonly length: number;
}

/** Bars from the middle, each group of parts on a scale of its own that its largest fills. */
function scaled(parts: readonly Part[], {left, right}: {left: number; right: number}): Scaled[] {
  return parts.map((part) => {
    const sizes = parts.filter(({group}) => group === part.group).map(({value}) => Math.abs(value));
    const most = Math.max(...sizes.filter(Number.isFinite), Number.MIN_VALUE);
    const x = scaleLinear([-most, most], [left, right]);
    const end = x(Number.isFinite(part.value) ? part.value : 0);
    return {...part, from: Math.min(x(0), end), length: Math.abs(end - x(0))};
  });
}

/** The single child of each group, made where it is missing, with the group's datum. */
function one<Datum>(
  parent: Selection<SVGGElement, Datum, SVGGElement, unknown>,
  selector: string,
  name: string,
  className: string
) {
  const child = parent.selectAll<SVGElement, Datum>(selector).data((datum) => [datum]);
  return child.join(name).attr("class", className);
}
