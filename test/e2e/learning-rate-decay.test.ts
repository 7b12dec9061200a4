import type {Page} from "playwright-core";
import {describe, expect, test} from "vitest";
import {type Knob, scheduleKinds} from "../../src/chapters/learningRateDecay/scheduleKinds.js";
import {decayWords} from "../../src/chapters/learningRateDecay/words.js";
import {comparison} from "./comparison.js";
import {noNumber, pictures} from "./pictures.js";
import {useBrowser} from "./visit.js";

const visit = useBrowser();
const open = (query = "", language = "en") => visit(`${language}/learning-rate-decay.html${query}`);
const words = decayWords.en;
const box = (page: Page, name: string) => page.getByRole("textbox", {name, exact: true});
const chart = (page: Page, label: string) => page.locator(`svg.line-chart[aria-label="${label}"]`);
const line = (page: Page, label: string, name: string) =>
  chart(page, label).locator(`path[data-line="${name}"][stroke-width="2.25"]`);
const lit = (page: Page): Promise<boolean[]> =>
  page.locator(".conditions li").evaluateAll((items) => items.map((item) => item.classList.contains("lit")));

/** Every knob with its symbol as the page names it, and values other than the usual ones. */
const symbols: Partial<Record<Knob, string>> = {decayRate: " k", base: " b", power: " p"};
const set: Readonly<Record<Knob, number>> = {
  decayRate: 0.2,
  base: 0.9,
  factor: 0.3,
  every: 25,
  power: 2,
  floor: 0.1,
  period: 30,
  multiplier: 2,
  warmup: 0.2,
  divisor: 10,
  finalDivisor: 100
};

describe.each(["en", "zh"] as const)("%s", (language) => {
  const {measures} = decayWords[language];

  // views § 4
  test("states the numbers computed independently, measured and in theory", async () => {
    const {page, faults} = await open("", language);
    const {measured, theory} = await comparison(page, measures.halfLifeUsual);
    expect([measured.toFixed(2), theory.toFixed(2)]).toEqual(["13.51", "13.51"]);
    expect((await comparison(page, measures.travel)).measured).toBeCloseTo(20, 9);
    const stall = await comparison(page, measures.stall);
    expect([stall.measured.toFixed(3), stall.theory]).toEqual(["10.000", expect.closeTo(10, 12)]);
    for (const [name, step] of [
      ["arrivesSlow", 68],
      ["arrivesSlower", 182]
    ] as const)
      expect(await comparison(page, measures[name]), name).toEqual({measured: step, theory: step});
    expect((await comparison(page, measures.engine)).measured).toBeLessThan(1e-12);
    expect(faults).toEqual([]);
  });

  // views § 4; 4000 runs estimate E[x²] within √(2/4000), 2.2 % of it, one standard error
  test("measures E[x²] after 200 noisy steps at what theory gives", async () => {
    const {page} = await open("", language);
    await page.locator(".comparison", {hasText: measures.exponential}).first().scrollIntoViewIfNeeded();
    await page.waitForFunction(
      "[...document.querySelectorAll('.comparison data')].every(({value}) => value !== 'NaN')"
    );
    for (const [name, square, digits] of [
      ["constantTenth", 0.0526, 4],
      ["constantHalf", 0.333, 3],
      ["inverse", 0.005, 5],
      ["exponential", 0.013, 4]
    ] as const) {
      const {measured, theory} = await comparison(page, measures[name]);
      expect(theory.toFixed(digits), name).toBe(square.toFixed(digits));
      expect(Math.abs(measured / theory - 1), name).toBeLessThan(4 * Math.sqrt(2 / 4000));
    }
  });

  test("names what the address asks for in vain, and goes on", async () => {
    const wrong = Object.keys(set).map((knob) => `${knob}=-1`);
    const query = `?schedule=stairs&alpha=3&epochs=1&updates=1.5&count=days&objective=x&sigma=9&start=0&batch=4&step=-1&optimizer=sgd&${wrong.join("&")}`;
    const {page, faults} = await open(query, language);
    await expect.poll(() => page.locator(".message[role=alert]:not(:empty)").count()).toBe(22);
    const said = (await page.locator(".message[role=alert]:not(:empty)").allTextContents()).join();
    for (const asked of ["stairs", "sgd"]) expect(said).toContain(`“${asked}”`);
    expect(await line(page, decayWords[language].chart.rates, "α").getAttribute("d")).toMatch(/^M/);
    expect(faults).toEqual([]);
  });
});

test("the address restores every control, and moving one writes it", async () => {
  const query = new URLSearchParams(
    Object.entries({
      schedule: "one-cycle",
      alpha: 0.1,
      epochs: 50,
      updates: 4,
      count: "updates",
      objective: "absolute",
      sigma: 0.5,
      start: 7,
      batch: 64,
      step: 20,
      optimizer: "adam",
      ...set
    }).map(([name, value]) => [name, String(value)])
  );
  const {page, faults} = await open(`?${query}`);
  expect(await page.getByRole("combobox", {name: words.inputs.schedule}).inputValue()).toBe("one-cycle");
  for (const [name, value] of [
    [`${words.inputs.rate} α₀`, "0.1"],
    [words.inputs.epochs, "50"],
    [words.inputs.updates, "4"],
    [`${words.inputs.noise} σ`, "0.5"],
    [words.inputs.start, "7"]
  ])
    expect(await box(page, name).inputValue(), name).toBe(value);
  for (const name of [words.inputs.countUpdates, "|x|", "Adam"])
    expect(await page.getByRole("radio", {name, exact: true}).isChecked(), name).toBe(true);
  expect(await page.locator(".player .count").innerText()).toBe("20 / 200");
  for (const [schedule, {knobs}] of Object.entries(scheduleKinds)) {
    await page.getByRole("combobox", {name: words.inputs.schedule}).selectOption(schedule);
    for (const knob of knobs)
      expect(await box(page, words.knobs[knob] + (symbols[knob] ?? "")).inputValue(), knob).toBe(
        String(set[knob])
      );
    const shown = page.locator(".slider:visible", {has: page.locator("label")});
    await expect.poll(() => shown.count(), {message: schedule}).toBe(5 + knobs.length);
  }
  await page.waitForURL(/schedule=one-cycle/);
  await page.locator(".player").getByRole("button", {name: "One step forward"}).click();
  await page.waitForURL(/step=21/);
  await page.getByRole("radio", {name: "momentum", exact: true}).check();
  await page.waitForURL(/optimizer=momentum/);
  expect(faults).toEqual([]);
});

test.each([
  ["inverse-time", [true, true]],
  ["exponential", [false, true]],
  ["constant", [true, false]]
] as const)("the conditions of Robbins and Monro are lit for %s: %j", async (schedule, lights) => {
  const {page} = await open(`?schedule=${schedule}`);
  await expect.poll(() => lit(page)).toEqual(lights);
});

test("the travel budget: 0.95ᵉ cannot go 30, and the bar, the chart and the line say so", async () => {
  const {page} = await open("?schedule=exponential&alpha=1&objective=absolute&sigma=0");
  expect(
    await page.locator(`svg.view[aria-label^="${words.travel.label}"]`).getAttribute("aria-label")
  ).toContain("gone 20, 20 by the end of the run, 20 without end; the goal is 30 away");
  await chart(page, words.chart.cost).getByText(words.chart.stall(10)).waitFor();
  const slider = chart(page, words.chart.cost).getByRole("slider");
  expect(await slider.getAttribute("aria-valuetext")).toBe(`epoch 200: ${words.chart.mean} 10`);
});

test("the cursors of all four charts and the player move as one, by keys and by finger", async () => {
  const {page} = await visit("en/learning-rate-decay.html?epochs=100&updates=2", {
    hasTouch: true,
    viewport: {width: 390, height: 844}
  });
  const cursors = [words.chart.rates, words.chart.ratesLog, words.chart.cost, words.chart.sums].map((label) =>
    chart(page, label).getByRole("slider")
  );
  const epochs = async () =>
    Promise.all(
      cursors.map(async (cursor) =>
        Number.parseFloat((await cursor.getAttribute("aria-valuetext"))!.slice(6))
      )
    );
  await cursors[0].focus();
  await page.keyboard.press("Home");
  await page.waitForURL(/step=0/);
  await expect.poll(async () => Math.max(...(await epochs()))).toBeLessThan(1);
  await chart(page, words.chart.sums).scrollIntoViewIfNeeded();
  const {x, y, width} = (await chart(page, words.chart.sums).boundingBox())!;
  await page.touchscreen.tap(x + (width + 40) / 2, y + 100);
  await page.waitForURL(/step=\d\d/);
  await expect.poll(async () => Math.min(...(await epochs()))).toBeGreaterThan(40);
});

test("at every extreme the pictures stay pictures, and the address may hold any of them", async () => {
  for (const query of [
    "?schedule=constant&alpha=2&sigma=5&start=100&epochs=500&updates=10",
    "?schedule=step&factor=0.1&every=1&epochs=500&objective=absolute",
    "?schedule=restarts&period=5&multiplier=3&floor=1&alpha=0.001&sigma=0",
    "?schedule=one-cycle&warmup=0.9&divisor=100&finalDivisor=100000&epochs=10"
  ]) {
    const {page, faults} = await open(query);
    expect(await pictures(page), query).not.toMatch(noNumber);
    expect(await page.locator(".message:not(:empty)").count(), query).toBe(0);
    expect(faults, query).toEqual([]);
  }
});

test("ten networks learn the digits: the settings give way, the picture and the line follow, the page answers", async () => {
  const {page, faults} = await open("?objective=digits&schedule=constant&epochs=20");
  const said = page.locator(".caption", {hasText: "networks after"});
  await expect.poll(() => said.textContent(), {timeout: 60_000}).toContain("after 20 of 20 epochs");
  const [, cost, right] = /median cost ([\d.]+) .* read ([\d.]+) %/.exec((await said.textContent())!)!;
  expect(Number(cost)).toBeCloseTo(0.0028, 3); // as test/chapters/learningRateDecay/digitRuns has it
  expect(Number(right)).toBeGreaterThan(96.5);
  expect(await page.locator(".player .count").innerText()).toBe("860 / 860"); // 43 updates an epoch
  const slider = chart(page, words.chart.costDigits).getByRole("slider");
  expect(await slider.getAttribute("aria-valuetext")).toMatch(/^epoch 20: median of 10 0\.002/);
  for (const name of [`${words.inputs.noise} σ`, words.inputs.start, words.inputs.updates])
    expect(await box(page, name).isVisible(), name).toBe(false);
  const engine = page.locator(".comparison", {hasText: words.measures.engine});
  expect(await engine.isVisible()).toBe(false);

  await slider.focus();
  await page.keyboard.press("ArrowLeft");
  await page.waitForURL(/step=817/); // epoch 19
  await box(page, `${words.inputs.batch} B`).fill("1347");
  await page.waitForURL(/batch=1347/);
  await expect.poll(() => page.locator(".player .count").innerText()).toMatch(/ \/ 20$/);
  await expect.poll(() => said.textContent(), {timeout: 60_000}).toContain("after 20 of 20 epochs");
  await page.getByRole("radio", {name: "½x²", exact: true}).check();
  await chart(page, words.chart.cost).waitFor();
  await expect.poll(() => said.count()).toBe(0);
  for (const back of [box(page, words.inputs.start), engine]) await back.waitFor();
  expect((await comparison(page, words.measures.engine)).measured).toBeLessThan(1e-12);
  expect(faults).toEqual([]);
});

test("networks that diverge are counted, and the picture stays one", async () => {
  const {page, faults} = await open("?objective=digits&schedule=constant&alpha=2&batch=8&epochs=10");
  const said = page.locator(".caption", {hasText: "networks after"});
  await expect.poll(() => said.textContent(), {timeout: 60_000}).toContain("after 10 of 10 epochs");
  expect(await said.textContent()).toContain("median cost ∞ on the training digits; 10 diverged.");
  await chart(page, words.chart.costDigits)
    .getByText(/^first diverged in epoch [1-9]$/)
    .waitFor();
  expect(await pictures(page)).not.toMatch(noNumber);
  expect(faults).toEqual([]);
});

test("the range test, begun when it is seen, finds for Adam about a twentieth of gradient descent's rate", async () => {
  const {page} = await open();
  const name = chart(page, words.chart.range).getByText(/^falls fastest/);
  const falling = async () => Number((await name.textContent())!.replace(/^\D+/, ""));
  const adam = page.getByRole("radio", {name: "Adam", exact: true});
  await expect.poll(() => adam.scrollIntoViewIfNeeded().then(() => name.count()), {timeout: 30_000}).toBe(1);
  const descent = await falling();
  await adam.check();
  await expect.poll(falling).toBeLessThan(descent / 15);
  expect(await falling()).toBeGreaterThan(descent / 25);
  expect(descent).toBeCloseTo(0.078, 3);
});
