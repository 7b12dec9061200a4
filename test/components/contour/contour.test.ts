// @vitest-environment jsdom
import {describe, expect, test} from "vitest";
import {contour, type ContourOptions} from "../../../src/components/contour.js";

const saddle = {
  value: (x: number, y: number) => x * x - y * y,
  domain: [
    [-2, 2],
    [-2, 2]
  ] as const,
  saddles: [[0, 0]] as const
};
const picture = (options: ContourOptions = {}) => contour(saddle, {width: 442, height: 234, ...options});
const handle = (view: Element): Element => view.querySelector(".handle")!;
const press = (view: Element, key: string, shiftKey = false): boolean =>
  handle(view).dispatchEvent(new KeyboardEvent("keydown", {key, shiftKey, cancelable: true}));

describe("contour(data, options)", () => {
  test("has its start as its value, which code sets without an event", () => {
    const view = picture({start: [1, 0.5]});
    let heard = 0;
    view.addEventListener("input", () => heard++);
    expect(view.value).toEqual([1, 0.5]);
    view.value = [-1, 0];
    expect(view.value).toEqual([-1, 0]);
    expect(handle(view).getAttribute("aria-valuetext")).toBe("x = -1, y = 0");
    expect(heard).toBe(0);
  });

  test("moves its start by arrow keys, two pixels or ten, and says so", () => {
    const view = picture({start: [0, 0]});
    let heard = 0;
    view.addEventListener("input", () => heard++);
    press(view, "ArrowRight");
    expect(view.value[0]).toBeCloseTo((2 * 4) / 400, 12);
    press(view, "ArrowUp", true);
    expect(view.value[1]).toBeCloseTo((10 * 4) / 200, 12);
    press(view, "Tab");
    expect(heard).toBe(2);
  });

  test("keeps its start in the plane, or where constrain puts it", () => {
    const view = picture({start: [2, 0]});
    press(view, "ArrowRight");
    expect(view.value).toEqual([2, 0]);
    const ridge = picture({start: [0, 0], constrain: ([x, y]) => [x, Math.max(0, y)]});
    press(ridge, "ArrowDown");
    expect(ridge.value).toEqual([0, 0]);
  });

  test("shows equal units alike where asked: the domain gets wider, never narrower", () => {
    const ends = (view: Element): number[] =>
      [...view.querySelectorAll(".axis > g")[0].querySelectorAll(".tick text")].map((text) =>
        Number(text.textContent!.replace("−", "-"))
      );
    expect(Math.max(...ends(picture()))).toBe(2);
    expect(Math.max(...ends(picture({equal: true})))).toBe(4);
  });

  test("draws its layers with every update, up to the step", () => {
    const seen: unknown[] = [];
    const view = picture({layers: [() => (trails, step) => seen.push([trails, step])]});
    view.update([]);
    view.update([], 3);
    expect(seen).toEqual([
      [[], Infinity],
      [[], 3]
    ]);
  });

  test("its bands share the area equally", () => {
    const areas = [...picture({levels: 4}).querySelectorAll(".bands path")];
    expect(areas).toHaveLength(4);
  });
});
