// @vitest-environment jsdom
import {expect, test} from "vitest";
import {movingAveragesWords} from "../../src/chapters/movingAverages/words.js";
import {rateChart} from "../../src/components/rateChart.js";

const words = movingAveragesWords.en.rates;

function shown(beta: number, day: number) {
  const chart = rateChart({words});
  chart.update({beta, day});
  const paths = [words.mean, words.uncorrected, words.corrected].map((label) =>
    [
      ...chart
        .querySelector(`svg path[data-line="${label}"]`)!
        .getAttribute("d")!
        .matchAll(/[ML]([\d.]+),([\d.]+)/g)
    ].map(([, x, y]) => ({x: Number(x), y: Number(y)}))
  );
  return {chart, paths, readout: chart.querySelector(".readout")!.textContent};
}

test("it reads the three step sizes on the cursor's day", () => {
  expect(shown(0.98, 30).readout).toBe("t = 30plain mean 0.0333uncorrected 0.02corrected 0.044");
});

test("the corrected average starts as the plain mean and ends as the uncorrected one", () => {
  const [mean, uncorrected, corrected] = shown(0.9, 1).paths;
  expect(corrected[0]).toEqual(mean[0]);
  expect(corrected.at(-1)).toEqual(uncorrected.at(-1));
  expect(corrected.length).toBeGreaterThan(100);
});

test("it says what it shows, and stays finite at the ends of β", () => {
  expect(shown(0.9, 1).chart.getAttribute("aria-label")).toContain("for β = 0.9:");
  for (const beta of [0, 0.999, 0.99999])
    expect(shown(beta, 365).chart.outerHTML).not.toMatch(/NaN|Infinity/);
});
