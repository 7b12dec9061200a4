import type {Page} from "playwright-core";
import {describe, expect, test} from "vitest";
import {gradientDescent, rotated, surfaces, trajectory, turned} from "../../lib/index.js";
import {raceWords} from "../../src/chapters/optimizerRace/words.js";
import {comparison} from "./comparison.js";
import {useBrowser} from "./visit.js";

const visit = useBrowser();
const open = async (query = "", language = "en") => {
  const opened = await visit(`${language}/optimizer-race.html${query}`);
  await opened.page.waitForSelector("tr[data-line] data.steps");
  return opened;
};
const words = raceWords.en;
const trail = (page: Page, label: string) => page.locator(`.contour path[data-line="${label}"]`).first();

/** The numbers of a table's row, unrounded. */
const row = (page: Page, caption: string, name: string): Promise<number[]> =>
  page
    .locator("table.race", {has: page.locator("caption", {hasText: caption})})
    .locator("tr", {has: page.locator("th", {hasText: name})})
    .last()
    .locator("data")
    .evaluateAll((cells) => cells.map((cell) => Number(cell.getAttribute("value"))));

/** One number of the race's table. */
const cell = async (page: Page, label: string, name: string): Promise<number> =>
  Number(await page.locator(`tr[data-line="${label}"] data.${name}`).getAttribute("value"));

describe.each(["en", "zh"] as const)("%s", (language) => {
  const {measures, turn, edges} = raceWords[language];

  // views § 8
  test("states the numbers computed independently", async () => {
    const {page} = await open("", language);
    for (const [name, steps] of [
      ["equalDescent", 1375],
      ["equalEma", 1246],
      ["tunedDescent", 709],
      ["tunedEma", 201],
      ["tunedBoth", 73]
    ] as const)
      expect(await comparison(page, measures[name]), name).toEqual({measured: steps, theory: steps});
    expect((await comparison(page, measures.engine)).measured).toBe(0);
    expect((await row(page, turn.caption, "GD")).slice(0, 2)).toEqual([271, 271]);
    expect((await row(page, turn.caption, "Momentum")).slice(0, 2)).toEqual([74, 74]);
    expect((await row(page, turn.caption, "Adam")).slice(0, 2)).toEqual([24, 367]);
    for (const [i, edge] of (await row(page, edges.caption, edges.measured)).entries())
      expect(edge / [2, 6, 38, 198][i]).toBeCloseTo(1, 4);
  });

  test("names what the address asks for in vain, and goes on", async () => {
    const query =
      "?surface=moon&fairness=fair&kappa=0&rotation=90&alpha=0&tolerance=2&steps=0&start=a&run=sgd&set=x";
    const {page, faults} = await open(`${query}&adam.beta1=1&rmsprop.epsilon=-1&step=9999`, language);
    expect(await page.locator(".message:not(:empty)[role=alert]").allInnerTexts()).toHaveLength(13);
    expect(await page.locator(".message:not(:empty)[role=alert] >> visible=true").count()).toBe(13);
    expect(faults).toEqual([]);
  });
});

test("with α of one’s own, the ravine turned by 15° costs Adam 367 steps", async () => {
  for (const [rotation, steps] of [
    [0, 24],
    [15, 367]
  ]) {
    const {page} = await open(`?fairness=own&start=1,1&steps=500&rotation=${rotation}`);
    expect(await cell(page, "Adam", "steps")).toBe(steps);
    expect(await cell(page, "Momentum", "steps")).toBe(74);
    const trapped = await page.getByText(words.picture.trap).count();
    expect(trapped).toBe(rotation === 0 ? 1 : 0);
  }
});

test("the address restores every control", async () => {
  const {page} = await open(
    "?surface=beale&fairness=effective&kappa=10&rotation=30&alpha=0.001&tolerance=0.01&steps=100&start=1,2&run=gd,adamw&set=adamw&adamw.weightDecay=0.1&step=40"
  );
  const value = (name: string) => page.getByRole("textbox", {name}).inputValue();
  expect(await value(words.inputs.kappa)).toBe("10");
  expect(await value(words.inputs.rotation)).toBe("30");
  expect(await value(words.inputs.rate)).toBe("0.001");
  expect(await value(words.inputs.tolerance)).toBe("0.01");
  expect(await value(words.inputs.steps)).toBe("100");
  expect(await value(words.inputs.start)).toBe("1, 2");
  expect(await value(words.own.settings.weightDecay)).toBe("0.1");
  expect(await page.locator(".player .count").innerText()).toBe("40 / 100");
  expect(await page.locator("tbody tr[data-line]").count()).toBe(2);
  await page.locator(".player").getByRole("button", {name: "One step forward"}).click();
  await page.waitForURL(/step=41/);
});

test("each tuned: one search, and the table shows its best rate", async () => {
  const {page} = await visit("en/optimizer-race.html?run=gd,adam", {}, (page) =>
    page.addInitScript(() => {
      const states: string[] = [];
      const note = (changes: MutationRecord[]) => {
        for (const {target} of changes) states.push((target as HTMLElement).dataset.state!);
      };
      new MutationObserver(note).observe(document, {attributeFilter: ["data-state"], subtree: true});
      Object.assign(window, {states});
    })
  );
  await page.waitForFunction(
    `(document.querySelector('tr[data-line="GD"] data.arriving')?.getAttribute("value") ?? "0") !== "0"`
  );
  expect(await cell(page, "GD", "rate")).toBeLessThan(0.02);
  expect(await cell(page, "GD", "numbers")).toBe(0);
  expect(await cell(page, "Adam", "numbers")).toBe(2);
  // what was found is drawn, and is no reason to search anew
  expect(await page.evaluate("states")).toEqual(["searching", "done"]);
});

test("a divergence is marked with the engine's step", async () => {
  const {page} = await open("?fairness=same&alpha=10&kappa=1000&run=gd");
  const angle = Math.PI / 12;
  const run = trajectory(
    rotated(surfaces.quadratic({a: 1, b: 1000}), angle),
    gradientDescent({learningRate: 10}),
    turned([-1.7, 0.6], angle),
    300
  );
  expect(await cell(page, "GD", "diverged")).toBe(run.divergedAt);
  const names = () => page.locator(".contour text").allTextContents();
  await expect
    .poll(async () => (await names()).join())
    .toContain(`GD · ${words.picture.diverged(run.divergedAt!)}`);
  expect(await page.content()).not.toMatch(/[",MLH ]NaN/);
});

test("arrow keys move the start, the trails and the address", async () => {
  const {page} = await open("?fairness=same");
  const before = await trail(page, "GD").getAttribute("d");
  await page.locator(".contour .handle").focus();
  await page.keyboard.press("ArrowRight");
  await page.waitForFunction(
    `document.querySelector('.contour path[data-line="GD"]').getAttribute("d") !== ${JSON.stringify(before)}`
  );
  await page.waitForURL(/start=/);
});

test("the network is raced too, on the same two moons", async () => {
  const {page, faults} = await open("?surface=moons&steps=60&run=gd,adam");
  await page.waitForFunction(`document.querySelectorAll("tbody tr[data-line]").length === 2`);
  expect(await cell(page, "Adam", "cost")).toBeLessThan(0.69);
  expect(faults).toEqual([]);
}, 60_000);
