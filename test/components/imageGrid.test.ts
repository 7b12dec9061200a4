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

test("imageGrid draws the pixels that are not blank, as dark as they are large", () => {
  const pixels = all(made(), "[shape-rendering] rect");
  expect(pixels).toHaveLength(6);
  expect(pixels.map((pixel) => pixel.getAttribute("fill-opacity"))).toEqual([
    "0.250",
    "0.500",
    "0.500",
    "0.500",
    "0.750",
    "0.500"
  ]);
  expect([pixels[0].getAttribute("x"), pixels[0].getAttribute("y"), pixels[0].getAttribute("width")]).toEqual(
    ["20", "0", "20"]
  );
});

test("imageGrid colours by sign where there are values below zero", () => {
  const view = imageGrid({label: "Weights", size: 40});
  view.update([{pixels: [1, -2, 0, 8], description: "w"}], {limit: 4, label: "Now"});
  expect(all(view, "[shape-rendering] rect").map((pixel) => pixel.getAttribute("fill"))).toEqual([
    "var(--blue)",
    "var(--orange)",
    "var(--blue)"
  ]);
  expect(all(view, "[shape-rendering] rect")[2].getAttribute("fill-opacity")).toBe("1.000");
  expect(view.getAttribute("aria-label")).toBe("Now");
});

test("imageGrid breaks into as many columns as fit, with captions below", () => {
  const view = made(100);
  expect(all(view, "[shape-rendering] g").map((g) => g.getAttribute("transform"))).toEqual([
    "translate(2,2)",
    "translate(50,2)",
    "translate(2,64)"
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
