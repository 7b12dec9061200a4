// @vitest-environment jsdom
import {afterEach, beforeEach, describe, expect, test, vi} from "vitest";
import {drawingPad} from "../../src/components/drawingPad.js";
import type {Drawing} from "../../src/components/drawingPad/drawing.js";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.runAllTimers();
  vi.useRealTimers();
  document.body.replaceChildren();
});

const made = (search = "") => {
  history.replaceState(null, "", `/${search}`);
  const element = drawingPad({label: "Draw a digit", name: "drawing"});
  document.body.append(element);
  const svg = element.querySelector("svg")!;
  svg.setPointerCapture = () => {};
  svg.getBoundingClientRect = () => ({left: 0, top: 0, width: 80, height: 80}) as DOMRect;
  const told: Drawing[] = [];
  element.addEventListener("input", () => told.push(element.value));
  const point = (type: string, x: number, y: number) =>
    svg.dispatchEvent(new MouseEvent(type, {clientX: x, clientY: y, bubbles: true}));
  const press = (key: string) =>
    svg.dispatchEvent(new KeyboardEvent("keydown", {key, bubbles: true, cancelable: true}));
  const [undo, clear] = element.querySelectorAll("button");
  return {element, svg, told, point, press, undo, clear};
};

describe("drawingPad(options)", () => {
  test("draws a line from where the pointer goes down to where it goes up", () => {
    const {element, svg, told, point} = made();
    point("pointermove", 5, 5);
    point("pointerdown", 10, 10);
    point("pointermove", 11, 10);
    expect(told).toEqual([]);
    point("pointermove", 20, 10);
    point("pointermove", 20, 30);
    point("pointerup", 20, 30);
    point("pointermove", 70, 70);
    expect(element.value).toEqual([
      [
        [1, 1],
        [2, 1],
        [2, 3]
      ]
    ]);
    expect(told).toHaveLength(2);
    expect(svg.querySelector(".ink path")!.getAttribute("d")).toBe("M1,1Q2,1 2,2L2,3");
  });

  test("fills the cell of a tap and empties it with the next", () => {
    const {element, svg, point} = made();
    const tap = () => {
      point("pointerdown", 35, 15);
      point("pointerup", 35, 15);
    };
    tap();
    expect(element.value).toEqual([[[3.5, 1.5]]]);
    expect(svg.querySelector('[aria-selected="true"]')!.getAttribute("aria-label")).toBe("row 2, column 4");
    tap();
    expect(element.value).toEqual([]);
  });

  test("gives a line up that the browser takes back", () => {
    const {element, point} = made();
    point("pointerdown", 10, 10);
    point("pointermove", 40, 40);
    point("pointercancel", 40, 40);
    expect(element.value).toEqual([]);
  });

  test("walks over the cells with the arrow keys and fills with the space bar", () => {
    const {element, svg, press} = made();
    for (const key of ["ArrowRight", "ArrowDown", "ArrowDown", " ", "ArrowLeft", "ArrowLeft", "Enter"])
      press(key);
    expect(element.value).toEqual([[[1.5, 2.5]], [[0.5, 2.5]]]);
    expect(document.activeElement!.getAttribute("aria-label")).toBe("row 3, column 1");
    expect(svg.querySelectorAll('[tabindex="0"]')).toHaveLength(1);
    expect(press("End")).toBe(false);
    expect(press("Tab")).toBe(true);
    press(" ");
    expect(element.value.at(-1)).toEqual([[7.5, 7.5]]);
  });

  test("undoes the last stroke, and clears all", () => {
    const {element, press, undo, clear} = made();
    expect([undo.disabled, clear.disabled]).toEqual([true, true]);
    for (const key of [" ", "ArrowRight", " ", "ArrowRight", " "]) press(key);
    undo.click();
    expect(element.value).toHaveLength(2);
    clear.click();
    expect([element.value, undo.disabled]).toEqual([[], true]);
  });

  test("keeps the drawing in the address, and takes it from there", () => {
    const {press} = made();
    press(" ");
    expect(location.search).toBe("?drawing=44");
    expect(made("?drawing=44").element.value).toEqual([[[0.5, 0.5]]]);
    const {element} = made("?drawing=4");
    expect(element.value).toEqual([]);
    expect(element.querySelector("[role=alert]")!.textContent).toContain("must be a drawing");
  });
});
