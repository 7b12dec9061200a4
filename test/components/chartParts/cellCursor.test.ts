// @vitest-environment jsdom
import {create} from "d3-selection";
import {describe, expect, test} from "vitest";
import {type BoxedView, cellCursor, keyTarget} from "../../../src/components/chartParts/cellCursor.js";

const box = (x: number, y: number) => ({x, y, width: 10, height: 10});
/** Two rows of three, and a pair further right, lower by half a box. */
const boxes = [
  box(0, 0),
  box(20, 0),
  box(40, 0),
  box(0, 20),
  box(20, 20),
  box(40, 20),
  box(80, 5),
  box(80, 25)
];

describe("keyTarget(key, boxes, from)", () => {
  test.each([
    ["ArrowRight", 0, 1],
    ["ArrowLeft", 1, 0],
    ["ArrowDown", 1, 4],
    ["ArrowUp", 4, 1],
    ["ArrowRight", 2, 6],
    ["ArrowLeft", 7, 5],
    ["ArrowLeft", 0, 0],
    ["ArrowUp", 2, 2],
    ["Home", 5, 0],
    ["End", 0, 7],
    ["Enter", 0, null]
  ] as const)("%s leads from %d to %s", (key, from, to) => {
    expect(keyTarget(key, boxes, from)).toBe(to);
  });
});

describe("cellCursor(svg, label)", () => {
  const made = () => {
    const svg = create("svg:svg");
    const view = svg.node() as BoxedView; // becomes one
    const cursor = cellCursor(svg as never, "Digit");
    const told: number[] = [];
    view.addEventListener("input", () => told.push(view.value));
    cursor.show(boxes, (index) => `number ${index}`);
    return {view, cursor, told, frame: view.querySelector(".cursor")!};
  };

  test("stands around the first box and says what is in it", () => {
    const {view, frame} = made();
    expect(view.value).toBe(0);
    expect(frame.getAttribute("x")).toBe("-1");
    expect(frame.getAttribute("aria-valuetext")).toBe("number 0");
    expect(frame.getAttribute("aria-valuemax")).toBe("7");
  });

  test("follows the arrow keys and tells", () => {
    const {view, told, frame} = made();
    for (const key of ["ArrowRight", "ArrowDown", "ArrowUp", "ArrowUp", "x"])
      frame.dispatchEvent(new KeyboardEvent("keydown", {key, cancelable: true}));
    expect(told).toEqual([1, 4, 1]);
    expect(frame.getAttribute("aria-valuetext")).toBe("number 1");
    view.value = 7;
    expect([frame.getAttribute("x"), told.length]).toEqual(["79", 3]);
  });

  test("stays within fewer boxes, and is hidden where there is none", () => {
    const {view, cursor, frame} = made();
    view.value = 7;
    cursor.show(boxes.slice(0, 2), String);
    expect([view.value, frame.getAttribute("aria-valuetext")]).toEqual([1, "1"]);
    cursor.show([], String);
    expect(frame.getAttribute("display")).toBe("none");
  });
});
