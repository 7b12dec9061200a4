// @vitest-environment jsdom
import {expect, test} from "vitest";
import {type TermBarsState, termBars} from "../../src/components/termBars.js";

const state: TermBarsState = {
  parts: [
    {label: "1", value: 2},
    {label: "2", value: -1}
  ],
  result: {label: "mean", value: 0.5},
  across: true,
  description: "1/2 (2 + (−1)) = 0.5"
};
function drawn(more: Partial<TermBarsState> = {}, width = 640) {
  const view = termBars({label: "parts", width});
  view.update({...state, ...more});
  return view;
}
const bars = (view: Element) =>
  [...view.querySelectorAll("rect")].map((bar) => ({
    y: Number(bar.getAttribute("y")),
    height: Number(bar.getAttribute("height")),
    fill: bar.getAttribute("fill")
  }));

test("termBars(…) draws parts from a common zero in proportion, and their result", () => {
  const [two, minusOne, mean] = bars(drawn());
  expect(two.height / minusOne.height).toBeCloseTo(2, 9);
  expect(two.height / mean.height).toBeCloseTo(4, 9);
  expect(two.y + two.height).toBeCloseTo(minusOne.y, 9);
  expect([two.fill, minusOne.fill, mean.fill]).toEqual(["var(--blue)", "var(--orange)", "var(--accent)"]);
});

test("termBars(…) draws a mean across its parts, another result not", () => {
  const level = (view: Element) => view.querySelector("path[stroke-dasharray]")!.getAttribute("d");
  expect(level(drawn())).toMatch(/^M0,/);
  expect(level(drawn({across: false}))).toBe("");
});

test("termBars(…) writes values where there is room, and the result always", () => {
  const texts = (view: Element) => [...view.querySelectorAll("text")].map((text) => text.textContent);
  expect(texts(drawn())).toEqual(["1", "2", "mean", "2", "−1", "0.5"]);
  expect(texts(drawn({}, 60))).toEqual(["1", "2", "mean", "0.5"]);
});

test("termBars(…) is heard as its sentence, and draws nothing that is no number", () => {
  const view = drawn({parts: [{label: "1", value: Number.NaN}]});
  expect(view.getAttribute("aria-label")).toBe("1/2 (2 + (−1)) = 0.5");
  expect(view.outerHTML).not.toContain("NaN");
  expect(drawn({parts: [], result: {label: "=", value: 0}}).outerHTML).not.toContain("NaN");
});
