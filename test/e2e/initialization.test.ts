import type {Page} from "playwright-core";
import {describe, expect, test} from "vitest";
import {layerFactors, rules} from "../../src/chapters/initialization/layerFactors.js";
import {peaks, scaleRuns} from "../../src/chapters/initialization/scaleRuns.js";
import {sums} from "../../src/chapters/initialization/sums.js";
import {initializationWords} from "../../src/chapters/initialization/words.js";
import {formatNumber} from "../../src/components/formatNumber.js";
import {initialWeights} from "../../src/live/exercises/initialWeights.js";
import {spread} from "../../lib/index.js";
import {comparison} from "./comparison.js";
import {useBrowser} from "./visit.js";

const visit = useBrowser();
const open = (query = "", language = "en") => visit(`${language}/initialization.html${query}`);
const words = initializationWords.en;
const showAnswers = async (page: Page): Promise<void> => {
  for (const button of await page.locator(".predict .show-me").all()) await button.click();
};
const box = (page: Page, name: string) => page.getByRole("textbox", {name});
const line = (page: Page, label: string) => page.locator(".comparison", {hasText: label}).first();
const chart = (page: Page, label: string) => page.locator(`svg[aria-label="${label}"]`);

describe.each(["en", "zh"] as const)("%s", (language) => {
  const words = initializationWords[language];

  test("states what the engine computes: sums, factors, symmetry, scales", async () => {
    const {page, faults} = await open("", language);
    await showAnswers(page);
    for (const [n, law] of [
      [10, "0.316"],
      [100, "1.00"],
      [1000, "3.16"]
    ] as const) {
      await line(page, words.at(n)).waitFor();
      const {measured, theory} = await comparison(page, words.at(n));
      expect(measured).toBe(spread(sums({n, sigma: 0.1})).rms);
      expect(theory.toPrecision(3)).toBe(law);
    }
    const cells = await page
      .locator("table.comparisons data")
      .evaluateAll((cells) => cells.map((cell) => Number((cell as HTMLDataElement).value)));
    expect(cells).toEqual(
      rules.flatMap((rule) => {
        const {forward, rectified, backward} = layerFactors(rule, {fanIn: 200, fanOut: 50});
        return [forward, rectified, backward].flatMap(({measured, theory}) => [measured, theory]);
      })
    );
    await line(page, words.movedOf(words.beginnings.zeros)).waitFor();
    for (const label of [words.apartAfter(words.beginnings.equal), words.movedOf(words.beginnings.zeros)])
      expect(await comparison(page, label)).toEqual({measured: 0, theory: 0});
    for (const factor of [0.25, 0.5, 2, 4]) {
      const label = words.after(words.scale(factor));
      await line(page, label).waitFor();
      const {measured, theory} = await comparison(page, label);
      expect(Math.abs(measured - theory), label).toBeLessThan(0.01);
    }
    expect(await line(page, words.after(words.scale(1))).count()).toBe(0);
    const highest = peaks([...scaleRuns({unit: "relu", depth: 8, learningRate: 0.3})]).at(-1)!;
    expect(await page.locator("main").innerText()).toContain(
      words.beyond(words.scale(4), formatNumber(highest.cost, {digits: 2}), highest.step)
    );
    for (const view of await page.locator("svg.view").all())
      expect(await view.evaluate((svg) => svg.outerHTML)).not.toMatch(/NaN|Infinity/);
    expect(faults).toEqual([]);
  });

  test("names what the address asks for in vain, and goes on", async () => {
    const {page, faults} = await open(
      "?n=0&sigma=9&weights=odd&input=2&in=0&out=1000&beginning=ones&step=-1&unit=gelu&depth=1.5&alpha=x&seed=6",
      language
    );
    const messages = page.locator(".message:not(:empty)");
    await expect.poll(() => messages.count()).toBe(12);
    expect((await messages.allInnerTexts()).join()).toContain("ones");
    expect((await comparison(page, words.chosen)).theory).toBe(2);
    expect(faults).toEqual([]);
  });
});

test("the address restores every control; moving one writes it, and the pictures follow", async () => {
  const {page} = await open(
    "?n=10&sigma=0.5&weights=signs&input=pixels&in=30&out=90&beginning=nearly&step=200&unit=tanh&depth=2&alpha=1&seed=4"
  );
  for (const [name, value] of [
    [words.n, "10"],
    [words.sigma, "0.5"],
    [words.fanOut, "90"],
    [words.depth, "2"],
    [words.learningRate, "1"],
    [words.seed, "4"]
  ])
    expect(await box(page, name).first().inputValue(), name).toBe(value);
  for (const name of [words.weightKinds.signs, words.beginnings.nearly, words.units.tanh])
    expect(await page.getByRole("radio", {name, exact: true}).isChecked()).toBe(true);
  expect(await page.getByRole("combobox", {name: words.input}).inputValue()).toBe("pixels");
  const options = {n: 10, sigma: 0.5, weights: "signs", input: "pixels"} as const;
  expect((await comparison(page, words.chosen)).measured).toBe(spread(sums(options)).rms);
  expect(await page.locator("table.comparisons caption").innerText()).toBe(words.table(30, 90));
  expect(await page.locator(".player .count").innerText()).toBe("200 / 600");

  await chart(page, words.deviations).getByRole("slider").focus();
  await page.keyboard.press("End");
  await page.waitForURL(/n=1000/);
  await expect
    .poll(async () => (await comparison(page, words.chosen)).theory)
    .toBeCloseTo(0.5 * Math.sqrt(1000 / 3), 10);
});

test("the four neurons take one way from equal weights, and four from random ones", async () => {
  const {page} = await open("?beginning=equal");
  expect(await chart(page, words.neurons).locator("path[data-line]").count()).toBe(0); // first the prediction
  await showAnswers(page);
  const ways = () =>
    chart(page, words.neurons)
      .locator("path[data-line][d^=M]")
      .evaluateAll(
        (paths) =>
          new Set(
            paths
              .filter((path) => path.getAttribute("stroke-width") === "2.25")
              .map((path) => path.getAttribute("d"))
          ).size
      );
  await expect.poll(ways, {timeout: 60_000}).toBe(1);
  await page.getByRole("radio", {name: words.beginnings.random, exact: true}).check();
  await page.waitForURL(/beginning=random/);
  await expect.poll(ways, {timeout: 60_000}).toBe(4);
});

test("extremes of every control: the page says where numbers end, and NaN reaches no scale", async () => {
  const {page, faults} = await open(
    "?n=1&sigma=0.001&weights=signs&in=1&out=256&beginning=zeros&step=0&depth=8&seed=2"
  );
  const enter = async (name: string, value: string): Promise<void> => {
    await box(page, name).last().fill(value);
    await box(page, name).last().press("Enter");
  };
  const says = async (sentence: string): Promise<void> => {
    await expect
      .poll(() => page.locator(".caption").last().innerText(), {timeout: 60_000})
      .toContain(sentence);
    for (const view of await page.locator("svg.view").all())
      expect(await view.evaluate((svg) => svg.outerHTML)).not.toMatch(/NaN|Infinity/);
  };
  await showAnswers(page);
  await says(words.gone(words.scale(4), 4));
  await enter(words.sigma, "3");
  await enter(words.fanIn, "256"); // of the layer, below the inputs of the sum
  await enter(words.fanOut, "1");
  await enter(words.depth, "12");
  await enter(words.learningRate, "3");
  const worst = [...scaleRuns({unit: "relu", depth: 12, learningRate: 3, seed: 2})];
  const {factor, cost, step} = peaks(worst).at(-1)!;
  await says(words.beyond(words.scale(factor), formatNumber(cost, {digits: 2}), step));
  await enter(words.depth, "1");
  await enter(words.learningRate, "0.01");
  await page.getByRole("radio", {name: words.units.tanh}).check();
  await page.waitForURL(/unit=tanh/);
  await expect.poll(() => page.locator(".caption").last().innerText(), {timeout: 60_000}).toBe("");
  expect((await comparison(page, words.chosen)).theory).toBe(3);
  expect(faults).toEqual([]);
});

test("the exercise at its end asks for the weights that this chapter derives", async () => {
  const {page} = await open();
  const text = await page.locator("main").innerText();
  expect(text).toContain(initialWeights.name);
  expect(await page.locator(".live-cell", {hasText: "function initialWeights"}).count()).toBeGreaterThan(0);
});
