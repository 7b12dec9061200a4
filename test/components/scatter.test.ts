// @vitest-environment jsdom
import {expect, test} from "vitest";
import {scatter} from "../../src/components/scatter.js";

const state = {title: "Points", names: ["x₁", "x₂"] as const};
const cloud = (points: readonly (readonly [number, number])[], mark: "dot" | "cross" = "dot") =>
  ({label: mark, color: "red", mark, points}) as const;
const marks = (view: SVGElement, name: string) =>
  (
    view
      .querySelector(`[data-line="${name}"]`)!
      .getAttribute("d")!
      .match(/M[-\d.]+,[-\d.]+/g) ?? []
  ).map((place) => place.slice(1).split(",").map(Number));

test("scatter(options) holds all points and the origin, a unit as long up as across", () => {
  const view = scatter({label: "Points", width: 400, height: 266});
  view.update(
    [
      cloud([
        [2, 0],
        [4, 0],
        [2, 1]
      ])
    ],
    state
  );
  const [a, b, c] = marks(view, "dot");
  expect((b[0] - a[0]) / 2).toBeCloseTo(a[1] - c[1], 0);
  for (const [x, y] of [a, b, c]) {
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x).toBeLessThanOrEqual(346);
    expect(y).toBeGreaterThanOrEqual(0);
    expect(y).toBeLessThanOrEqual(200);
  }
  expect(view.textContent).toContain("x₁");
});

test("around a place it shows as far as it is told, and draws lines and ellipses there", () => {
  const view = scatter({label: "Points", width: 254, height: 274}); // a plot of 200 by 200
  const ellipse = {
    at: [1, 1] as const,
    axes: [
      {direction: [1, 0] as const, length: 0.5},
      {direction: [0, 1] as const, length: 0.25}
    ]
  };
  view.update([cloud([[1, 1]], "cross")], {
    ...state,
    label: "Around (1, 1)",
    around: {at: [1, 1], reach: 1},
    figures: [
      {
        label: "line",
        color: "blue",
        dash: "5 4",
        ends: [
          [0, 0],
          [2, 2]
        ]
      },
      {label: "ellipse", color: "green", ellipse}
    ]
  });
  expect(marks(view, "cross")).toEqual([[100, 100]]);
  expect(view.querySelector('[data-line="line"]')!.getAttribute("d")).toBe("M0,200L200,0");
  expect(view.querySelector('[data-line="line"]')!.getAttribute("stroke-dasharray")).toBe("5 4");
  const ring = view.querySelector('[data-line="ellipse"]')!.getAttribute("d")!;
  expect(ring).toMatch(/^M150,100L.*Z$/);
  expect(ring).toContain("L100,75");
  expect(view.getAttribute("aria-label")).toBe("Around (1, 1)");
});

test("the same points are drawn anew where the frame has changed, also when one has no place", () => {
  const view = scatter({label: "Points", width: 254, height: 274});
  const points = cloud([[1, 0]]);
  view.update([points], {...state, around: {at: [0, 0], reach: 1}});
  expect(marks(view, "dot")).toEqual([[200, 100]]);
  view.update([points], {...state, around: {at: [0, 0], reach: 2}});
  expect(marks(view, "dot")).toEqual([[150, 100]]);
  view.update([cloud([])], state);
  expect(marks(view, "dot")).toEqual([]);
});
