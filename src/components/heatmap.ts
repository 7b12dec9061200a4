import {pointer} from "d3-selection";
import type {Language} from "../course.js";
import type {Matrix} from "../lib/types.js";
import {picture} from "./chartParts/picture.js";
import {formatNumber} from "./formatNumber.js";

/** A place in a matrix; rows and columns count from 0. */
export interface MatrixCell {
  readonly row: number;
  readonly column: number;
}

export interface HeatmapOptions {
  /** What the matrix is, for readers who hear it. */
  readonly label: string;
  /** The room for the matrix, in pixels: its cells are as large as fits there. */
  readonly width?: number;
  readonly height?: number;
  /** How wide and high a cell is at most; where both are equal, cells stay square. */
  readonly cell?: readonly [number, number];
  /** Writes the numbers into cells that have the room. */
  readonly numbers?: boolean;
  /** Lets the reader choose a cell, with the pointer or the arrow keys. */
  readonly pick?: boolean;
  /** What is heard of a cell; row, column and value unless said otherwise. */
  readonly describe?: (cell: MatrixCell, value: number) => string;
  readonly language?: Language;
}

/** A matrix, or the shape of one that is not known yet. */
export type Shown = Matrix | (Pick<Matrix, "rows" | "columns"> & {readonly data: null});

export interface HeatmapState {
  /** The size that gets the strongest colour; that of the largest entry unless said otherwise. */
  readonly limit?: number;
  /** What is framed: a row, a column, or with both a single cell. */
  readonly mark?: Partial<MatrixCell> | null;
  /** What the matrix is now, where that changes. */
  readonly label?: string;
}

/** The picture; its value is the cell that the reader chose, and it dispatches "input" when that changes. */
export type Heatmap = SVGSVGElement & {
  value: MatrixCell;
  update(matrix: Shown, state?: HeatmapState): void;
};

/**
 * A matrix as coloured cells: blue above zero, orange below, deeper for larger, with its numbers where they fit.
 *
 *     const map = display(heatmap({label: "W", pick: true}));        map.update(network.layers[0].weights);
 *
 * A matrix that is not known yet (`data: null`) is an empty frame of its shape.
 */
export function heatmap({
  label,
  width = 640,
  height = 640,
  cell = [36, 24],
  numbers = true,
  pick = false,
  language = "en",
  describe = (at, value) => words[language].cell(at, formatNumber(value))
}: HeatmapOptions): Heatmap {
  const svg = picture({width: 0, height: 0, label, interactive: pick}).attr("class", "view heatmap");
  const image = svg.append("g").attr("aria-hidden", pick ? "true" : null);
  const [cells, texts] = [image.append("g"), image.append("g").attr("text-anchor", "middle")];
  const outline = image.append("rect").attr("class", "frame").attr("fill", "none");
  const frame = image.append("rect").attr("class", "mark").attr("fill", "none").attr("rx", 2);
  frame.attr("stroke", "var(--foreground)").attr("stroke-width", 2);
  const cursor = svg.append("rect").attr("class", "cursor").attr("fill", "none").attr("rx", 2);
  cursor
    .attr("stroke", "var(--accent)")
    .attr("stroke-width", 2.5)
    .attr("display", pick ? null : "none");
  if (pick) cursor.attr("role", "slider").attr("tabindex", 0).attr("aria-label", label);
  let shown: Shown = {rows: 1, columns: 1, data: null};
  let [w, h] = cell;

  function place(): void {
    const {row, column} = view.value;
    cursor.attr("x", column * w + 1).attr("y", row * h + 1);
    const value = shown.data ? shown.data[row * shown.columns + column] : Number.NaN;
    cursor.attr("aria-valuenow", row * shown.columns + column);
    cursor.attr("aria-valuemin", 0).attr("aria-valuemax", shown.rows * shown.columns - 1);
    cursor.attr("aria-valuetext", describe(view.value, value));
  }

  function choose(row: number, column: number): void {
    const to = {row: within(row, shown.rows), column: within(column, shown.columns)};
    if (to.row === view.value.row && to.column === view.value.column) return;
    view.value = to;
    place();
    view.dispatchEvent(new Event("input", {bubbles: true}));
  }

  function drawCells({rows, columns, data}: Shown, limit: number): void {
    const values = data ? Array.from(data) : [];
    const writes = numbers && w >= 27 && h >= 14;
    const size = Math.min(12, w / 3.6);
    const at = (k: number): [number, number] => [(k % columns) * w, Math.floor(k / columns) * h];
    const gap = Math.min(w, h) > 5 ? 1 : 0;
    const rect = cells
      .selectAll("rect")
      .data(values)
      .join("rect")
      .attr("width", w - gap)
      .attr("height", h - gap);
    rect
      .attr("x", (_, k) => at(k)[0])
      .attr("y", (_, k) => at(k)[1])
      .attr("fill", (value) => signedColor(value / limit, writes ? 50 : 88));
    const text = texts
      .attr("font-size", size)
      .selectAll("text")
      .data(writes ? values : [])
      .join("text")
      .text(shortNumber);
    text.attr("x", (_, k) => at(k)[0] + (w - gap) / 2).attr("y", (_, k) => at(k)[1] + h / 2 + 0.34 * size);
    outline
      .attr("x", 0.5)
      .attr("y", 0.5)
      .attr("width", columns * w - 1)
      .attr("height", rows * h - 1);
    outline.attr("stroke", "var(--control)").attr("stroke-dasharray", "2 3");
    outline.attr("display", data ? "none" : null);
  }

  function drawMark({rows, columns}: Shown, mark: Partial<MatrixCell> | null): void {
    const {row, column} = mark ?? {};
    frame.attr("display", row === undefined && column === undefined ? "none" : null);
    frame.attr("x", (column ?? 0) * w).attr("width", (column === undefined ? columns : 1) * w - 1);
    frame.attr("y", (row ?? 0) * h).attr("height", (row === undefined ? rows : 1) * h - 1);
  }

  svg.on("pointermove pointerdown", (event: PointerEvent) => {
    if (!pick || !shown.data) return;
    const [x, y] = pointer(event, view);
    choose(Math.floor(y / h), Math.floor(x / w));
  });
  cursor.on("keydown", (event: KeyboardEvent) => {
    const to = keyTarget(event.key, view.value, shown);
    if (!to) return;
    event.preventDefault();
    choose(to.row, to.column);
  });

  const view = Object.assign(svg.node()!, {
    value: {row: 0, column: 0},
    update(matrix: Shown, {limit, mark = null, label: name = label}: HeatmapState = {}) {
      shown = matrix;
      const {rows, columns, data} = matrix;
      [w, h] = cellSize(matrix, {width, height, cell});
      svg
        .attr("width", columns * w)
        .attr("height", rows * h)
        .attr("viewBox", `0 0 ${columns * w} ${rows * h}`);
      drawCells(matrix, limit ?? largest(data));
      drawMark(matrix, mark);
      svg.attr("aria-label", words[language].matrix(name, matrix));
      if (!pick) return;
      cursor
        .attr("aria-label", name)
        .attr("width", w - 2)
        .attr("height", h - 2);
      cursor.attr("display", data ? null : "none");
      view.value = {row: within(view.value.row, rows), column: within(view.value.column, columns)};
      place();
    }
  });
  return view;
}

/** The colour of a number between −1 and 1: orange below zero, blue above; `most` is the strongest, in per cent. */
export function signedColor(share: number, most = 88): string {
  const part = Number.isFinite(share) ? most * Math.min(1, Math.abs(share)) : 0;
  const hue = share < 0 ? "var(--orange)" : "var(--blue)";
  return `color-mix(in oklab, ${hue} ${part.toFixed(1)}%, var(--background))`;
}

/** The largest size among numbers, 1 where there is none above zero. */
export function largest(values: ArrayLike<number> | null): number {
  let most = 0;
  for (let i = 0; i < (values?.length ?? 0); ++i) {
    const size = Math.abs(values![i]);
    if (size > most && size < Number.POSITIVE_INFINITY) most = size;
  }
  return most || 1;
}

function cellSize(
  {rows, columns}: Shown,
  {width, height, cell: [w, h]}: {width: number; height: number; cell: readonly [number, number]}
): [number, number] {
  const fitting = [Math.min(w, width / columns), Math.min(h, height / rows)].map((size) =>
    size < 8 ? size : Math.floor(size)
  );
  const square = Math.min(...fitting);
  return w === h ? [square, square] : [fitting[0], fitting[1]];
}

/** A number in about five signs, as there is room for in a cell. */
export function shortNumber(value: number): string {
  const size = Math.abs(value);
  if (!Number.isFinite(value)) return formatNumber(value);
  const plain = Number.isInteger(value) ? String(value) : value.toFixed(size < 10 ? 2 : size < 100 ? 1 : 0);
  const fits = value === 0 || (size >= 0.005 && size < 1e4);
  return (fits ? plain : value.toExponential(0).replace("+", "")).replaceAll("-", "−");
}

const within = (index: number, count: number): number => Math.max(0, Math.min(count - 1, index));

function keyTarget(key: string, {row, column}: MatrixCell, {rows, columns}: Shown): MatrixCell | null {
  const ends: Readonly<Record<string, MatrixCell>> = {
    Home: {row: 0, column: 0},
    End: {row: rows - 1, column: columns - 1}
  };
  const move = arrows[key];
  return move ? {row: row + move[0], column: column + move[1]} : (ends[key] ?? null);
}

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1]
};

const extremes = (data: ArrayLike<number>): [string, string] => {
  const values = Array.from(data);
  return [Math.min(...values), Math.max(...values)].map((value) => formatNumber(value, {digits: 3})) as [
    string,
    string
  ];
};

const words = {
  en: {
    cell: ({row, column}: MatrixCell, value: string) => `row ${row + 1}, column ${column + 1}: ${value}`,
    matrix(name: string, {rows, columns, data}: Shown) {
      const shape = `${name}, ${rows} × ${columns}`;
      return data ? `${shape}, from ${extremes(data).join(" to ")}` : `${shape}, not known yet`;
    }
  },
  zh: {
    cell: ({row, column}: MatrixCell, value: string) => `第 ${row + 1} 行第 ${column + 1} 列：${value}`,
    matrix(name: string, {rows, columns, data}: Shown) {
      const shape = `${name}，${rows} × ${columns}`;
      return data ? `${shape}，从 ${extremes(data).join(" 到 ")}` : `${shape}，还不知道`;
    }
  }
};
