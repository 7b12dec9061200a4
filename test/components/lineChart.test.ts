// @vitest-environment jsdom
import {describe, expect, test} from "vitest";
import {type Line, type LineChartOptions, lineChart} from "../../src/components/lineChart.js";
import {formatOf, scaleOf, ticksOf} from "../../src/components/lineChart/axis.js";
import {nearest, positions} from "../../src/components/lineChart/points.js";

const line = (points: readonly (readonly [number, number])[], more: Partial<Line> = {}): Line => ({
  label: "GD",
  color: "red",
  points,
  ...more
});
const chart = (options: Partial<LineChartOptions> = {}) =>
  lineChart({label: "cost", x: {label: "step"}, y: {label: "cost"}, ...options});
const paths = (view: Element): (string | null)[] =>
  [...view.querySelectorAll("path[data-line]")].map((path) => path.getAttribute("d"));
const spoken = (view: Element): string | null =>
  view.querySelector("[role=slider]")!.getAttribute("aria-valuetext");

describe("scaleOf(axis, values, range)", () => {
  test.each([
    ["nothing", {}, [], [-0.5, 0.5]],
    ["no numbers", {}, [Number.NaN, Number.POSITIVE_INFINITY], [-0.5, 0.5]],
    ["one value", {}, [3], [2.5, 3.5]],
    ["values, rounded outward", {}, [0.3, 9.7], [0, 10]],
    ["values to include", {include: [0]}, [3, 4], [0, 4]],
    ["a domain of its own", {domain: [0, 7]}, [3, 99], [0, 7]],
    ["nothing, log", {log: true}, [0, -1], [0.5, 2]],
    ["positive values, log", {log: true}, [0, -1, 1e-3, 10], [1e-3, 10]]
  ] as const)("spans %s", (_, axis, values, domain) => {
    expect(scaleOf({label: "", ...axis}, values, [0, 1]).domain()).toEqual(domain);
  });
});

test("ticksOf(…) takes powers of ten on a logarithmic axis, and leaves some out where there are many", () => {
  const ticks = (domain: [number, number], count: number) => {
    const axis = {label: "", log: true, domain};
    return ticksOf(scaleOf(axis, [], [0, 1]), axis, count);
  };
  expect(ticks([1e-3, 1], 4)).toEqual([1e-3, 1e-2, 1e-1, 1]);
  expect(ticks([1e-12, 1], 4)).toEqual([1e-12, 1e-9, 1e-6, 1e-3, 1]);
  expect(ticks([2, 8], 3).length).toBeGreaterThan(1);
  expect(ticksOf(scaleOf({label: ""}, [0, 4], [0, 1]), {label: "", ticks: [1, 2]}, 9)).toEqual([1, 2]);
});

test("formatOf(axis) writes powers of ten on a logarithmic axis", () => {
  expect([1e-6, 0.01, 1, 5000].map(formatOf({label: "", log: true}))).toEqual(["10⁻⁶", "0.01", "1", "5000"]);
  expect(formatOf({label: "", format: (value) => `${value} °`})(3)).toBe("3 °");
  expect(formatOf({label: "", log: true, format: String})(10_000)).toBe("10000");
});

test("nearest(points, x) finds the nearest point, and −1 among none", () => {
  const points = [0, 1, 3, 7].map((x) => [x]);
  expect([-5, 0.4, 0.6, 2.5, 6, 99].map((x) => nearest(points, x))).toEqual([0, 0, 1, 2, 3, 3]);
  expect(nearest([], 1)).toBe(-1);
});

test("positions(lines) has every x once, in order", () => {
  expect(
    positions([
      line([
        [3, 0],
        [5, 0]
      ]),
      line([
        [1, 0],
        [3, 0],
        [Number.NaN, 0]
      ])
    ])
  ).toEqual([1, 3, 5]);
  expect(positions([])).toEqual([]);
});

describe("lineChart(options)", () => {
  test("draws lines up to the step, theory whole and dashed, measurements as dots", () => {
    const view = chart();
    const ramp = [
      [0, 0],
      [50, 50],
      [100, 100]
    ] as const;
    view.update([line(ramp), line(ramp, {kind: "theory"}), line(ramp, {kind: "dots"})], {until: 50});
    const [walked, theory] = paths(view);
    const dots = view.querySelectorAll("path[data-line][transform]");
    expect([walked!.split("L").length, theory!.split("L").length, dots.length]).toEqual([2, 3, 3]);
    expect(view.querySelectorAll("path[stroke-dasharray='3 3']")).toHaveLength(1);
  });

  test("draws what scatters around a line thin, and names only the line", () => {
    const view = chart();
    const ramp = [
      [0, 0],
      [100, 100]
    ] as const;
    view.update([line(ramp, {kind: "thin"}), line(ramp)]);
    const widths = [...view.querySelectorAll("path[data-line][stroke-width]")].map((path) =>
      path.getAttribute("stroke-width")
    );
    expect(widths).toEqual(["1", "2.25"]);
    expect(view.querySelectorAll(".names text")).toHaveLength(1);
  });

  test("leaves a gap where there is no number, none on a logarithmic axis for what is not positive", () => {
    const view = chart({y: {label: "cost", log: true}});
    view.update([
      line([
        [0, 1],
        [1, 10],
        [2, Number.NaN],
        [3, 0],
        [4, 100],
        [5, 1000]
      ])
    ]);
    const [path] = paths(view);
    expect(path!.match(/M/g)).toHaveLength(2);
    expect(view.outerHTML).not.toContain("NaN");
  });

  test("marks a measurement without end at the upper edge", () => {
    const view = chart();
    view.update([
      line(
        [
          [0, 1],
          [1, Number.POSITIVE_INFINITY]
        ],
        {kind: "dots"}
      )
    ]);
    const marks = [...view.querySelectorAll("path[transform]")].map((mark) => mark.getAttribute("fill"));
    expect(marks).toEqual(["red", "var(--background)"]);
    expect(view.outerHTML).not.toMatch(/NaN|Infinity/);
  });

  test("stands empty without a fault", () => {
    const view = chart({y: {label: "cost", log: true}});
    view.update([line([[0, 0]])]);
    view.update([]);
    expect(view.outerHTML).not.toMatch(/NaN|Infinity|undefined/);
  });

  test("reads the lines at its cursor, which keys move; its value is the x there", () => {
    const view = chart();
    view.update(
      [
        line([
          [0, 1],
          [1, 0.5],
          [2, 0.25]
        ]),
        line(
          [
            [0, 9],
            [3, 7]
          ],
          {label: "Adam"}
        )
      ],
      {at: 1}
    );
    expect(spoken(view)).toBe("step 1: GD 0.5, Adam 9");
    let heard = 0;
    view.addEventListener("input", () => heard++);
    view
      .querySelector("[role=slider]")!
      .dispatchEvent(new KeyboardEvent("keydown", {key: "End", cancelable: true}));
    expect([view.value, heard, spoken(view)]).toEqual([3, 1, "step 3: GD 0.25, Adam 7"]);
    view.update([
      line([
        [0, 1],
        [1, 0.5],
        [2, 0.125]
      ])
    ]);
    expect(spoken(view)).toBe("step 2: GD 0.125");
  });

  test("draws rules at the values that the text speaks of", () => {
    const view = chart();
    view.update(
      [
        line([
          [0, -1],
          [1, 1]
        ])
      ],
      {rules: [{y: 0, label: "λ = 0"}]}
    );
    expect([...view.querySelectorAll("text")].map((text) => text.textContent)).toContain("λ = 0");
  });

  const named = (view: Element, text: string): Element =>
    [...view.querySelectorAll("text")].find(({textContent}) => textContent === text)!;
  const slope = line([
    [0, 0],
    [100, 100]
  ]);

  test("puts a name where it is told to, and names points", () => {
    const view = chart();
    view.update([slope]);
    const before = named(view, "GD").getAttribute("x");
    view.update([{...slope, nameAt: {x: 0, y: 0, dx: 8, dy: -6}}], {
      marks: [{x: 100, y: 100, label: "the end", color: "blue", anchor: "end"}]
    });
    const [name, mark] = [named(view, "GD"), named(view, "the end")];
    expect([name.getAttribute("x"), name.getAttribute("data-line")]).toEqual(["64", "GD"]);
    expect(name.getAttribute("x")).not.toBe(before);
    const [circle] = view.querySelectorAll("circle[r='4.5']");
    expect(circle.getAttribute("cx")).toBe(mark.getAttribute("x"));
    expect(view.querySelectorAll("circle[r='4.5']")).toHaveLength(1);
  });

  test("says what it shows now, else what it is", () => {
    const view = chart();
    view.update([slope], {label: "cost for β = 0.9"});
    expect(view.getAttribute("aria-label")).toBe("cost for β = 0.9");
    view.update([slope]);
    expect(view.getAttribute("aria-label")).toBe("cost");
  });

  test.each([
    [{}, ["1", "2", "1", "100", "70"]],
    [{log: true}, ["1", "2", "1", "100", "50"]]
  ])(
    "on whole numbers its cursor stands between points too, and what it reads stands above: %o",
    (x, stands) => {
      const view = chart({x: {label: "day", domain: [1, 100], ...x}, cursor: "whole"});
      expect(view.value).toBe(1);
      view.update([slope], {at: 1, read: (t) => [{text: `t = ${t}`}, {text: `${t} °`}]});
      const press = (key: string): string => {
        view.querySelector("[role=slider]")!.dispatchEvent(new KeyboardEvent("keydown", {key}));
        return String(view.value);
      };
      const seen = ["Home", "ArrowRight", "ArrowLeft", "End", "PageDown"].map(press);
      expect(seen).toEqual(stands);
      expect(spoken(view)).toBe(`t = ${stands.at(-1)}, ${stands.at(-1)} °`);
      expect(view.querySelector(".readout")!.textContent).toBe(`t = ${stands.at(-1)}${stands.at(-1)} °`);
      expect(view.querySelectorAll(".readings text")).toHaveLength(0);
    }
  );
});
