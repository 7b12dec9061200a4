import {range} from "d3-array";
import {create} from "d3-selection";
import type {Language} from "../course.js";
import {
  cells,
  type Drawing,
  isCell,
  parseDrawing,
  type Place,
  snapped,
  type Stroke,
  toggled,
  writeDrawing
} from "./drawingPad/drawing.js";
import {change, type Input, input, type Reading} from "./input.js";
import {message} from "./message.js";

export interface DrawingPadOptions {
  /** What is to be drawn, for readers who hear it. */
  readonly label: string;
  readonly name?: string;
  readonly language?: Language;
  readonly width?: number;
}

/** The width of the pen, in cells. */
const pen = 0.75;

/**
 * A square to draw in: lines with a pen, a finger or the mouse; cells of an 8 × 8 grid with a tap, or with the arrow keys
 * and the space bar. The value is the drawing; `inkOf` makes straight pieces of it.
 */
export function drawingPad({label, name, language = "en", width = 280}: DrawingPadOptions): Input<Drawing> {
  const spoken = words[language];
  const problem = message();
  const root = create("div").attr("class", "input drawing-pad");
  const svg = root.append("svg").attr("viewBox", `0 0 ${cells} ${cells}`);
  svg.attr("width", width).attr("height", width).attr("class", "view");
  svg.attr("role", "grid").attr("aria-label", label).attr("aria-multiselectable", "true");
  const row = svg.selectAll("g").data(range(cells)).join("g").attr("role", "row");
  const cell = row
    .selectAll<SVGRectElement, Place>("rect")
    .data((y) => range(cells).map((x): Place => [x, y]))
    .join("rect")
    .attr("role", "gridcell");
  cell
    .attr("x", ([x]) => x)
    .attr("y", ([, y]) => y)
    .attr("width", 1)
    .attr("height", 1);
  cell.attr("aria-label", ([x, y]) => spoken.cell(y + 1, x + 1));
  const lines = svg.append("g").attr("class", "ink").attr("aria-hidden", "true").attr("stroke-width", pen);
  const buttons = root.append("div").attr("class", "buttons");
  const undo = buttons.append("button").attr("type", "button").text(spoken.undo);
  const clear = buttons.append("button").attr("type", "button").text(spoken.clear);
  root.append(() => problem);
  let at: Place = [0, 0];
  // what is being drawn, onto what
  let [line, before]: [Stroke, Drawing] = [[], []];
  const placeOf = (event: PointerEvent): Place => {
    const {left, top, width} = svg.node()!.getBoundingClientRect();
    return snapped([(cells * (event.clientX - left)) / width, (cells * (event.clientY - top)) / width]);
  };

  function show(drawing: Drawing): void {
    const filled = drawing.filter(isCell).map(([[x, y]]) => `${x - 0.5},${y - 0.5}`);
    cell.attr("aria-selected", (place) => String(filled.includes(String(place))));
    cell.attr("tabindex", (place) => (String(place) === String(at) ? 0 : -1));
    lines
      .selectAll("path")
      .data(drawing.filter((stroke) => !isCell(stroke)))
      .join("path")
      .attr("d", smooth);
    undo.property("disabled", drawing.length === 0);
    clear.property("disabled", drawing.length === 0);
  }
  const read = (text: string): Reading<Drawing> => {
    const drawing = parseDrawing(text);
    return drawing ? {value: drawing} : {rule: spoken.rule};
  };
  const value: Drawing = [];
  const behaviour = {label, name, language, value, read, write: writeDrawing, message: problem};
  const element: Input<Drawing> = input(root.node()!, behaviour, show);

  svg.on("pointerdown", (event: PointerEvent) => {
    if (event.button) return;
    svg.node()!.setPointerCapture(event.pointerId);
    [before, line] = [element.value, [placeOf(event)]];
  });
  svg.on("pointermove", (event: PointerEvent) => {
    if (!line.length) return;
    for (const part of event.getCoalescedEvents?.() ?? [event]) line = extended(line, placeOf(part));
    if (line.length > 1) change(element, [...before, line]);
  });
  svg.on("pointerup", () => {
    if (line.length === 1) change(element, toggled(before, line[0]));
    line = [];
  });
  svg.on("pointercancel", () => {
    if (line.length > 1) change(element, before);
    line = [];
  });
  svg.on("keydown", (event: KeyboardEvent) => {
    const isToggle = event.key === " " || event.key === "Enter";
    const to = isToggle ? at : keyTarget(event.key, at);
    if (!to) return;
    event.preventDefault();
    at = to;
    if (isToggle) change(element, toggled(element.value, at));
    show(element.value);
    cell
      .filter((place) => String(place) === String(at))
      .node()!
      .focus();
  });
  undo.on("click", () => change(element, element.value.slice(0, -1)));
  clear.on("click", () => change(element, []));
  return element;
}

/** A line led on to a place, unless that is next to where it is. */
function extended(line: Stroke, place: Place): Stroke {
  const [x, y] = line[line.length - 1];
  return Math.hypot(place[0] - x, place[1] - y) < 0.25 ? line : [...line, place];
}

/** A line through the middles of its pieces, so that places that are set apart make a curve. */
function smooth(line: Stroke): string {
  const [first, ...rest] = line;
  const bends = rest.slice(0, -1).map(([x, y], i) => {
    const [nextX, nextY] = rest[i + 1];
    return `Q${x},${y} ${(x + nextX) / 2},${(y + nextY) / 2}`;
  });
  return `M${first}${bends.join("")}L${rest[rest.length - 1]}`;
}

/** Where a key leads on the grid; null for a key that means nothing there. */
function keyTarget(key: string, [x, y]: Place): Place | null {
  if (key === "Home") return [0, 0];
  if (key === "End") return [cells - 1, cells - 1];
  const move = arrows[key];
  return move ? [within(x + move[0]), within(y + move[1])] : null;
}

const within = (at: number): number => Math.max(0, Math.min(cells - 1, at));

const arrows: Readonly<Record<string, Place>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1]
};

const words = {
  en: {
    undo: "Undo",
    clear: "Clear",
    rule: "must be a drawing that this pad has written",
    cell: (row: number, column: number) => `row ${row}, column ${column}`
  },
  zh: {
    undo: "撤销",
    clear: "清除",
    rule: "应为画板写下的图形",
    cell: (row: number, column: number) => `第 ${row} 行第 ${column} 列`
  }
};
