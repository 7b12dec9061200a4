import {readFileSync} from "node:fs";
import {range} from "d3-array";
import type {Page} from "playwright-core";
import {describe, expect, test} from "vitest";
import {words as en} from "../../src/chapters/digitsLab/words/en.js";
import {words as zh} from "../../src/chapters/digitsLab/words/zh.js";
import {touch} from "./touch.js";
import {useBrowser} from "./visit.js";

const visit = useBrowser();
const open = (query = "", language = "en", options = {}) =>
  visit(`${language}/digits-lab.html${query}`, options);

const press = (page: Page, name: string) => page.getByRole("button", {name, exact: true}).click();
const row = (page: Page, run = 1) => page.locator(`table.runs tr[data-run="${run}"]`);
/** A number of a run's row, unrounded. */
const number = async (page: Page, column: string, run = 1): Promise<number> =>
  Number(await row(page, run).locator(`.${column} data`).getAttribute("value"));
const reaches = (page: Page, status: string, run = 1) =>
  page.waitForSelector(`table.runs tr[data-run="${run}"][data-status="${status}"]`);
const comesTo = (page: Page, epoch: number) =>
  expect.poll(() => number(page, "epochs")).toBeGreaterThan(epoch);
const answer = (page: Page) => page.locator(".drawn-answer").innerText();

/** The picture of the pad on the screen, and a drag along places of it, in eighths of its width. */
async function drag(page: Page, places: readonly (readonly [number, number])[]): Promise<void> {
  const pad = page.locator(".drawing-pad svg");
  await pad.scrollIntoViewIfNeeded();
  const {x, y, width} = (await pad.boundingBox())!;
  const at = ([px, py]: readonly [number, number]) => [x + (px * width) / 8, y + (py * width) / 8] as const;
  await page.mouse.move(...at(places[0]));
  await page.mouse.down();
  for (const place of places.slice(1)) await page.mouse.move(...at(place), {steps: 3});
  await page.mouse.up();
}
const ring = Array.from({length: 25}, (_, i) => {
  const angle = (i / 24) * 2 * Math.PI;
  return [4 + 1.9 * Math.sin(angle), 4 - 2.8 * Math.cos(angle)] as const;
});

describe.each([
  ["en", en],
  ["zh", zh]
] as const)("%s", (language, words) => {
  test("learns to read in the page, and shows what it gets wrong", async () => {
    const {page, faults} = await open("", language);
    expect(await page.locator(".tagged").allInnerTexts()).toEqual([
      expect.stringContaining(words.hyperparameters.tag),
      expect.stringContaining("2,410")
    ]);
    await press(page, words.desk.train);
    await reaches(page, "finished");
    const accuracy = await number(page, "testAccuracy");
    expect(accuracy).toBeGreaterThanOrEqual(0.95);
    expect(await number(page, "trainAccuracy")).toBeGreaterThan(0.99);
    const right = Math.round(450 * accuracy);
    await page.getByText(words.desk.finished(1, 50, right, 450)).waitFor();
    await expect
      .poll(() => page.locator(".confusion").getAttribute("aria-label"))
      .toBe(words.confusion.summary(right, 450));
    const counts = await page.locator(".confusion g:nth-of-type(3) text").allTextContents();
    expect(counts.reduce((sum, count) => sum + Number(count), 0)).toBe(450);
    await page.getByText(words.mistakes.shown(450 - right, 450 - right)).waitFor();
    expect(page.url()).toContain("runs=usual");
    await expect.poll(() => page.workers().length).toBe(0);
    expect(faults).toEqual([]);
  });

  test("names what the address asks for in vain, and goes on", async () => {
    const {page, faults} = await open(
      "?layers=9&width=x&activation=cubic&initializer=ones&optimizer=sgd&alpha=0&schedule=none&batch=0&scaling=big&split=half&seed=0&epochs=1.5&runs=layers.9&drawing=!&pictures=all&cell=100&neuron=-1",
      language
    );
    await expect.poll(() => page.locator("[role=alert]:not(:empty)").count()).toBe(17);
    const alerts = (await page.locator("[role=alert]:not(:empty)").allInnerTexts()).join();
    expect(alerts).toContain(words.desk.runsRule);
    expect(alerts).not.toMatch(/Using \.|现用 。/);
    await press(page, words.desk.train);
    await reaches(page, "finished");
    expect(faults).toEqual([]);
  });
});

test("stops, continues, rests while its tab is hidden, and drops what it does", async () => {
  const {page, faults} = await open("?epochs=500&width=128");
  await press(page, en.desk.train);
  await comesTo(page, 2);
  await press(page, en.desk.stop);
  await reaches(page, "stopped");
  const stopped = await number(page, "epochs");
  await expect.poll(() => page.workers().length).toBe(0);
  await press(page, en.desk.resume);
  await comesTo(page, stopped + 2);

  const hide = (hidden: boolean) =>
    page.evaluate(`Object.defineProperty(document, "hidden", {value: ${hidden}, configurable: true});
      document.dispatchEvent(new Event("visibilitychange"));`);
  await hide(true);
  // what was under way still comes: then the number stays, frame after frame
  const still = await page.evaluate<number>(`new Promise((resolve) => {
    let [quiet, last] = [0, ""];
    const look = () => {
      const now = document.querySelector("table.runs .epochs data").value;
      quiet = now === last ? quiet + 1 : 0;
      last = now;
      if (quiet < 40) requestAnimationFrame(look);
      else resolve(Number(now));
    };
    look();
  })`);
  await hide(false);
  await comesTo(page, still);

  await press(page, en.table.drop(1));
  await reaches(page, "new");
  await expect.poll(() => page.workers().length).toBe(0);
  expect(await number(page, "epochs")).toBe(0);
  expect(faults).toEqual([]);
});

test("says why a training cannot be, and trains another", async () => {
  const {page} = await open("?schedule=cycle&epochs=1");
  await press(page, en.desk.train);
  await reaches(page, "refused");
  const problem = "warmup · epochs must be above 1 and below epochs; got 0.3";
  expect(await page.locator(".run-desk [role=alert]").allInnerTexts()).toContain(en.desk.refused(1, problem));
  await page.getByRole("combobox", {name: en.inputs.schedule}).selectOption("cosine");
  await press(page, en.desk.train);
  await reaches(page, "finished");
});

test("compares four runs, which the address keeps and a visitor gets again", async () => {
  const {page} = await open();
  await press(page, en.desk.comparisons.scaling);
  await reaches(page, "finished", 4);
  expect(await number(page, "testAccuracy", 1)).toBeLessThan(0.35);
  for (const run of [2, 3, 4]) expect(await number(page, "testAccuracy", run)).toBeGreaterThan(0.95);
  expect(await number(page, "to95", 4)).toBeLessThan(await number(page, "to95", 3));
  for (const chart of [en.chart.accuracy, en.chart.cost]) {
    const lines = page.locator(`svg.line-chart[aria-label="${chart}"] path[data-line]`);
    const drawn = new Set(
      await lines.evaluateAll((paths) => paths.map((path) => path.getAttribute("data-line")))
    );
    expect(drawn.size).toBe(8);
  }
  await page.waitForURL(/runs=scaling\.raw\*/);
  const again = await visit(page.url().replace(/^.*\/en\//, "en/"));
  await reaches(again.page, "finished", 4);
  for (const run of [1, 2, 3, 4])
    expect(await number(again.page, "testCost", run)).toBe(await number(page, "testCost", run));
  await again.page.getByRole("radio", {name: en.table.show(1)}).check();
  await expect
    .poll(() => again.page.locator(".confusion").getAttribute("aria-label"))
    .toBe(en.confusion.summary(Math.round(450 * (await number(page, "testAccuracy", 1))), 450));
});

test("reads digits that are drawn, and shows what its neurons see", async () => {
  const {page, faults} = await open("?runs=usual");
  await reaches(page, "finished");
  expect(await answer(page)).toBe(en.pad.empty);
  await drag(page, [
    [4, 1],
    [4, 7]
  ]);
  await expect.poll(() => answer(page)).toMatch(/reads a 1\b/);
  await press(page, "Clear");
  await drag(page, ring);
  await expect.poll(() => answer(page)).toMatch(/reads a 0\b/);
  await page.waitForURL(/drawing=/);
  await page.getByText(en.inspected.own).first().waitFor();

  // the same 1 from the keyboard, a cell at a time
  await press(page, "Clear");
  await page.locator('.drawing-pad [tabindex="0"]').focus();
  for (let i = 0; i < 4; ++i) await page.keyboard.press("ArrowRight");
  for (let i = 0; i < 6; ++i) {
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Space");
  }
  await expect.poll(() => answer(page)).toMatch(/reads a 1\b/);
  expect(await page.locator('.drawing-pad [aria-selected="true"]').count()).toBe(6);

  // the gallery, a mistake and a neuron, by arrow keys
  await page.getByRole("slider", {name: en.gallery}).focus();
  await page.keyboard.press("ArrowRight");
  await page.getByText(en.inspected.test(4)).first().waitFor();
  await page.getByRole("slider", {name: en.activation.cursor, exact: true}).focus();
  await page.keyboard.press("ArrowDown");
  await page.getByText(en.neuron.title(1, 1)).waitFor();
  await page.waitForURL(/neuron=1\b/);
  await page.getByRole("slider", {name: en.neuron.pictures}).focus();
  for (let i = 0; i < 3; ++i) await page.keyboard.press("ArrowRight");
  await page.getByText(en.neuron.title(1, 3)).waitFor();
  expect(await page.content()).not.toMatch(/[",MLH ]NaN/);
  expect(faults).toEqual([]);
});

test("a finger draws, and does not scroll the page", async () => {
  const {page} = await open("?runs=usual", "en", {
    hasTouch: true,
    isMobile: true,
    viewport: {width: 360, height: 740}
  });
  await reaches(page, "finished");
  const pad = page.locator(".drawing-pad svg");
  await pad.scrollIntoViewIfNeeded();
  const before = await page.evaluate("scrollY");
  const {width} = (await pad.boundingBox())!;
  await touch(
    pad,
    range(1, 8).map((step) => [width / 2, (step * width) / 8])
  );
  await expect.poll(() => answer(page)).toMatch(/reads a 1\b/);
  expect(await page.evaluate("scrollY")).toBe(before);
});

test("saves the weights and loads them again; refuses damaged, foreign and newer files, and stays as it is", async () => {
  const {page, faults} = await open("?runs=layers.2&drawing=44&neuron=40&cell=29");
  await reaches(page, "finished");
  await page.getByText(en.neuron.title(2, 8)).waitFor();
  await page.getByText(en.mistakes.of(2, 9)).waitFor();
  const [accuracy, cost] = [await number(page, "testAccuracy"), await number(page, "testCost")];
  const [download] = await Promise.all([page.waitForEvent("download"), press(page, en.file.save)]);
  expect(download.suggestedFilename()).toBe("digits-weights.json");
  const saved = readFileSync(await download.path(), "utf8");
  const field = page.getByLabel(en.file.load);
  const give = (name: string, text: string) =>
    field.setInputFiles({name, mimeType: "application/json", buffer: Buffer.from(text)});
  const said = page.locator(".weights-panel [role=alert]");

  for (const [kind, text, detail] of [
    ["damaged", saved.slice(0, 400), ""],
    ["foreign", `{"weights": [1, 2, 3]}`, 'format must be "descent-network"; got undefined'],
    ["newer", saved.replace('"version":1', '"version":2'), "version must be 1; got 2"]
  ] as const) {
    await give(`${kind}.json`, text);
    await expect
      .poll(() => said.innerText())
      .toContain(en.file.refused[kind](`${kind}.json`, "").slice(0, -2));
    expect(await said.innerText()).toContain(detail);
    expect(await number(page, "testCost")).toBe(cost);
    expect(await row(page).getAttribute("data-status")).toBe("finished");
  }

  await give("mine.json", saved);
  await reaches(page, "loaded");
  expect(await said.innerText()).toBe("");
  expect(await number(page, "testAccuracy")).toBe(accuracy);
  expect((await number(page, "testCost")) / cost).toBeCloseTo(1, 4);
  await page.getByText(en.fromFile("mine.json")).waitFor();
  await expect
    .poll(() => page.locator(".confusion").getAttribute("aria-label"))
    .toBe(en.confusion.summary(Math.round(450 * accuracy), 450));
  expect(faults).toEqual([]);
});
