// @vitest-environment jsdom
import {beforeEach, describe, expect, test, vi} from "vitest";
import {movingAveragesWords} from "../../../src/chapters/movingAverages/words.js";
import {type AverageState, averageChart} from "../../../src/components/averageChart/averageChart.js";
import {ema, emaWeights} from "../../../src/lib/averages.js";

const words = movingAveragesWords.en.chart;
const values = Array.from({length: 365}, (_, i) => 10 * Math.sin(i / 58) - 3);
const series = {name: "A year", values, year: 2013, unit: "°"};
const beta = 0.98;

const stateOn = (day: number, changes: Partial<AverageState> = {}): AverageState => ({
  series,
  beta,
  average: ema(values, {beta, correctBias: false}),
  corrected: ema(values, {beta}),
  day,
  weights: emaWeights(day, {beta, correctBias: false}),
  correctedWeights: emaWeights(day, {beta}),
  magnified: false,
  ...changes
});

const withoutCorrection = {corrected: null, correctedWeights: null};

beforeEach(() => {
  vi.stubGlobal("matchMedia", () => ({matches: true})); // less motion: the end of a transition at once
});

function shown(state: AverageState, options = {}) {
  const chart = averageChart({words, ...options});
  chart.update(state);
  const all = (selector: string) => [...chart.querySelectorAll(selector)];
  return {
    chart,
    all,
    text: () => all("text").map((text) => text.textContent),
    label: () => chart.querySelector("[role=img]")!.getAttribute("aria-label"),
    numbers: (selector: string): number[] =>
      (chart.querySelector(selector)!.getAttribute("d") ?? "").match(/-?\d+(\.\d+)?/g)?.map(Number) ?? []
  };
}

describe("averageChart", () => {
  test("draws a dot for each day and names its lines", () => {
    const {all, text} = shown(stateOn(30));
    expect(all("circle[r='1.7']").length).toBe(365);
    expect(text()).toEqual(expect.arrayContaining(["daily", "uncorrected", "corrected"]));
  });

  test("writes the values of the cursor's day, to a tenth", () => {
    const {chart} = shown(stateOn(30));
    const [plain, corrected] = [ema(values, {beta, correctBias: false})[29], ema(values, {beta})[29]];
    const written = (value: number): string => value.toFixed(1).replace("-", "−");
    expect(chart.querySelector(".readout")!.textContent).toBe(
      `30 Januarydaily ${written(values[29])}°uncorrected ${written(plain)}°corrected ${written(corrected)}°`
    );
  });

  test("draws a stem for each day up to the cursor, the last as tall as its weight", () => {
    const {chart} = shown(stateOn(30));
    const stems = chart.querySelector(".stems")!.getAttribute("d")!;
    expect(stems.match(/M/g)!.length).toBe(30);
    const heights = [...stems.matchAll(/M[\d.]+,([\d.]+)V([\d.]+)/g)].map(
      ([, base, tip]) => Number(base) - Number(tip)
    );
    expect(heights[28] / heights[29]).toBeCloseTo(beta, 10);
  });

  test("draws corrected stems behind, taller by the sum that was missing, the tallest over the full height", () => {
    const {chart} = shown(stateOn(30));
    const heights = (selector: string): number[] =>
      [
        ...chart
          .querySelector(selector)!
          .getAttribute("d")!
          .matchAll(/M[\d.]+,([\d.]+)V([\d.]+)/g)
      ].map(([, base, tip]) => Number(base) - Number(tip));
    const [plain, corrected] = [heights(".stems"), heights(".corrected-stems")];
    expect(corrected[29]).toBe(76);
    for (const i of [0, 15, 29]) expect(plain[i] / corrected[i]).toBeCloseTo(1 - beta ** 30, 10);
  });

  test("puts a spot on each line on the cursor's day", () => {
    const {chart} = shown(stateOn(30));
    const spots = [...chart.querySelectorAll("circle[r='4']")].map((spot) => Number(spot.getAttribute("cy")));
    const pointOn = (line: Element): number =>
      30 + Number([...line.getAttribute("d")!.matchAll(/[ML][\d.]+,([\d.]+)/g)][29][1]);
    const lines = [...chart.querySelectorAll("path[stroke-width='2.25']")];
    expect(lines.length).toBe(2);
    expect(spots.slice(1)).toEqual(lines.map((line) => expect.closeTo(pointOn(line), 3)));
  });

  test("says the sum of the weights and how many days they are worth", () => {
    expect(shown(stateOn(30)).text()).toContain("Σ weights 0.455 → 1 · effective count 29.1");
    const first = emaWeights(30, {beta, initial: "first", correctBias: false});
    expect(shown(stateOn(30, {...withoutCorrection, weights: first})).text()).toContain(
      "Σ weights 1 · effective count 3.16"
    );
  });

  test("shades the bias between the lines while there is a corrected one", () => {
    const {chart, all, text} = shown(stateOn(30));
    const [average, corrected] = all("path[stroke-width='2.25']").map((line) => line.getAttribute("d")!);
    const outline = all(".bias")[0].getAttribute("d")!;
    expect(outline.startsWith(corrected)).toBe(true);
    expect(outline.endsWith(`${average.slice(1, average.indexOf("L"))}Z`)).toBe(true);
    chart.update(stateOn(30, withoutCorrection));
    expect(all(".bias")[0].getAttribute("d")).toBeNull();
    expect(text()).toContain("average");
    expect(text()).not.toContain("corrected");
  });

  test("says in words what it shows, and says it anew", () => {
    const {chart, label} = shown(stateOn(30));
    expect(label()).toMatch(
      /^A year: 365 daily values and their moving average with β = 0.98. On 30 January: daily/
    );
    chart.update(stateOn(229));
    expect(label()).toContain("On 17 August");
    expect(chart.querySelector("[role=slider]")!.getAttribute("aria-valuetext")).toMatch(/^17 August: daily/);
  });

  test("magnified shows thirty days on the same width", () => {
    const {chart, all, text} = shown(stateOn(30));
    const xOf = (i: number): number => Number(all("circle")[i].getAttribute("cx"));
    const [before, last] = [xOf(29), xOf(364)];
    expect(before).toBeLessThan(0.1 * last);
    chart.update(stateOn(30, {magnified: true}));
    expect(xOf(29)).toBeCloseTo(last, 6);
    expect(text()).toContain("15 Jan");
  });

  test("draws what stands still once: a new day leaves the dots as they are", () => {
    const {chart, all} = shown(stateOn(30));
    const dot = all("circle")[10];
    const setAttribute = vi.spyOn(dot, "setAttribute");
    chart.update(stateOn(31));
    expect(all("circle")[10]).toBe(dot);
    expect(setAttribute).not.toHaveBeenCalled();
  });

  test("tells the day that the keyboard chooses", () => {
    const {chart} = shown(stateOn(30));
    const told: number[] = [];
    chart.addEventListener("input", () => told.push(chart.value));
    chart
      .querySelector("[role=slider]")!
      .dispatchEvent(new KeyboardEvent("keydown", {key: "ArrowRight", bubbles: true}));
    expect(told).toEqual([31]);
  });

  test("magnified keeps the cursor within the days that it shows", () => {
    const {chart} = shown(stateOn(30, {magnified: true}));
    const handle = chart.querySelector("[role=slider]")!;
    expect(handle.getAttribute("aria-valuemax")).toBe("30");
    handle.dispatchEvent(new KeyboardEvent("keydown", {key: "End", bubbles: true}));
    expect(chart.value).toBe(30);
  });

  test("draws the bars of the days and the means of the months where they are known", () => {
    const more = {
      ...series,
      ranges: {min: values.map((v) => v - 2), max: values.map((v) => v + 2)},
      monthly: values.map((_, i) => Math.floor(i / 31))
    };
    const {all, text} = shown(stateOn(30, {series: more}));
    const paths = all("path").map((path) => path.getAttribute("d") ?? "");
    expect(paths.some((d) => d.match(/M/g)?.length === 365)).toBe(true);
    expect(paths.some((d) => d.match(/M/g)?.length === 12 && d.match(/H/g)?.length === 365)).toBe(true);
    expect(text()).toContain("month");
  });

  test("fits names and numbers at every β and width without overlap", () => {
    for (const width of [340, 720])
      for (const beta of [0, 0.5, 0.9, 0.98, 0.999]) {
        const state = {
          beta,
          average: ema(values, {beta, correctBias: false}),
          corrected: ema(values, {beta})
        };
        const {all} = shown(stateOn(200, state), {width});
        const ends = ["daily", "uncorrected", "corrected"].map((name) =>
          Number(
            all("text")
              .find((text) => text.textContent === name)!
              .getAttribute("y")
          )
        );
        const sorted = ends.sort((a, b) => a - b);
        expect(sorted[1] - sorted[0]).toBeGreaterThanOrEqual(14 - 1e-9);
        expect(sorted[2] - sorted[1]).toBeGreaterThanOrEqual(14 - 1e-9);
      }
  });
});
