// @vitest-environment jsdom
import {expect, test} from "vitest";
import {measured} from "../../src/components/measured.js";

const number = (line: HTMLElement, name: string): number =>
  Number(line.querySelector<HTMLDataElement>(`data.${name}`)!.value);

test("measured(comparison) reads as one line", () => {
  const line = measured({label: "lag", measured: 9.02174, theory: 9, unit: "days"});
  expect(line.textContent).toBe("lag: measured 9.022 days · theory 9 days");
});

test("measured(comparison) reads as one line in Chinese, with the difference when asked", () => {
  const line = measured({
    label: "滞后",
    measured: 9.09,
    theory: 9,
    unit: "天",
    difference: true,
    language: "zh"
  });
  expect(line.textContent).toBe("滞后：实测 9.09 天 · 理论 9 天 · 相差 1 %");
});

test("measured(comparison) holds its numbers unrounded", () => {
  const line = measured({measured: 1 / 3, theory: 0.3, difference: true});
  expect(number(line, "measured")).toBe(1 / 3);
  expect(number(line, "theory")).toBe(0.3);
  expect(number(line, "difference")).toBeCloseTo(1 / 9, 12);
});

test("measured(comparison).update(comparison) writes the numbers anew", () => {
  const line = measured({measured: 1, theory: 2, format: (value) => value.toFixed(1)});
  line.update({measured: 3, theory: 4});
  expect(line.textContent).toBe("measured 3.0 · theory 4.0");
  expect(number(line, "measured")).toBe(3);
});

test.each([
  [0, 0, "0 %"],
  [1, 0, "— %"],
  [Number.POSITIVE_INFINITY, 2, "∞ %"],
  [-3, -2, "50 %"]
])("measured(%d) beside theory %d differs by %s", (value, theory, text) => {
  const line = measured({measured: value, theory, difference: true});
  expect(line.querySelector(".difference")!.textContent).toBe(text);
});
