import {range} from "d3-array";
import type {Selection} from "d3-selection";
import {type BoxedView, type Box, cellCursor} from "../../components/chartParts/cellCursor.js";
import {fontSize, picture} from "../../components/chartParts/picture.js";
import {formatNumber} from "../../components/formatNumber.js";
import {largest} from "../../components/heatmap.js";

export interface ActivationWords {
  /** What the picture is, for readers who hear it. */
  readonly label: (answer: number, share: string) => string;
  readonly input: string;
  readonly hidden: (layer: number, neurons: number) => string;
  readonly output: string;
  readonly neuron: (layer: number, neuron: number, value: string) => string;
  readonly cursor: string;
}

/** What the layers of a network make of one digit. */
export interface Activations {
  /** 64 numbers, 0 … 16. */
  readonly pixels: ArrayLike<number>;
  /** A⁽¹⁾ … A⁽ᴸ⁻¹⁾. */
  readonly hidden: readonly ArrayLike<number>[];
  /** The ten probabilities. */
  readonly output: ArrayLike<number>;
}

/** The picture; its value counts the neurons, those of the first layer first, and "input" tells of a choice. */
export type ActivationView = BoxedView & {update(activations: Activations): void};

/** Layer (from 1) and neuron (from 0) of a count of neurons. */
export function neuronAt(sizes: readonly number[], index: number): {layer: number; neuron: number} {
  let [layer, neuron] = [1, Math.max(0, index)];
  while (layer < sizes.length - 1 && neuron >= sizes[layer]) neuron -= sizes[layer++];
  return {layer, neuron: Math.min(neuron, sizes[layer] - 1)};
}

interface Block {
  readonly title: string;
  readonly width: number;
  /** Left, top corner. */
  readonly x: number;
  readonly y: number;
}

const [gap, head] = [20, 22];

/** One digit on its way through the network: its pixels, a square for each neuron of each layer, and the ten answers. */
export function activationView(
  words: ActivationWords,
  {width = 640}: {readonly width?: number} = {}
): ActivationView {
  const svg = picture({width, height: 160 + head, label: words.input, interactive: true});
  const image = svg.append("g").attr("aria-hidden", "true");
  const titles = image.append("g").attr("fill", "var(--muted)").attr("font-size", fontSize(0));
  const [paper, ink] = [image.append("rect"), image.append("g").attr("shape-rendering", "crispEdges")];
  paper.attr("fill", "var(--background-raised)");
  const neurons = image.append("g");
  const bars = image.append("g");
  const cursor = cellCursor(svg, words.cursor);

  function drawCells(boxes: readonly Box[], values: readonly number[]): void {
    const cell = neurons.selectAll("rect").data(boxes).join("rect");
    cell.attr("x", ({x}) => x).attr("y", ({y}) => y);
    cell.attr("width", ({width}) => width).attr("height", ({height}) => height);
    cell.attr("fill", (_, k) => (values[k] < 0 ? "var(--orange)" : "var(--blue)"));
    cell.attr("fill-opacity", (_, k) => (0.06 + 0.94 * Math.min(1, Math.abs(values[k]) || 0)).toFixed(3));
  }

  return Object.assign(svg.node() as BoxedView, {
    update({pixels, hidden, output}: Activations) {
      const high = width < 520 || hidden.length > 3 ? 120 : 160;
      const blocks = laidOut(
        [
          {title: words.input, width: high},
          ...hidden.map(({length}, l) => ({
            title: words.hidden(l + 1, length),
            width: gridOf(length, high).width
          })),
          {title: words.output, width: high + 40}
        ],
        width,
        high
      );
      const height = blocks[blocks.length - 1].y + high + 4;
      svg.attr("height", height).attr("viewBox", `0 0 ${width} ${height}`);
      const title = titles.selectAll("text").data(blocks).join("text");
      title
        .attr("x", ({x}) => x)
        .attr("y", ({y}) => y - 8)
        .text(({title}) => title);
      paper.attr("x", blocks[0].x).attr("y", blocks[0].y).attr("width", high).attr("height", high);
      drawInk(ink, pixels, blocks[0], high);
      const cells = hidden.flatMap(({length}, l) => cellsOf(length, blocks[l + 1], high));
      drawCells(cells, hidden.flatMap(shares));
      const rows = range(10).map((k) => rowOf(k, blocks[blocks.length - 1], high));
      drawBars(bars, rows, output, high);
      const values = [...hidden.flatMap((A) => Array.from(A)), ...Array.from(output)];
      const sizes = [0, ...hidden.map(({length}) => length), 10];
      cursor.show([...cells, ...rows], (k) => {
        const {layer, neuron} = neuronAt(sizes, k);
        return words.neuron(layer, neuron, formatNumber(values[k], {digits: 3}));
      });
      const best = Array.from(output).indexOf(Math.max(...Array.from(output)));
      svg.attr("aria-label", words.label(best, percent(output[best])));
    }
  });
}

/** Activations as parts of the largest of their layer. */
function shares(A: ArrayLike<number>): number[] {
  const most = largest(A);
  return Array.from(A, (a) => a / most);
}

/** Blocks from left to right, on a new line where the next would not fit. */
function laidOut(blocks: readonly Pick<Block, "title" | "width">[], width: number, high: number): Block[] {
  let [x, y] = [2, head];
  return blocks.map((block) => {
    if (x > 2 && x + block.width > width) [x, y] = [2, y + high + head + 14];
    const placed = {...block, x, y};
    x += Math.max(block.width, 64) + gap;
    return placed;
  });
}

/** Columns of eight neurons, or more of them where they would be too many. */
function gridOf(neurons: number, high: number): {rows: number; side: number; width: number} {
  const rows = neurons <= 64 ? 8 : 12;
  const side = high / rows;
  return {rows, side, width: Math.ceil(neurons / rows) * side};
}

function cellsOf(neurons: number, {x, y}: Block, high: number): Box[] {
  const {rows, side} = gridOf(neurons, high);
  return range(neurons).map((k) => ({
    x: x + Math.floor(k / rows) * side,
    y: y + (k % rows) * side,
    width: side - 1.5,
    height: side - 1.5
  }));
}

const rowOf = (k: number, {x, y, width}: Block, high: number): Box => ({
  x,
  y: y + (k * high) / 10,
  width,
  height: high / 10 - 1
});

type Group = Selection<SVGGElement, undefined, null, undefined>;

function drawInk(ink: Group, pixels: ArrayLike<number>, {x, y}: Block, high: number): void {
  const side = high / 8;
  const pixel = ink.selectAll("rect").data(Array.from(pixels)).join("rect");
  pixel.attr("x", (_, k) => x + (k % 8) * side).attr("y", (_, k) => y + Math.floor(k / 8) * side);
  pixel
    .attr("width", side)
    .attr("height", side)
    .attr("fill-opacity", (value) => value / 16);
}

function drawBars(bars: Group, rows: readonly Box[], output: ArrayLike<number>, high: number): void {
  const [step, long] = [high / 10, high - 40];
  const baseline = step / 2 + 3.8;
  bars.attr("font-size", 6 + 0.375 * step);
  const row = bars
    .selectAll<SVGGElement, Box>("g")
    .data(rows)
    .join((enter) => {
      const added = enter.append("g");
      added.append("text").attr("class", "digit");
      added
        .append("rect")
        .attr("height", step - 4)
        .attr("y", 1.5)
        .attr("x", 16)
        .attr("fill", "var(--blue)");
      added.append("text").attr("class", "share").attr("fill", "var(--muted)");
      return added;
    });
  const share = (k: number): number => (Number.isFinite(output[k]) ? output[k] : 0);
  row.attr("transform", ({x, y}) => `translate(${x},${y})`);
  row
    .select(".digit")
    .attr("x", 4)
    .attr("y", baseline)
    .text((_, k) => k);
  row.select("rect").attr("width", (_, k) => long * share(k));
  row
    .select(".share")
    .attr("x", (_, k) => 20 + long * share(k))
    .attr("y", baseline);
  row.select(".share").text((_, k) => percent(share(k)));
}

/** A share in whole per cent, or less exactly where it is next to nothing. */
export const percent = (share: number): string =>
  share > 0 && share < 0.005 ? "<1 %" : `${Math.round(100 * share)} %`;
