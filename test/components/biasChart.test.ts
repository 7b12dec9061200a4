// @vitest-environment jsdom
import {expect, test} from "vitest";
import {movingAveragesWords} from "../../src/chapters/movingAverages/words.js";
import {biasChart} from "../../src/components/biasChart.js";

const words = movingAveragesWords.en.bias;
const days = Array.from({length: 365}, (_, i) => i + 1);

function shown(beta: number, day = 30, measured = days.map((t) => beta ** t)) {
  const chart = biasChart({words});
  chart.update({beta, measured, day});
  const texts = [...chart.querySelectorAll("text")].map((text) => text.textContent);
  const dots = [...chart.querySelectorAll("path[transform]")].map((dot) => {
    const [x, y] = dot
      .getAttribute("transform")!
      .match(/[\d.]+/g)!
      .map(Number);
    return {x, y};
  });
  return {chart, texts, dots};
}

test.each([
  [0.5, 7],
  [0.9, 44],
  [0.98, 228]
])("with β = %d it names day %d as the first below 1 %%", (beta, day) => {
  expect(shown(beta).texts).toContain(`below 1 % from day ${day}`);
});

test("it names no such day where the year is too short", () => {
  expect(shown(0.999).texts.filter((text) => text?.startsWith("below"))).toEqual([]);
});

test.each([0.5, 0.9, 0.98, 0.999])("with β = %d the measured points lie on one straight line", (beta) => {
  const {dots} = shown(beta);
  const slope = (i: number): number => (dots[i + 1].y - dots[i].y) / (dots[i + 1].x - dots[i].x);
  expect(dots.length).toBeGreaterThan(5);
  dots.slice(0, -1).forEach((_, i) => void expect(slope(i)).toBeCloseTo(slope(0), 6));
});

test("a measurement that is not βᵗ leaves the line", () => {
  const {dots} = shown(
    0.9,
    30,
    days.map((t) => 0.9 ** t * (t > 20 ? 0.5 : 1))
  );
  const steps = dots.slice(1).map(({y}, i) => y - dots[i].y);
  expect(Math.max(...steps)).toBeGreaterThan(1.5 * Math.min(...steps));
});

test("it reads theory and measurement on the cursor's day", () => {
  expect(shown(0.98).chart.querySelector(".readout")!.textContent).toBe("t = 30βᵗ = 0.5455● measured 0.5455");
});

test("it says what it shows", () => {
  expect(shown(0.98).chart.getAttribute("aria-label")).toContain("for β = 0.98");
});

test("β = 0 has no bias after the first day, and that is drawn without complaint", () => {
  const {chart, texts} = shown(0);
  expect(texts).toContain("t = 30βᵗ = 0● measured 0");
  expect(chart.outerHTML).not.toMatch(/NaN|Infinity/);
});
