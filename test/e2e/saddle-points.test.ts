import type {Page} from "playwright-core";
import {describe, expect, test} from "vitest";
import {momentum, surfaces, trajectory} from "../../lib/index.js";
import {saddlePointsWords} from "../../src/chapters/saddlePoints/words.js";
import {formatNumber} from "../../src/components/formatNumber.js";
import {comparison} from "./comparison.js";
import {drag} from "./touch.js";
import {useBrowser} from "./visit.js";

const visit = useBrowser();
const open = (query = "", language = "en") => visit(`${language}/saddle-points.html${query}`);
const words = saddlePointsWords.en;
const trail = (page: Page, name: string) => page.locator(`.contour path[data-line="${name}"]`).first();
const box = (page: Page, name: string) => page.getByRole("textbox", {name});
const showAnswers = async (page: Page): Promise<void> => {
  for (const button of await page.locator(".predict .show-me").all()) await button.click();
};

/** The rows of a table: what was measured, and what theory gives, unrounded. */
const rows = (page: Page, caption: string): Promise<{measured: number[]; theory: number[]}[]> =>
  page
    .locator("table", {has: page.locator("caption", {hasText: caption})})
    .locator("tbody tr")
    .evaluateAll((rows) =>
      rows.map((row) => {
        const numbers = (kind: string) =>
          [...row.querySelectorAll<HTMLDataElement>(`data.${kind}`)].map(({value}) => Number(value));
        return {measured: numbers("measured"), theory: numbers("theory")};
      })
    );

describe.each(["en", "zh"] as const)("%s", (language) => {
  const words = saddlePointsWords[language];

  test("states the steps of the escapes that were computed independently, measured and in theory", async () => {
    const {page} = await open("", language);
    await showAnswers(page);
    for (const [rule, epsilon, steps] of [
      [words.rivals.gd, "0.01", 233],
      [words.rivals.gd, "10⁻⁶", 698],
      [words.rivals.gd, "10⁻¹⁰", 1163],
      [words.momentumForms.ema, "10⁻⁶", 811],
      [words.momentumForms.classical, "10⁻⁶", 140]
    ] as const) {
      const label = words.fromEpsilon(rule, epsilon);
      await page.locator(".comparison", {hasText: label}).waitFor();
      expect(await comparison(page, label), label).toEqual({measured: steps, theory: steps});
    }
    expect(await rows(page, words.table("0.01", "0.9"))).toEqual([
      {measured: [233, 698, 1163, Infinity], theory: [233, 698, 1163]},
      {measured: [276, 811, 1347, Infinity], theory: [276, 811, 1347]},
      {measured: [49, 140, 231, Infinity], theory: [49, 140, 231]},
      {measured: [72, 72, 73, Infinity], theory: []},
      {measured: [76, 77, 78, Infinity], theory: []}
    ]);
  });

  test("states what depth costs", async () => {
    const {page} = await open("", language);
    await page.waitForFunction(
      "[...document.querySelectorAll('data.measured')].some(({value}) => value === '19996')"
    );
    const found = await rows(page, words.depthTable);
    for (const steps of ["19996", "100006"])
      expect(await page.locator("data.measured", {hasText: steps}).count(), steps).toBe(1);
    expect(found.map(({measured}) => measured)).toEqual([
      [55, 102, 149],
      [191, 1994, 19996],
      [1003, 100006]
    ]);
    for (const {measured, theory} of found)
      for (const [i, steps] of measured.entries()) expect(Math.abs(steps / theory[i] - 1)).toBeLessThan(0.03);
    expect(found[2].theory[2] / 1e7).toBeCloseTo(1, 3);
  });

  test("names what the address asks for in vain, and goes on", async () => {
    const {page, faults} = await open(
      "?surface=cliff&optimizers=gd,sgd&alpha=7&beta=1&form=both&trails=3&noise=x&along=9&epsilon=-1&step=1e9&view=10,90",
      language
    );
    const messages = page.locator(".message:not(:empty)");
    await expect.poll(() => messages.count()).toBe(11);
    const said = await messages.allInnerTexts();
    for (const wrong of ["cliff", "gd,sgd"]) expect(said.join()).toContain(wrong);
    expect(await trail(page, words.rivals.adam).count()).toBe(1);
    expect(faults).toEqual([]);
  });
});

test("the address restores every control, and moving one writes it", async () => {
  const {page} = await open(
    "?surface=net3&optimizers=gd,adam&alpha=0.05&beta=0.5&form=classical&trails=slope&noise=0.001&along=0.2&epsilon=0.1&step=20&view=-100,60"
  );
  expect(await page.getByRole("combobox", {name: words.surface}).inputValue()).toBe("net3");
  expect(await page.getByRole("checkbox", {name: words.rivals.rmsprop}).isChecked()).toBe(false);
  for (const [name, value] of [
    [words.learningRate, "0.05"],
    [words.beta, "0.5"],
    [words.noise, "0.001"],
    [words.along, "0.2"],
    [words.offset, "0.1"]
  ])
    expect(await box(page, name).inputValue(), name).toBe(value);
  for (const name of [words.forms.classical, words.colors.slope])
    expect(await page.getByRole("radio", {name, exact: true}).isChecked()).toBe(true);
  expect(await page.locator(".player .count").innerText()).toMatch(/^20 \//);
  const turn = page.getByRole("slider", {name: words.turn});
  expect(await turn.getAttribute("aria-valuetext")).toBe(words.seen(-100, 60));
  await page.getByRole("button", {name: formatNumber(1e-6), exact: true}).click();
  await page.waitForURL(/epsilon=0\.000001/);
});

test("dragging the start below the ridge puts it exactly on it, and there nobody leaves", async () => {
  const {page} = await open();
  await page.locator(".contour .handle").scrollIntoViewIfNeeded();
  const handle = (await page.locator(".contour .handle").boundingBox())!;
  const at = {x: handle.x + handle.width / 2, y: handle.y + handle.height / 2};
  await page.mouse.move(at.x, at.y);
  await page.mouse.down();
  await page.mouse.move(at.x - 40, at.y + 30, {steps: 4});
  await page.mouse.up();
  await page.waitForURL(/epsilon=0(&|$)/);
  expect(await box(page, words.offset).inputValue()).toBe("0");
  expect(Number(await box(page, words.along).inputValue())).toBeLessThan(1);
  const names = (await page.locator(".contour text").allTextContents()).join();
  expect(names).not.toContain(words.left(1).slice(0, 3));
});

test("arrow keys move the start, and the trails with it", async () => {
  const {page} = await open();
  const before = await trail(page, words.rivals.gd).getAttribute("d");
  await page.locator(".contour .handle").focus();
  await page.keyboard.press("Shift+ArrowUp");
  await page.waitForURL(/epsilon=/);
  await page.waitForFunction(
    `document.querySelector('.contour path[data-line="${words.rivals.gd}"]').getAttribute("d") !== ${JSON.stringify(before)}`
  );
});

test("a finger drags the start", async () => {
  const {page} = await visit("en/saddle-points.html", {
    hasTouch: true,
    isMobile: true,
    viewport: {width: 390, height: 844}
  });
  const handle = page.locator(".contour .handle");
  await drag(handle, [0, -30]);
  await page.waitForURL(/epsilon=/);
});

test("a divergence is marked with the engine's step, and NaN reaches no scale", async () => {
  const {page} = await open("?surface=net2&alpha=0.3&form=classical&along=1.5&epsilon=1&optimizers=momentum");
  const optimizer = momentum({learningRate: 0.3, form: "classical"});
  const {divergedAt} = trajectory(surfaces.linearNet, optimizer, [2.5, -0.5], 100);
  const names = () => page.locator(".contour text").allTextContents();
  await expect.poll(names).toContain(`${words.rivals.momentum} · ${words.diverged(divergedAt!)}`);
  expect(await page.content()).not.toMatch(/[",MLH ]NaN/);
});

test("arrow keys turn the relief, and the address keeps from where it is seen", async () => {
  const {page} = await open();
  const turn = page.getByRole("slider", {name: words.turn});
  const before = await turn.getAttribute("aria-valuetext");
  await turn.focus();
  await page.keyboard.press("ArrowLeft");
  expect(await turn.getAttribute("aria-valuetext")).not.toBe(before);
  await page.waitForURL(/view=40/);
});

test("pressing a name in the key singles its line out in every view", async () => {
  const {page} = await open();
  await page.locator(".key button", {hasText: words.rivals.adam}).click();
  for (const view of [".contour", ".relief", ".line-chart"])
    expect(
      await page.locator(`${view} [data-line="${words.rivals.gd}"].quiet`).count(),
      view
    ).toBeGreaterThan(0);
  expect(await page.locator(`[data-line="${words.rivals.adam}"].quiet`).count()).toBe(0);
});

test("the cursor of the escapes chooses ε", async () => {
  const {page} = await open();
  await page.getByRole("slider", {name: words.epsilon}).focus();
  await page.keyboard.press("Home");
  await page.waitForURL(/epsilon=1e-12/);
});
