// @vitest-environment jsdom
import {expect, test} from "vitest";
import {movingAveragesWords} from "../../src/chapters/movingAverages/words.js";
import {stepChart} from "../../src/components/stepChart.js";
import {adamStepFactor} from "../../src/lib/averages.js";

const words = movingAveragesWords.en.steps;
const lengths = (correction: "both" | "none" | "misprint") =>
  Array.from({length: 10_000}, (_, i) => adamStepFactor(i + 1, {correction}));
const steps = {corrected: lengths("both"), uncorrected: lengths("none"), misprint: lengths("misprint")};

function shown(t: number) {
  const chart = stepChart({words});
  chart.update({...steps, t});
  return {chart, texts: [...chart.querySelectorAll("text")].map((text) => text.textContent)};
}

test("it marks the misprint's 10 α, 3.24 α and 1.26 α, and names its curves", () => {
  const {texts} = shown(1);
  expect(texts).toEqual(
    expect.arrayContaining([
      "10 α",
      "3.24 α",
      "1.26 α",
      "both corrected",
      "no correction",
      "with the misprint"
    ])
  );
});

test("it reads the three lengths at the cursor's step", () => {
  expect(shown(1).texts).toContain("t = 1both corrected 1 αno correction 3.16 αwith the misprint 10 α");
  expect(shown(100).texts).toContain("t = 100both corrected 1 αno correction 3.24 αwith the misprint 3.24 α");
});

test("its cursor goes by tenths of the step, since the axis counts in powers", () => {
  const {chart} = shown(100);
  const told: number[] = [];
  chart.addEventListener("input", () => told.push(chart.value));
  const press = (key: string) =>
    chart.querySelector("[role=slider]")!.dispatchEvent(new KeyboardEvent("keydown", {key, bubbles: true}));
  press("ArrowRight");
  press("Home");
  press("ArrowRight");
  press("End");
  expect(told).toEqual([110, 1, 2, 10_000]);
});
