// @vitest-environment jsdom
import {describe, expect, test} from "vitest";
import {
  type Heatmap,
  type HeatmapOptions,
  heatmap,
  largest,
  signedColor
} from "../../src/components/heatmap.js";
import {matrix} from "../../lib/matrix.js";

const W = matrix([
  [0.5, -2, 0],
  [1, 0.25, -0.004]
]);
const made = (options: Partial<HeatmapOptions> = {}): Heatmap => {
  const view = heatmap({label: "W", ...options});
  view.update(W);
  return view;
};
const all = (view: Element, selector: string): Element[] => [...view.querySelectorAll(selector)];
const fills = (view: Element): (string | null)[] =>
  all(view, "g:first-child > g:first-child rect").map((cell) => cell.getAttribute("fill"));
const cursor = (view: Element): Element => view.querySelector(".cursor")!;
const press = (view: Element, key: string): unknown =>
  cursor(view).dispatchEvent(new KeyboardEvent("keydown", {key, bubbles: true, cancelable: true}));

describe("heatmap(options).update(matrix)", () => {
  test("has a cell for each entry, orange below zero, blue above, deepest for the largest", () => {
    const found = fills(made({numbers: false}));
    expect(found).toHaveLength(6);
    expect(found[1]).toBe(signedColor(-1));
    expect(found[1]).toMatch(/orange\) 88/);
    expect(found[0]).toMatch(/blue\) 22/);
    expect(found[2]).toMatch(/ 0\.0%/);
  });

  test("shares its colours with others where a limit is given", () => {
    const view = made({numbers: false});
    view.update(W, {limit: 4});
    expect(fills(view)[1]).toBe(signedColor(-0.5));
  });

  test("writes numbers in about five signs, where cells have the room", () => {
    const texts = (options: Partial<HeatmapOptions>) => all(made(options), "text").map((t) => t.textContent);
    expect(texts({})).toEqual(["0.50", "−2", "0", "1", "0.25", "−4e−3"]);
    expect(texts({width: 60})).toEqual([]);
    expect(texts({numbers: false})).toEqual([]);
  });

  test("is as large as fits, and square where its cells are", () => {
    const size = (options: Partial<HeatmapOptions>) =>
      ["width", "height"].map((name) => Number(made(options).getAttribute(name)));
    expect(size({})).toEqual([108, 48]);
    expect(size({width: 60})).toEqual([60, 48]);
    expect(size({width: 60, cell: [36, 36]})).toEqual([60, 40]);
  });

  test("shows the shape of what is not known yet, and no number", () => {
    const view = made({pick: true});
    view.update({rows: 5, columns: 8, data: null}, {label: "Z⁽¹⁾"});
    expect(fills(view)).toEqual([]);
    expect(view.querySelector(".frame")!.getAttribute("display")).toBeNull();
    expect(cursor(view).getAttribute("display")).toBe("none");
    expect(view.getAttribute("aria-label")).toBe("Z⁽¹⁾, 5 × 8, not known yet");
  });

  test("shows what is not finite without colouring it", () => {
    const view = made();
    view.update({rows: 1, columns: 3, data: Float64Array.of(Number.NaN, Number.POSITIVE_INFINITY, 1)});
    expect(fills(view).slice(0, 2).join()).not.toContain("NaN");
    expect(all(view, "text").map((t) => t.textContent)).toEqual(["—", "∞", "1"]);
  });

  test("frames a row, a column or a cell", () => {
    const view = made();
    const framed = (mark: {row?: number; column?: number} | null) => {
      view.update(W, {mark});
      const frame = view.querySelector(".mark")!;
      return frame.getAttribute("display") === "none"
        ? null
        : ["x", "y", "width", "height"].map((name) => Number(frame.getAttribute(name)));
    };
    expect(framed(null)).toBeNull();
    expect(framed({row: 1})).toEqual([0, 24, 107, 23]);
    expect(framed({column: 2})).toEqual([72, 0, 35, 47]);
    expect(framed({row: 0, column: 1})).toEqual([36, 0, 35, 23]);
  });

  test("tells its shape and extent, in the page's language", () => {
    expect(made().getAttribute("aria-label")).toBe("W, 2 × 3, from −2 to 1");
    expect(made({language: "zh"}).getAttribute("aria-label")).toBe("W，2 × 3，从 −2 到 1");
    expect(made().getAttribute("role")).toBe("img");
  });
});

describe("heatmap({pick: true})", () => {
  test("arrow keys choose a cell within the matrix; a choice that stays tells nobody", () => {
    const view = made({pick: true});
    const heard: unknown[] = [];
    view.addEventListener("input", () => heard.push(view.value));
    for (const key of ["ArrowRight", "ArrowDown", "ArrowDown", "End", "ArrowRight", "Home", "a"])
      press(view, key);
    expect(heard).toEqual([
      {row: 0, column: 1},
      {row: 1, column: 1},
      {row: 1, column: 2},
      {row: 0, column: 0}
    ]);
  });

  test("the pointer chooses the cell below it", () => {
    const view = made({pick: true});
    view.dispatchEvent(new MouseEvent("pointermove", {clientX: 80, clientY: 30, bubbles: true}));
    expect(view.value).toEqual({row: 1, column: 2});
  });

  test("a cell is heard with its value, or as the page describes it", () => {
    const view = made({pick: true});
    press(view, "ArrowRight");
    expect(cursor(view).getAttribute("aria-valuetext")).toBe("row 1, column 2: −2");
    const own = made({pick: true, describe: ({row}, value) => `w${row} ${value}`});
    expect(cursor(own).getAttribute("aria-valuetext")).toBe("w0 0.5");
  });

  test("a smaller matrix takes the cursor along", () => {
    const view = made({pick: true});
    press(view, "End");
    view.update(matrix([[7]]));
    expect(view.value).toEqual({row: 0, column: 0});
    expect(cursor(view).getAttribute("aria-valuetext")).toBe("row 1, column 1: 7");
  });
});

test("largest(values) is the largest size, and 1 among nothing", () => {
  expect(largest([1, -3, Number.NaN])).toBe(3);
  expect([largest(null), largest([0, 0])]).toEqual([1, 1]);
});
