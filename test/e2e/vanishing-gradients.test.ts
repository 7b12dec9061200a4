import type {Page} from "playwright-core";
import {describe, expect, test} from "vitest";
import {layerLaws} from "../../src/chapters/vanishingGradients/layerLaws.js";
import {factorsOf, measureSignal} from "../../src/chapters/vanishingGradients/measureSignal.js";
import {activations} from "../../src/chapters/vanishingGradients/units.js";
import {unitLayers, weightBank} from "../../src/chapters/vanishingGradients/weightBank.js";
import {vanishingGradientsWords} from "../../src/chapters/vanishingGradients/words.js";
import {formatNumber} from "../../src/components/formatNumber.js";
import {comparison} from "./comparison.js";
import {useBrowser} from "./visit.js";

const visit = useBrowser();
const open = (query = "", language = "en") => visit(`${language}/vanishing-gradients.html${query}`);
const words = vanishingGradientsWords.en;
const showAnswers = async (page: Page): Promise<void> => {
  for (const button of await page.locator(".predict .show-me").all()) await button.click();
};
const box = (page: Page, name: string) => page.getByRole("textbox", {name});
/** The place of the cursor in every view that has layers. */
const layers = (page: Page): Promise<(string | null)[]> =>
  page
    .locator(".line-chart, .ridges")
    .locator(`[role=slider][aria-label="${words.layer}"]`)
    .evaluateAll((handles) => handles.map((handle) => handle.getAttribute("aria-valuetext")));
/** What the engine finds for a network of the page. */
const engine = (unit: keyof typeof activations, scale: number) =>
  measureSignal([...unitLayers(weightBank(1), "normal", {width: 64, depth: 30})], {
    activation: activations[unit],
    scale,
    standardized: true,
    seed: 1
  });

describe.each(["en", "zh"] as const)("%s", (language) => {
  const words = vanishingGradientsWords[language];

  test("states what the engine computes: products, factors, first steps", async () => {
    const {page, faults} = await open("", language);
    await showAnswers(page);
    const {halves, reflection, fives} = words.matrices;
    await page.locator(".comparison", {hasText: words.stretch(halves)}).waitFor();
    const grown = await comparison(page, words.stretch(halves));
    expect([grown.measured, grown.theory].map((value) => value.toPrecision(3))).toEqual([
      "8.67e+11",
      "8.67e+11"
    ]);
    expect((await comparison(page, words.stretch(reflection))).measured).toBeCloseTo(1, 10);
    expect(await comparison(page, words.survives(fives))).toEqual({measured: 0, theory: 0});
    expect(await page.locator("main").innerText()).toContain(words.dies(5));

    const {forward, backward} = factorsOf(engine("relu", 1));
    expect((await comparison(page, words.forwardFactor)).measured).toBe(forward);
    expect(await comparison(page, words.backwardFactor)).toMatchObject({measured: backward});

    // the independent runs of single networks; those of the page carry eight samples
    const runs = [1.078, 0.696, 0.997, 1.116, 0.233, 0.929, 1.023];
    const laws = page.locator(".comparison", {hasText: words.units.sigmoid}).first();
    await laws.scrollIntoViewIfNeeded(); // they are measured when they are seen
    await page.waitForFunction(
      `[...document.querySelectorAll("data.measured")].every(({value}) => value !== "NaN")`
    );
    for (const [i, {unit, gain}] of layerLaws.entries()) {
      const label = `${words.units[unit]}${language === "en" ? ", gain " : "，增益 "}${formatNumber(gain, {digits: 3})}`;
      const {measured, theory} = await comparison(page, label);
      expect(Math.abs(measured / runs[i] - 1), label).toBeLessThan(0.04);
      expect(Math.abs(measured / theory - 1), label).toBeLessThan(0.02);
    }
    await expect.poll(() => page.locator("main").innerText()).toContain(words.gone(2));
    expect(await page.content()).not.toMatch(/[",MLH ]NaN/);
    expect(faults).toEqual([]);
  });

  test("names what the address asks for in vain, and goes on", async () => {
    const {page, faults} = await open(
      "?depth=0&width=1e9&unit=step&start=best&gain=-1&seed=1.5&standardized=maybe&layer=99&shown=both&axis=3",
      language
    );
    const messages = page.locator(".message:not(:empty)");
    await expect.poll(() => messages.count()).toBe(10);
    expect((await messages.allInnerTexts()).join()).toContain("best");
    expect((await comparison(page, words.forwardFactor)).measured).toBe(factorsOf(engine("relu", 1)).forward);
    expect(faults).toEqual([]);
  });
});

test("the address restores every control; moving one writes it, and the numbers follow", async () => {
  const {page} = await open(
    "?depth=20&width=32&unit=tanh&start=normal&sigma=0.2&gain=1.5&standardized=off&seed=3&layer=4&shown=gradients&axis=sizes"
  );
  for (const [name, value] of [
    [words.depth, "20"],
    [words.width, "32"],
    [words.sigma, "0.2"],
    [words.gain, "1.5"],
    [words.seed, "3"]
  ])
    expect(await box(page, name).inputValue(), name).toBe(value);
  expect(await page.getByRole("combobox", {name: words.unit}).inputValue()).toBe("tanh");
  expect(await page.getByRole("combobox", {name: words.start}).inputValue()).toBe("normal");
  expect(await page.getByRole("switch", {name: words.standardized}).isChecked()).toBe(false);
  for (const name of [words.show.gradients, words.axes.sizes])
    expect(await page.getByRole("radio", {name, exact: true}).isChecked()).toBe(true);
  expect(await page.locator(".player .count").innerText()).toBe("4 / 20");
  expect(await page.locator(".caption").first().innerText()).toContain(
    formatNumber(1.5 * 0.2 * Math.sqrt(32))
  );

  await page.getByRole("combobox", {name: words.start}).selectOption("he");
  await page.waitForURL(/start=he/);
  await expect
    .poll(() => page.locator(".caption").first().innerText())
    .toContain(formatNumber(1.5 * Math.SQRT2));
  expect(await box(page, words.sigma).isVisible()).toBe(false);
});

test("keys walk through the layers, and every view follows", async () => {
  const {page} = await open("?layer=10");
  await page.locator(`.ridges [role=slider]`).focus();
  await page.keyboard.press("ArrowRight");
  await page.waitForURL(/layer=11/);
  const {activationSizes} = engine("relu", 1);
  const size = formatNumber(activationSizes[11], {digits: 3});
  await expect
    .poll(async () => (await layers(page)).filter((text) => /\b11\b/.test(text ?? "")).length)
    .toBe(3);
  expect((await layers(page)).join()).toContain(words.row(11, size));
  const [first] = await page.locator(`.line-chart [role=slider][aria-label="${words.layer}"]`).all();
  await first.focus();
  await page.keyboard.press("End");
  await page.waitForURL(/layer=30/);
  expect((await comparison(page, words.atLayer(30))).measured).toBe(activationSizes[30]);
});

test("extremes of every control: the page says where numbers end, and NaN reaches no scale", async () => {
  const {page, faults} = await open("?start=normal&sigma=100000&depth=60&width=128&unit=linear&axis=sizes");
  const says = async (...sentences: string[]): Promise<void> => {
    for (const sentence of sentences)
      await expect
        .poll(() => page.locator(".caption").first().innerText(), {timeout: 60_000})
        .toContain(sentence);
    for (const view of await page.locator("svg.view").all())
      expect(await view.evaluate((svg) => svg.outerHTML)).not.toMatch(/NaN|Infinity/);
  };
  const choose = (name: string, value: string) => page.getByRole("combobox", {name}).selectOption(value);
  const enter = async (name: string, value: string): Promise<void> => {
    await box(page, name).fill(value);
    await box(page, name).press("Enter");
  };
  const {forward, backward} = words.ends;
  await says(forward({layer: 51, kind: "beyond"}), backward({layer: 9, kind: "beyond"}));
  await page.getByRole("radio", {name: words.show.gradients}).check();
  await choose(words.start, "zeros");
  await choose(words.unit, "relu");
  await says(forward({layer: 1, kind: "zero"}), backward({layer: 60, kind: "zero"}));
  await choose(words.start, "constant");
  await choose(words.unit, "sigmoid");
  await says(words.noTheory);
  await enter(words.depth, "1");
  await enter(words.width, "2");
  await enter(words.gain, "0.2");
  await choose(words.start, "xavier");
  await page.getByRole("switch", {name: words.standardized}).click();
  await says(words.alike, words.allWell);
  await choose(words.start, "orthogonal");
  await enter(words.depth, "60");
  await enter(words.width, "128");
  await enter(words.gain, "4");
  await says(words.network(2, "4"), words.allWell);
  expect(faults).toEqual([]);
});
