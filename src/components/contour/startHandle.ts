import {pointer, type Selection} from "d3-selection";
import type {Point} from "./plot.js";

export interface StartHandleOptions {
  readonly label: string;
  readonly start: Point;
  /** The nearest place at which the start may be. */
  readonly constrain: (to: Point) => Point;
  /** How a place is read out. */
  readonly describe?: (at: Point) => string;
}

interface Plane {
  readonly svg: Selection<SVGSVGElement, undefined, null, undefined>;
  readonly x: Scale;
  readonly y: Scale;
}

interface Scale {
  (value: number): number;
  invert(pixel: number): number;
}

/**
 * Gives a picture a start that mouse, finger and arrow keys move: `value`, which code may set without an event,
 * and an "input" event when the reader has moved it.
 */
export function startHandle(
  {svg, x, y}: Plane,
  {label, start, constrain, describe = coordinates}: StartHandleOptions
): void {
  const view = svg.node()!;
  const handle = svg.append("circle").attr("class", "handle").attr("r", 9).attr("tabindex", 0);
  handle.attr("role", "slider").attr("aria-label", label);
  let [atX, atY] = start;

  function place([toX, toY]: Point): void {
    [atX, atY] = [toX, toY];
    handle.attr("transform", `translate(${x(atX)},${y(atY)})`);
    handle.attr("aria-valuetext", describe([atX, atY])).attr("aria-valuenow", atX);
  }
  function move(to: Point): void {
    const [toX, toY] = constrain(to);
    place([fourDigits(toX), fourDigits(toY)]); // as a reader writes it, and the address keeps it
    view.dispatchEvent(new Event("input", {bubbles: true}));
  }
  const moveTo = (event: PointerEvent): void => {
    const [px, py] = pointer(event, view);
    move([x.invert(px), y.invert(py)]);
  };

  // A finger that does not touch the handle scrolls the page.
  svg.on("pointerdown", (event: PointerEvent) => {
    if (event.button || (event.pointerType === "touch" && event.target !== handle.node())) return;
    view.setPointerCapture(event.pointerId);
    moveTo(event);
  });
  svg.on("pointermove", (event: PointerEvent) => {
    if (view.hasPointerCapture(event.pointerId)) moveTo(event);
  });
  handle.on("keydown", (event: KeyboardEvent) => {
    const direction = arrows[event.key];
    if (!direction) return;
    event.preventDefault();
    const step = event.shiftKey ? 10 : 2;
    move([x.invert(x(atX) + step * direction[0]), y.invert(y(atY) + step * direction[1])]);
  });
  Object.defineProperty(view, "value", {get: () => [atX, atY], set: place});
  place(start);
}

const fourDigits = (value: number): number => Number(value.toPrecision(4));

const coordinates = ([x, y]: Point): string => `x = ${number(x)}, y = ${number(y)}`;

const number = (value: number): number => Number(value.toPrecision(3));

const arrows: Readonly<Record<string, Point>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1]
};
