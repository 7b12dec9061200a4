// @vitest-environment jsdom
import {describe, expect, test} from "vitest";
import {type Ridges, type RidgesOptions, type Row, ridges} from "../../src/components/ridges.js";

const bell = (size: number): number[] =>
  Array.from({length: 99}, (_, i) => size * Math.sin(i) ** 3).filter((value) => value !== 0);
const rows: readonly Row[] = [
  {at: 0, values: bell(1)},
  {at: 1, values: [...bell(0.01), ...new Array(98).fill(0)]},
  {at: 2, values: [0, 0]}
];
const made = (options: Partial<RidgesOptions> = {}, data = rows, at = 1): Ridges => {
  const view = ridges({label: "histograms", x: {label: "layer"}, y: {label: "a"}, ...options});
  view.update(data, {places: [0, 2], at, describe: (row) => `row ${row.at}`});
  return view;
};
const shapes = (view: Element): Element[] => [...view.querySelectorAll("g[stroke-linejoin] > path")];
/** The highest and the lowest pixel of a row, and how far it rises. */
function box(path: Element): {top: number; bottom: number; rise: number} {
  const numbers = [...path.getAttribute("d")!.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)];
  const [xs, ys] = [1, 2].map((k) => numbers.map((match) => Number(match[k])));
  return {top: Math.min(...ys), bottom: Math.max(...ys), rise: Math.max(...xs)};
}

describe("ridges(…).update(rows, state)", () => {
  test("draws a histogram a row, as wide as its values and as high as all others", () => {
    const [wide, narrow, none] = shapes(made());
    expect(box(wide).bottom - box(wide).top).toBeGreaterThan(150);
    expect(box(narrow).bottom - box(narrow).top).toBeLessThan(30);
    expect(box(narrow).rise).toBeCloseTo(box(wide).rise, 1);
    expect(none.getAttribute("d")).toBeNull();
  });

  test("shows sizes on a logarithmic axis: a hundred times smaller is equally wide, further down", () => {
    const [wide, narrow] = shapes(made({y: {label: "a", log: true}})).map((path) =>
      path.getAttribute("d") ? box(path) : null
    );
    expect(narrow!.top).toBeGreaterThan(wide!.top + 20);
  });

  test("shows what is exactly 0 as a dot whose area is its share", () => {
    const dots = made().querySelectorAll("path[d*=A]");
    const radius = (dot: Element) => Number(/^M-([\d.]+)/.exec(dot.getAttribute("d")!)![1]);
    expect(dots).toHaveLength(2);
    expect((radius(dots[0]) / radius(dots[1])) ** 2).toBeCloseTo(98 / (98 + bell(1).length), 5);
  });

  test("marks rows with numbers that have left their range, and draws the others", () => {
    for (const log of [false, true]) {
      const gone = [...rows, {at: 2, values: [Number.NaN, Number.POSITIVE_INFINITY, 1e308, 1]}];
      const view = made({y: {label: "a", log}}, gone);
      expect(view.querySelectorAll("path[fill='var(--red)']")).toHaveLength(1);
      expect(view.outerHTML).not.toMatch(/NaN|Infinity/);
    }
  });

  test("stands up to rows without any number, and to no rows", () => {
    for (const data of [[], [{at: 1, values: [Number.NaN]}], [{at: 1, values: [0]}]])
      for (const log of [false, true])
        expect(made({y: {label: "a", log}}, data).outerHTML).not.toMatch(/NaN|Infinity/);
  });

  test("singles out the row at the cursor and says it; arrow keys go from row to row", () => {
    const view = made();
    const handle = view.querySelector("[role=slider]")!;
    expect(handle.getAttribute("aria-valuetext")).toBe("row 1");
    expect(shapes(view).map((path) => path.getAttribute("stroke"))).toEqual([
      "var(--accent)",
      "var(--foreground)",
      "var(--accent)"
    ]);
    let told = 0;
    view.addEventListener("input", () => ++told);
    for (const key of ["ArrowRight", "ArrowRight", "Home"])
      handle.dispatchEvent(new KeyboardEvent("keydown", {key, bubbles: true}));
    expect([view.value, told]).toEqual([0, 2]);
  });

  test("leaves as much room at the right as a chart with the same names", () => {
    const right = (view: Element) =>
      Number(view.querySelector("g[stroke='var(--faint)'] line")!.getAttribute("x2"));
    expect(right(made({names: ["a name that is long"]}))).toBeLessThan(right(made()));
  });
});
