import {create, pointer, type Selection} from "d3-selection";
import type {Rectangle} from "./picture.js";

/** A picture with a place in it that the reader chooses: it dispatches "input" when `value` has changed. */
export interface CursorView extends SVGSVGElement {
  value: number;
}

export interface CursorOptions {
  /** What the cursor chooses, for readers who hear it. */
  readonly label: string;
  /** The first and the last whole number that it can stand on. */
  readonly range: () => readonly [number, number];
  /** The plots, from top to bottom, through which the line goes; between them and in them the pointer is heard. */
  readonly frames: readonly Rectangle[];
  /** The value at a horizontal position of the picture. */
  readonly invert: (x: number) => number;
  /** How far an arrow key goes from a value, and how far a page key. */
  readonly stride?: (value: number, far: boolean) => number;
  readonly color?: string;
}

/** The cursor's own part of the picture. */
export interface Cursor {
  readonly node: SVGGElement;
  /** Puts the line at a horizontal position and tells what stands there. */
  place(x: number, value: number, text: string): void;
}

/**
 * A vertical line that follows mouse, finger and keys: arrows, page keys, Home, End on its handle.
 *
 * It changes `view.value` and dispatches "input" on the view; whoever listens places the line.
 */
export function cursor(view: CursorView, options: CursorOptions): Cursor {
  const {
    label,
    range,
    frames,
    invert,
    stride = (_, far) => (far ? 30 : 1),
    color = "var(--accent)"
  } = options;
  const {left, right, top} = frames[0];
  const bottom = frames.at(-1)!.bottom;
  const root = create("svg:g") as Selection<SVGGElement, undefined, null, undefined>;
  const line = root.append("path").attr("stroke", color);
  const surface = root.append("rect").attr("fill", "none").attr("pointer-events", "all");
  surface
    .attr("x", left)
    .attr("y", top)
    .attr("width", right - left)
    .attr("height", bottom - top);
  surface.style("touch-action", "pan-y");
  const handle = drawHandle(root, color).attr("aria-label", label);

  function move(to: number): void {
    const [first, last] = range();
    const value = Math.max(first, Math.min(last, Math.round(to)));
    if (value === view.value) return;
    view.value = value;
    view.dispatchEvent(new Event("input", {bubbles: true}));
  }

  root.on("pointerdown", (event: PointerEvent) => surface.node()!.setPointerCapture(event.pointerId));
  root.on("pointerdown.move pointermove", (event: PointerEvent) => move(invert(pointer(event, view)[0])));
  handle.on("keydown", (event: KeyboardEvent) => {
    const to = keyTarget(event.key, view.value, range(), stride);
    if (to === null) return;
    event.preventDefault();
    move(to);
  });

  return {
    node: root.node()!,
    place(x, value, text) {
      view.value = value;
      const [first, last] = range();
      line.attr("d", frames.map(({top, bottom}) => `M${x},${top}V${bottom}`).join(""));
      handle.attr("transform", `translate(${x},${bottom})`).attr("aria-valuemin", first);
      handle.attr("aria-valuemax", last).attr("aria-valuenow", value).attr("aria-valuetext", text);
    }
  };
}

function drawHandle(root: Selection<SVGGElement, undefined, null, undefined>, color: string) {
  const handle = root
    .append("g")
    .attr("class", "handle")
    .attr("role", "slider")
    .attr("tabindex", 0)
    .attr("aria-valuenow", 0);
  handle.style("cursor", "ew-resize").attr("pointer-events", "all").attr("fill", color);
  const target = handle.append("rect").attr("x", -14).attr("y", -14).attr("width", 28).attr("height", 28);
  target.attr("fill", "none").attr("stroke", "none");
  handle.append("circle").attr("r", 6.5);
  return handle.attr("stroke", "var(--background)").attr("stroke-width", 2);
}

function keyTarget(
  key: string,
  value: number,
  [first, last]: readonly [number, number],
  stride: (value: number, far: boolean) => number
): number | null {
  if (key === "ArrowRight" || key === "ArrowUp") return value + stride(value, false);
  if (key === "ArrowLeft" || key === "ArrowDown") return value - stride(value, false);
  if (key === "PageUp") return value + stride(value, true);
  if (key === "PageDown") return value - stride(value, true);
  if (key === "Home") return first;
  return key === "End" ? last : null;
}
