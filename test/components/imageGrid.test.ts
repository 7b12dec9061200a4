// @vitest-environment jsdom
import {expect, test} from "vitest";
import {type GridImage, imageGrid} from "../../src/components/imageGrid.js";

const images: (GridImage & {id: string})[] = ["a", "b", "c"].map((id, i) => ({
  id,
  pixels: [0, i + 1, 2, 0],
  caption: id,
  description: `picture ${id}`
}));
const made = (width = 100) => {
  const view = imageGrid<GridImage & {id: string}>({label: "Pictures", width, size: 40, captions: true});
  view.update(images, {limit: 4});
  return view;
};
const all = (view: Element, selector: string): Element[] => [...view.querySelectorAll(selector)];

/** Opacity, colour and squares of each shade. */
const shades = (view: Element) =>
  all(view, "[shape-rendering] path").map((path) =>
    ["fill-opacity", "fill", "d"].map((name) => path.getAttribute(name))
  );

test("imageGrid draws the pixels that are not blank, all of one shade in one shape", () => {
  expect(shades(made())).toEqual([
    ["0.25", "currentColor", "M22,2h20v20h-20z"],
    ["0.5", "currentColor", "M2,22h20v20h-20zM70,2h20v20h-20zM50,22h20v20h-20zM2,84h20v20h-20z"],
    ["0.75", "currentColor", "M22,64h20v20h-20z"]
  ]);
});

test("imageGrid colours by sign where there are values below zero, none deeper than the limit", () => {
  const view = imageGrid({label: "Weights", size: 40});
  view.update([{pixels: [1, -2, 0, 8], description: "w"}], {limit: 4, label: "Now"});
  expect(shades(view).map(([opacity, color]) => [opacity, color])).toEqual([
    ["0.25", "var(--blue)"],
    ["0.5", "var(--orange)"],
    ["1", "var(--blue)"]
  ]);
  expect(view.getAttribute("aria-label")).toBe("Now");
});

test("imageGrid leaves out what is no number", () => {
  const view = imageGrid({label: "Weights", size: 40});
  view.update([{pixels: [Number.NaN, 1, 0, 0], description: "w"}], {limit: 1});
  expect(view.outerHTML).not.toContain("NaN");
});

test("imageGrid breaks into as many columns as fit, with captions below", () => {
  const view = made(100);
  const places = all(view, "g:first-child rect").map((paper) =>
    ["x", "y"].map((name) => paper.getAttribute(name))
  );
  expect(places).toEqual([
    ["2", "2"],
    ["50", "2"],
    ["2", "64"]
  ]);
  expect(all(view, "text").map((text) => text.textContent)).toEqual(["a", "b", "c"]);
  expect(view.getAttribute("height")).toBe("124");
});

test("imageGrid's chosen picture follows the arrow keys", () => {
  const view = made();
  const told: string[] = [];
  view.addEventListener("input", () => told.push(view.chosen!.id));
  const cursor = view.querySelector(".cursor")!;
  for (const key of ["ArrowRight", "Home", "ArrowDown"])
    cursor.dispatchEvent(new KeyboardEvent("keydown", {key, cancelable: true}));
  expect(told).toEqual(["b", "a", "c"]);
  expect(cursor.getAttribute("aria-valuetext")).toBe("picture c");
  view.update([], {limit: 1});
  expect(view.chosen).toBeUndefined();
});
