import {readFileSync} from "node:fs";
import type {BrowserContextOptions, Page} from "playwright-core";
import {describe, expect, test} from "vitest";
import {checkedDays} from "../../data/checkedDays.js";
import {effectiveCount, ema, emaWeights} from "../../lib/index.js";
import {movingAveragesWords} from "../../src/chapters/movingAverages/words.js";
import {formatNumber} from "../../src/components/formatNumber.js";
import {useBrowser, type Visit} from "./visit.js";

const file = "beijing-temperature.csv";
const text = readFileSync(new URL(`../../data/${file}`, import.meta.url), "utf8");
const temperatures = checkedDays(text, {year: 2013, file}).map(({mean}) => mean);

const visit = useBrowser();
/** Opens the chapter and waits until its charts are drawn and its measurements made. */
async function open(query = "", language = "en", options: BrowserContextOptions = {}): Promise<Visit> {
  const visited = await visit(`${language}/moving-averages.html${query}`, {
    reducedMotion: "reduce",
    ...options
  });
  if (options.javaScriptEnabled !== false) await visited.page.waitForFunction(isReady);
  return visited;
}
const isReady = `document.querySelectorAll("svg.view .readout tspan").length >= 15
  && !document.querySelector(".comparison [value=NaN]")`;

const chart = (page: Page, n = 0) => page.locator("svg.view").nth(n);
const handle = (page: Page, n = 0) => chart(page, n).locator("[role=slider]");
const box = (page: Page, label: string) => page.getByRole("textbox", {name: label}).first();
const readout = (page: Page, n = 0) => chart(page, n).locator(".readout").textContent();
const linePath = (page: Page) => chart(page).locator("path[stroke-dasharray='7 3']").getAttribute("d");
const tenth = (value: number): string => `${value.toFixed(1).replace("-", "−")}°`;

/** A number of a line "measured … · theory …", unrounded. */
const value = async (page: Page, label: string, kind: "measured" | "theory"): Promise<number> =>
  Number(
    await page.locator(".comparison", {hasText: label}).first().locator(`data.${kind}`).getAttribute("value")
  );

/** Waits until a text of the page holds; Playwright asks anew each frame. */
const settles = (page: Page, selector: string, pattern: string) =>
  page.waitForFunction(
    `new RegExp(${JSON.stringify(pattern)}).test(document.querySelector(${JSON.stringify(selector)}).textContent)`
  );

describe.each(["en", "zh"] as const)("the year's chart in %s", (language) => {
  const words = movingAveragesWords[language];

  test("shows what the engine computes on the cursor's day, and names it in the page's language", async () => {
    const {page} = await open("?beta=0.98&day=30", language);
    const [plain, corrected] = [
      ema(temperatures, {beta: 0.98, correctBias: false}),
      ema(temperatures, {beta: 0.98})
    ];
    const date = language === "en" ? "30 January" : "1月30日";
    expect(await readout(page)).toBe(
      `${date}${words.chart.daily} ${tenth(temperatures[29])}${words.chart.uncorrected} ${tenth(plain[29])}${words.chart.corrected} ${tenth(corrected[29])}`
    );
    const label = await chart(page).locator("[role=img]").getAttribute("aria-label");
    expect(label).toContain(words.series.beijing);
    expect(label).toContain("β = 0.98");
  });

  test("says in the page's language what cannot be used, and goes on", async () => {
    const {page, faults} = await open("?beta=1.2&day=400&series=rome&correct=maybe", language);
    const said = await page.locator(".message:not(:empty)").allInnerTexts();
    expect(said.length).toBe(4);
    const rule = {en: /cannot be used/, zh: /不可用/}[language];
    for (const message of said) expect(message).toMatch(rule);
    expect(said.join()).toContain(words.inputs.memoryRule);
    expect(await readout(page)).toContain(words.chart.corrected);
    expect(faults).toEqual([]);
  });
});

test("moving β moves line, readout, weights and address", async () => {
  const {page} = await open();
  const before = await linePath(page);
  await page.locator(".slider", {hasText: "Memory"}).first().getByRole("slider").focus();
  await page.keyboard.press("ArrowRight");
  await page.waitForURL(/beta=0\.9\d/);
  const beta = Number(new URL(page.url()).searchParams.get("beta"));
  expect(beta).toBeGreaterThan(0.9);
  await settles(page, "svg.view .readout", tenth(ema(temperatures, {beta})[29]));
  await expect.poll(() => linePath(page)).not.toBe(before);
});

test("the day cursor moves the stems, and their sum is shown", async () => {
  const {page} = await open("?beta=0.98&day=30");
  const stems = async () =>
    ((await chart(page).locator(".stems").getAttribute("d")) ?? "").split("M").length - 1;
  const written = (day: number) => {
    const weights = emaWeights(day, {beta: 0.98, correctBias: false});
    const sum = weights.reduce((total, w) => total + w, 0);
    return `Σ weights ${formatNumber(sum, {digits: 3})} → 1 · effective count ${formatNumber(effectiveCount(weights), {digits: 3})}`;
  };
  const texts = () => chart(page).locator("text").allTextContents();
  expect(await stems()).toBe(30);
  expect(await texts()).toContain(written(30));
  await handle(page).focus();
  await page.keyboard.press("PageUp");
  await settles(page, "svg.view .readout", "1 March");
  expect(await stems()).toBe(60);
  expect(await texts()).toContain(written(60));
  expect(await handle(page).getAttribute("aria-valuenow")).toBe("60");
  expect(await box(page, "Day").inputValue()).toBe("60");
});

test("the cursor follows the mouse over the chart", async () => {
  const {page} = await open();
  await chart(page).scrollIntoViewIfNeeded();
  const {x, y, width, height} = (await chart(page).boundingBox())!;
  await page.mouse.move(x + width / 2, y + height / 3);
  await settles(page, "svg.view .readout", "June|July|August");
});

test("the cursor follows a finger", async () => {
  const {page} = await open("", "en", {hasTouch: true, isMobile: true, viewport: {width: 390, height: 844}});
  await chart(page).scrollIntoViewIfNeeded();
  const {x, y, width, height} = (await chart(page).boundingBox())!;
  await page.touchscreen.tap(x + width / 2, y + height / 3);
  await settles(page, "svg.view .readout", "June|July|August");
});

test("the address restores the picture: started at the first value, day 30 is still 56 % the first day", async () => {
  const {page} = await open("?beta=0.98&start=first&day=30");
  expect(await value(page, "Weight of the first day", "measured")).toBeCloseTo(0.557, 3);
  expect(await value(page, "Weight of the first day", "theory")).toBeCloseTo(0.557, 3);
  expect(await value(page, "Effective count", "measured")).toBeCloseTo(3.2, 1);
  expect(await chart(page, 1).locator(".bias").getAttribute("d")).toBeNull();
});

test("started at the first value there is nothing to correct, and the switch says why", async () => {
  const {page} = await open("?start=first&correct=on");
  const toggle = page.getByRole("switch", {name: "Bias correction"});
  expect(await toggle.isDisabled()).toBe(true);
  expect(await page.getByText("no bias from 0 to correct").isVisible()).toBe(true);
  await page.getByRole("radio", {name: "0", exact: true}).check({force: true});
  await page.waitForFunction("!document.querySelector('[role=switch]:disabled')");
  expect(await readout(page)).toContain("corrected");
});

test("without correction only the average is drawn", async () => {
  const {page} = await open("?beta=0.98&correct=off");
  expect(await readout(page)).toMatch(/average −2\.4°$/);
});

test.each([
  [0.5, {window: 2, variance: 0.3333, lag: 1, below: 7}],
  [0.9, {window: 10, variance: 0.0526, lag: 9, below: 44}],
  [0.98, {window: 50, variance: 0.0101, lag: 49, below: 228}]
])("with β = %d the measured numbers are those of the theory", async (beta, expected) => {
  const {page} = await open(`?beta=${beta}`);
  const {measures} = movingAveragesWords.en;
  expect(await value(page, measures.window, "measured")).toBe(expected.window);
  expect(await value(page, measures.window, "theory")).toBeCloseTo(expected.window, 9);
  expect(await value(page, measures.variance, "theory")).toBeCloseTo(expected.variance, 4);
  expect((await value(page, measures.variance, "measured")) / expected.variance).toBeCloseTo(1, 0);
  expect(await value(page, measures.lag, "measured")).toBeCloseTo(expected.lag, 6);
  expect(await value(page, measures.belowOnePercent, "measured")).toBe(expected.below);
  expect(await value(page, measures.belowOnePercent, "theory")).toBe(expected.below);
  expect(await value(page, measures.engine, "measured")).toBeLessThan(1e-14);
  expect(await value(page, measures.descent, "measured")).toBeLessThan(1e-14);
  expect(await value(page, measures.mean, "measured")).toBeLessThan(1e-14);
});

test("at day 30 with β = .98 a corrected average is worth 29.1 days, its first day 2.45 %", async () => {
  const {page} = await open("?beta=0.98&day=30");
  expect(await value(page, "Effective count", "measured")).toBeCloseTo(29.1, 1);
  expect(await value(page, "Weight of the first day", "measured")).toBeCloseTo(0.0245, 4);
});

test("with the misprint Adam steps 10 α, 3.24 α and 1.26 α", async () => {
  const {page} = await open();
  const {measures} = movingAveragesWords.en;
  expect(await value(page, measures.firstStep, "measured")).toBeCloseTo(10, 9);
  expect(await value(page, measures.hundredthStep, "measured")).toBeCloseTo(3.24, 2);
  expect(await value(page, measures.thousandthStep, "measured")).toBeCloseTo(1.26, 2);
  expect(await readout(page, 4)).toBe("t = 1both corrected 1 αno correction 3.16 αwith the misprint 10 α");
});

test("a constant series stands at c once corrected", async () => {
  const {page} = await open("?series=constant&beta=0.98&day=3");
  expect(await readout(page)).toBe("day 3daily 10.0uncorrected 0.6corrected 10.0");
});

test("β in the second slider is the same β", async () => {
  const {page} = await open();
  await page.locator(".slider", {hasText: "Memory"}).nth(1).getByRole("button", {name: "0.98"}).click();
  await page.waitForURL(/beta=0\.98/);
  expect(await box(page, "Memory").inputValue()).toBe("0.98");
});

test("magnified shows thirty days, and the year when it is not", async () => {
  const {page} = await open("?day=200");
  expect(await handle(page, 1).getAttribute("aria-valuemax")).toBe("30");
  await page.getByRole("switch", {name: "Magnify"}).focus();
  await page.keyboard.press("Space");
  await page.waitForFunction(
    "document.querySelectorAll('svg.view [role=slider]')[1].getAttribute('aria-valuenow') === '200'"
  );
});

test("arquero comes when its cell is seen, and the reader's column is smoothed or refused", async () => {
  const {page, faults} = await open("?beta=0.9&day=30");
  const requests: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  expect(await page.locator("svg.view").count()).toBe(5);
  await page.locator(".text-field").scrollIntoViewIfNeeded();
  await page.locator("svg.view").nth(5).waitFor();
  expect(requests.some((url) => url.includes("arquero"))).toBe(true);
  const field = page.getByRole("textbox", {name: "Your column"});
  await field.fill("d.mean * 9 / 5 + 32");
  await field.press("Enter");
  const fahrenheit = temperatures[29] * 1.8 + 32;
  await page.waitForFunction(
    `document.querySelectorAll(".readout")[5].textContent.includes("daily ${fahrenheit.toFixed(1)}")`
  );
  await field.fill("d.rain");
  await field.press("Enter");
  await page.getByText("“d.rain” cannot be used").waitFor();
  expect(await readout(page, 5)).toContain(`daily ${fahrenheit.toFixed(1)}`);
  expect(faults).toEqual([]);
});

test("a prediction is answered before the reader looks", async () => {
  const {page} = await open();
  await page.getByRole("button", {name: "five times as far"}).click();
  await page.getByText("the memory is 1/(1 − β)").waitFor();
});

test.each(["en", "zh"])("without JavaScript %s shows a picture of each view", async (language) => {
  const {page} = await open("", language, {javaScriptEnabled: false});
  const pictures = page.locator("main img");
  expect(await pictures.count()).toBe(6);
  for (const picture of await pictures.all()) {
    await picture.scrollIntoViewIfNeeded();
    expect(await picture.isVisible()).toBe(true);
    expect(await picture.getAttribute("alt")).not.toBe("");
    const {src, width} = await picture.evaluate(({src, naturalWidth}: HTMLImageElement) => ({
      src,
      width: naturalWidth
    }));
    expect(width).toBe(720);
    expect((await (await page.request.get(src)).text()).includes("light-dark(")).toBe(true);
  }
});
