import type {Page} from "playwright-core";
import {describe, expect, test} from "vitest";
import {momentum, surfaces, trajectory} from "../../lib/index.js";
import {momentumWords} from "../../src/chapters/momentum/words.js";
import {comparison} from "./comparison.js";
import {useBrowser} from "./visit.js";

const visit = useBrowser();
const open = (query = "", language = "en") => visit(`${language}/momentum.html${query}`);
const words = momentumWords.en;
const trail = (page: Page, label: string) => page.locator(`.contour path[data-line="${label}"]`).first();
const map = (page: Page) =>
  page.locator("svg.view", {has: page.locator(`[aria-label="${words.map.handle}"]`)});

describe.each(["en", "zh"] as const)("%s", (language) => {
  const {measures} = momentumWords[language];

  // views: κ = 100 to 1e-6, and a saddle left from 1e-6
  test("states the steps computed independently, measured and in theory", async () => {
    const {page} = await open("", language);
    for (const [name, steps] of [
      ["equalDescent", 1375],
      ["equalEma", 1246],
      ["tunedDescent", 709],
      ["tunedEma", 201],
      ["tunedBoth", 73],
      ["escapeDescent", 698],
      ["escapeEma", 811],
      ["escapeClassical", 140]
    ] as const)
      expect(await comparison(page, measures[name]), name).toEqual({measured: steps, theory: steps});
  });

  test("names what the address asks for in vain, and goes on", async () => {
    const {page, faults} = await open(
      "?alpha=0&beta=1&kappa=7&scale=big&form=none&step=900&start=9,9",
      language
    );
    const messages = page.locator(".message:not(:empty)");
    await expect.poll(() => messages.count()).toBe(7);
    const said = await messages.allInnerTexts();
    expect(said.join()).toContain(momentumWords[language].inputs.memoryRule);
    expect(faults).toEqual([]);
  });
});

// views: the edge of the averaged form
test.each([
  [0, 2],
  [0.5, 6],
  [0.9, 38],
  [0.98, 198]
])("for β = %d the edge is %d and the terminal velocity 1/(1 − β)", async (beta, edge) => {
  const {page} = await open(`?beta=${beta}`);
  const {measured, theory} = await comparison(page, words.measures.edge);
  expect(theory).toBeCloseTo(edge, 9);
  expect(measured / edge).toBeCloseTo(1, 4);
  expect((await comparison(page, words.measures.terminalEma)).measured).toBeCloseTo(1, 9);
  expect((await comparison(page, words.measures.terminalClassical)).measured).toBeCloseTo(1 / (1 - beta), 9);
  expect((await comparison(page, words.measures.engine)).measured).toBeLessThan(1e-12);
});

test("the address restores every control, and moving one writes it", async () => {
  const query = "?alpha=0.05&beta=0.5&kappa=10&scale=effective&form=classical&step=20&start=1.5,-0.25";
  const {page} = await open(query);
  expect(await page.getByRole("textbox", {name: words.inputs.rate}).inputValue()).toBe("0.05");
  expect(await page.getByRole("textbox", {name: words.inputs.memory}).inputValue()).toBe("0.5");
  expect(await page.getByRole("textbox", {name: "Start x, y"}).inputValue()).toBe("1.5, -0.25");
  expect(await page.locator(".contour .handle").getAttribute("aria-valuetext")).toBe("x = 1.5, y = -0.25");
  for (const name of ["10", words.inputs.effective, words.inputs.classical])
    expect(await page.getByRole("radio", {name, exact: true}).isChecked()).toBe(true);
  expect(await page.locator(".player .count").innerText()).toBe("20 / 300");
  await page.locator(".player").getByRole("button", {name: "One step forward"}).click();
  await page.waitForURL(/step=21/);
});

test("at the rate α(1 − β) the two forms are one path", async () => {
  const {page} = await open("?scale=effective");
  const [averaged, classical] = await Promise.all(
    [words.lines.ema, words.lines.classical].map((label) => trail(page, label).getAttribute("d"))
  );
  expect(averaged).toBe(classical);
});

test("a divergence is marked with the engine's step", async () => {
  const {page} = await open("?alpha=10&kappa=1000");
  const run = trajectory(
    surfaces.quadratic({a: 1, b: 1000}),
    momentum({learningRate: 10, form: "classical"}),
    [-1.9, 0.8],
    300
  );
  const names = () => page.locator(".contour text").allTextContents();
  await expect
    .poll(async () => (await names()).join())
    .toContain(`${words.lines.classical} · ${words.picture.diverged(run.divergedAt!)}`);
  expect(await page.content()).not.toMatch(/[",MLH ]NaN/);
});

test("arrow keys move the start, and with it the trails, the box and the address", async () => {
  const {page} = await open("?start=0.5,0.5");
  const before = await trail(page, words.lines.ema).getAttribute("d");
  await page.locator(".contour .handle").focus();
  await page.keyboard.press("ArrowRight");
  await page.waitForFunction(
    `document.querySelector('.contour path[data-line="${words.lines.ema}"]').getAttribute("d") !== ${JSON.stringify(before)}`
  );
  await page.waitForURL((url) => url.searchParams.get("start")!.startsWith("0.51"));
  const start = new URL(page.url()).searchParams.get("start")!.replace(",", ", ");
  expect(await page.getByRole("textbox", {name: "Start x, y"}).inputValue()).toBe(start);
});

test("the cursor of the distances moves the run, and the address keeps the step", async () => {
  const {page} = await open();
  await page.locator(`svg[aria-label="${words.chart.distance}"]`).getByRole("slider").focus();
  await page.keyboard.press("PageDown");
  await page.waitForURL(/step=290/);
  expect(await page.locator(".player .count").innerText()).toBe("290 / 300");
});

test("the map's handle moves α and β", async () => {
  const {page} = await open();
  await map(page).locator(".handle").focus();
  await page.keyboard.press("Shift+ArrowRight");
  await page.waitForURL(/alpha=0\.02/);
  await page.keyboard.press("Shift+ArrowUp");
  await page.waitForURL(/beta=0\.9\d/);
});
