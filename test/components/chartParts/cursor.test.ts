// @vitest-environment jsdom
import {beforeEach, expect, test} from "vitest";
import {type CursorView, cursor} from "../../../src/components/chartParts/cursor.js";

const frame = {left: 0, right: 100, top: 0, bottom: 50};
let view: CursorView;
let told: number[];

beforeEach(() => {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  view = Object.assign(svg, {value: 5});
  told = [];
  view.addEventListener("input", () => told.push(view.value));
});

function shown() {
  const made = cursor(view, {label: "Day", range: () => [1, 100], frames: [frame], invert: (x) => x});
  view.append(made.node);
  made.place(5, 5, "5 January");
  const handle = made.node.querySelector("[role=slider]")!;
  const press = (key: string): KeyboardEvent => {
    const event = new KeyboardEvent("keydown", {key, bubbles: true, cancelable: true});
    handle.dispatchEvent(event);
    return event;
  };
  return {...made, handle, press};
}

test("the handle is a slider that tells where it stands", () => {
  const {handle} = shown();
  const attribute = (name: string) => handle.getAttribute(name);
  expect(
    ["aria-label", "aria-valuemin", "aria-valuemax", "aria-valuenow", "aria-valuetext"].map(attribute)
  ).toEqual(["Day", "1", "100", "5", "5 January"]);
  expect(attribute("tabindex")).toBe("0");
});

test.each([
  ["ArrowRight", 6],
  ["ArrowUp", 6],
  ["ArrowLeft", 4],
  ["ArrowDown", 4],
  ["PageUp", 35],
  ["PageDown", 1],
  ["Home", 1],
  ["End", 100]
])("%s moves from 5 to %d and keeps the page still", (key, to) => {
  const {press} = shown();
  expect(press(key).defaultPrevented).toBe(true);
  expect(told).toEqual([to]);
});

test("other keys are left to the page", () => {
  const {press} = shown();
  expect(press("Tab").defaultPrevented).toBe(false);
  expect(told).toEqual([]);
});

test("at an end an arrow says nothing", () => {
  const {place, press} = shown();
  place(100, 100, "");
  press("ArrowRight");
  expect(told).toEqual([]);
});

test("place(x) draws the line through the frames", () => {
  const {node, place} = shown();
  place(40, 40, "");
  expect(node.querySelector("path")!.getAttribute("d")).toBe("M40,0V50");
});
