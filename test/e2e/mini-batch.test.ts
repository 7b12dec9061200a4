import type {Page} from "playwright-core";
import {describe, expect, test} from "vitest";
import {rateEdge} from "../../src/chapters/miniBatch/lineCost.js";
import {lineData} from "../../src/chapters/miniBatch/lineData.js";
import {noiseTheory} from "../../src/chapters/miniBatch/noiseBySize.js";
import {miniBatchWords} from "../../src/chapters/miniBatch/words.js";
import {formatNumber} from "../../src/components/formatNumber.js";
import {batches, random} from "../../lib/index.js";
import {comparison} from "./comparison.js";
import {drive} from "./liveDriver.js";
import {drag} from "./touch.js";
import {cellsHaveRun, useBrowser} from "./visit.js";

const visit = useBrowser();
const open = (query = "", language = "en") => visit(`${language}/mini-batch.html${query}`);
const words = miniBatchWords.en;
const box = (page: Page, name: string) => page.getByRole("textbox", {name, exact: false});
const count = (page: Page) => page.locator(".player .count").innerText();
const strip = (page: Page) => page.locator(".epoch-strip figcaption").innerText();
const texts = async (page: Page, selector: string) =>
  (await page.locator(selector).allTextContents()).join("\n");
/** Sections below run when they are first seen. */
const scrollThrough = async (page: Page): Promise<void> => {
  for (const section of await page.locator("main h2").all()) await section.scrollIntoViewIfNeeded();
  await cellsHaveRun(page);
};

/** Where the page's loop goes with the engine's own batches, from the page's start. */
function walk(B: number, updates: number, {m = 2000, alpha = 0.1} = {}): [number, number] {
  const {x, y} = lineData(m, 1);
  const source = random(1);
  let [w, b, step] = [-1.5, 1.5, 0];
  for (;;)
    for (const batch of batches(m, B, source)) {
      if (step++ === updates) return [w, b];
      const errors = Array.from(batch, (j) => w * x[j] + b - y[j]);
      const slope = errors.reduce((sum, error, k) => sum + error * x[batch[k]], 0) / batch.length;
      const mean = errors.reduce((sum, error) => sum + error, 0) / batch.length;
      [w, b] = [w - alpha * slope, b - alpha * mean];
    }
}

describe.each(["en", "zh"] as const)("%s", (language) => {
  const words = miniBatchWords[language];

  test("states the numbers that were computed independently, measured and in theory", async () => {
    const {page, faults} = await open("", language);
    // views: m = 2000, B = 1, 4, 16, 64, 256, 1024, 2000
    const counted = page.locator("table", {
      has: page.locator("caption", {hasText: words.table.caption(2000)})
    });
    const values = (kind: string) => (): Promise<string[]> =>
      counted
        .locator(`data.${kind}`)
        .evaluateAll((all) => all.map((data) => (data as HTMLDataElement).value));
    for (const kind of ["measured", "theory"])
      await expect.poll(values(kind)).toEqual(["2000", "500", "125", "32", "8", "2", "1"]);
    await expect.poll(() => strip(page)).toMatch(/\b10\b.*\b32\b.*\b16\b/); // the last batch of 64 holds 16
    await expect.poll(() => count(page)).toBe("320 / 320");
    expect((await comparison(page, words.measures.engine)).measured).toBeLessThan(1e-12);

    await scrollThrough(page);
    const edge = await comparison(page, words.measures.edge);
    expect(edge.theory).toBeCloseTo(3 - Math.sqrt(5), 12);
    expect(edge.measured / edge.theory).toBeCloseTo(1, 5);
    const noise = await comparison(page, words.measures.noise);
    expect(noise.theory).toBeCloseTo(noiseTheory(lineData(2000, 1), walk(64, 320), "shuffle")(64), 9);
    expect(Math.abs(noise.measured / noise.theory - 1)).toBeLessThan(0.15); // 300 batches
    for (const name of ["floorConstant", "floorFalling"] as const) {
      const line = page.locator(".comparison", {hasText: words.measures[name]});
      await expect
        .poll(async () => Number(await line.locator("data.measured").getAttribute("value")))
        .toBeGreaterThan(0);
      const {measured, theory} = await comparison(page, words.measures[name]);
      expect(Math.abs(measured / theory - 1), name).toBeLessThan(0.4);
    }
    expect(faults).toEqual([]);
  });

  test("names what the address asks for in vain, and goes on", async () => {
    const {page, faults} = await open(
      "?m=7&B=6000&sampling=random&seed=x&alpha=0&rule=cube&epochs=0&start=1&compare=two&clock=hours&step=9999",
      language
    );
    const messages = page.locator(".message[role=alert]:not(:empty)");
    await expect.poll(() => messages.count()).toBe(11);
    expect((await messages.allInnerTexts()).join()).toContain("6000");
    await expect.poll(() => count(page)).toBe("320 / 320");
    expect(faults).toEqual([]);
  });
});

test("the address restores every control, and moving one writes it", async () => {
  const {page} = await open(
    "?m=500&B=50&sampling=replacement&seed=7&alpha=0.05&rule=root&epochs=3&start=0.5,2&compare=one&clock=updates&step=12"
  );
  for (const [name, value] of [
    [words.inputs.m, "500"],
    [words.inputs.size, "50"],
    [words.inputs.seed, "7"],
    [words.inputs.alpha, "0.05"],
    [words.inputs.epochs, "3"],
    [words.inputs.start, "0.5, 2"]
  ])
    expect(await box(page, name).inputValue(), name).toBe(value);
  for (const name of [
    words.inputs.samplings.replacement,
    words.inputs.rules.root,
    words.inputs.clocks.updates
  ])
    expect(await page.getByRole("radio", {name, exact: true}).isChecked(), name).toBe(true);
  expect(await page.getByRole("checkbox", {name: "B = m"}).isChecked()).toBe(false);
  await expect.poll(() => count(page)).toBe("12 / 30");
  const rate = (B: number) => formatNumber(0.05 * Math.sqrt(B / 64), {digits: 3});
  await expect
    .poll(() => texts(page, ".key li"))
    .toBe([50, 1].map((B) => words.stepping(B, rate(B))).join("\n"));

  // fewer samples than the batch holds: the batch is all of them then
  await page.getByRole("button", {name: "100", exact: true}).click();
  await box(page, words.inputs.size).fill("100");
  await page.waitForURL(/m=100&.*B=100|B=100&.*m=100/);
  await box(page, words.inputs.m).fill("5000");
  await page.waitForURL(/m=5000/);
  await box(page, words.inputs.size).fill("3001");
  await page.waitForURL(/B=3001/);
  await expect.poll(() => count(page)).toMatch(/ \/ 6$/);
  await box(page, words.inputs.m).fill("200");
  await page.waitForURL(/B=200/);
  expect(await box(page, words.inputs.size).inputValue()).toBe("200");
});

test("the player picks one update in every view, and so do the curve's cursor and keys", async () => {
  const {page} = await open("?B=100&step=30&clock=updates");
  const [w, b] = walk(100, 30);
  await expect.poll(() => strip(page)).toContain("Epoch 2 of 10, update 10 of 20: a batch of 100 ");
  await scrollThrough(page);
  expect((await comparison(page, words.measures.noise)).theory).toBeCloseTo(
    noiseTheory(lineData(2000, 1), [w, b], "shuffle")(100),
    9
  );
  expect(
    await page.locator(".pair .view[aria-label*='(100)'] path[data-line='B = 100']").first().getAttribute("d")
  ).toMatch(/^(M[-\d.]+,[-\d.]+h0){100}$/);
  await page.getByRole("button", {name: "One step forward"}).click();
  await page.waitForURL(/step=31/);
  await expect.poll(() => strip(page)).toContain("update 11 of 20");
  const cursor = page.locator(".line-chart .handle").first();
  await cursor.focus();
  await page.keyboard.press("Home");
  await expect.poll(() => strip(page)).toBe(words.strip.start(20, 100, 100));
});

test("counted in epochs B = 1 is far ahead of the full batch, counted in updates it is not", async () => {
  const {page} = await open("?step=2");
  const places = () =>
    page
      .locator(".contour circle[data-line]")
      .evaluateAll((dots) =>
        Object.fromEntries(dots.map((dot) => [dot.getAttribute("data-line"), Number(dot.getAttribute("cx"))]))
      );
  await expect
    .poll(async () => {
      const {"B = 1": one, "B = 2000": full} = await places();
      return one - full;
    })
    .toBeGreaterThan(50);
  const inEpochs = await places();
  await page.getByRole("radio", {name: words.inputs.clocks.updates, exact: true}).check();
  await page.waitForURL(/clock=updates/);
  await expect.poll(places).not.toEqual(inEpochs);
  const inUpdates = await places();
  expect(inUpdates["B = 2000"]).toBeGreaterThan(inEpochs["B = 2000"] + 20);
});

describe("extremes", () => {
  test("B = m: one update an epoch, a cloud of one point, and no noise", async () => {
    const {page} = await open("?B=2000&step=10");
    await expect.poll(() => count(page)).toBe("10 / 10");
    await expect.poll(() => texts(page, ".caption")).toContain(words.picture.flat);
    await expect.poll(() => texts(page, ".caption")).toContain("B = 2000: 0 of 10");
    await scrollThrough(page);
    expect((await comparison(page, words.measures.noise)).theory).toBe(0);
  });

  test("m = 5000, B = 1 and 30 epochs: 150,000 updates while the page goes on answering", async () => {
    const {page, faults} = await open("?m=5000&B=1&epochs=30&compare=all");
    await expect.poll(() => count(page), {timeout: 60_000}).toBe("150000 / 150000");
    await expect.poll(() => texts(page, ".caption")).toContain("of 150000");
    const trails = await page
      .locator(".contour path[data-line='B = 1']")
      .evaluateAll((paths) => paths.map((path) => path.getAttribute("d")!.length));
    expect(Math.max(...trails)).toBeLessThan(40_000); // not one line through them all
    await page.getByRole("button", {name: "One step back"}).click();
    await expect.poll(() => count(page)).toBe("149999 / 150000");
    expect(faults).toEqual([]);
  });

  test("beyond 2/λmax it says so, and a divergence is marked with its update", async () => {
    const {page, faults} = await open("?alpha=3&compare=");
    await expect
      .poll(() => texts(page, ".caption"))
      .toContain(words.beyond("B = 64", "3", formatNumber(rateEdge, {digits: 3})));
    const last = Number((await count(page)).split(" / ")[1]);
    expect(last).toBeGreaterThan(100);
    const names = await texts(page, ".contour text");
    expect(names).toContain(`B = 64 · ${words.picture.diverged(last + 1)}`);
    await expect.poll(() => texts(page, ".caption")).toContain(words.picture.beyond);
    expect(await page.content()).not.toMatch(/[",MLH ]NaN/);
    await page.getByRole("button", {name: "Back to the start"}).click();
    await page.waitForURL(/step=0/);
    await expect.poll(() => texts(page, ".contour text")).not.toContain("diverged");
    expect(faults).toEqual([]);
  });
});

test("sorted samples lead in circles, and the batches' own costs hide it", async () => {
  const {page} = await open("?sampling=sorted");
  await scrollThrough(page);
  const trials = page.locator("table", {
    has: page.locator("caption", {hasText: words.samplingTable.caption(64)})
  });
  const rows = trials.locator("tbody tr");
  await expect.poll(() => rows.count()).toBe(3);
  const values = await rows.evaluateAll((all) =>
    all.map((row) =>
      [...row.querySelectorAll<HTMLDataElement>("data.measured")].map(({value}) => Number(value))
    )
  );
  const [[shuffledNoise, shuffled], , [sortedNoise, sorted]] = values;
  expect(sortedNoise).toBeGreaterThan(4 * shuffledNoise);
  expect(sorted).toBeGreaterThan(20 * shuffled);
});

test("arrow keys and a finger move the start", async () => {
  const {page} = await visit("en/mini-batch.html", {
    hasTouch: true,
    isMobile: true,
    viewport: {width: 390, height: 844}
  });
  const handle = page.locator(".contour .handle");
  await handle.focus();
  await page.keyboard.press("ArrowRight");
  await page.waitForURL(/start=-1\.4\d*(%2C|,)1\.5/);
  await drag(handle, [90, 60]);
  await page.waitForURL(/start=(-?0|1)/);
  await expect.poll(() => box(page, words.inputs.start).inputValue()).toMatch(/^(-?0|1)/);
});

test("the cursor of the noise chooses B", async () => {
  const {page} = await open();
  await scrollThrough(page);
  await page.getByRole("slider", {name: words.noise.x, exact: true}).focus();
  await page.keyboard.press("End");
  await page.waitForURL(/B=2000/);
  await page.keyboard.press("ArrowLeft");
  await page.waitForURL(/B=1800/);
  await expect.poll(() => texts(page, ".read-above .readout")).toContain("B = 1800");
});

test("speed is measured on a click, can be stopped, and opens the clock of milliseconds", async () => {
  const {page, faults} = await open("?clock=milliseconds");
  await expect.poll(() => texts(page, ".message[role=alert]")).toContain(words.inputs.unmeasured);
  const button = page.locator(".work button");
  const status = page.locator(".work [role=status]");
  await button.click();
  await page.waitForFunction("document.querySelector('.work progress').value > 0");
  await button.click();
  await expect.poll(() => status.innerText()).toBe("Stopped.");
  await button.click();
  await expect.poll(() => status.innerText(), {timeout: 60_000}).toBe("Done.");

  const speeds = page.locator(".line-chart", {has: page.locator(`[aria-label="${words.speed.x}"]`)});
  for (const name of Object.values(words.speed.names))
    expect(await speeds.locator(`path[data-line="${name}"][transform]`).count()).toBe(18);
  const said = await texts(page, ".caption");
  const times = Number(/: ([\d.]+) times as long/.exec(said)![1]);
  expect(times).toBeLessThan(400); // 512 examples for far less than 512 times the time of one
  expect(said).toContain("An epoch of 2000 examples");
  expect(said).toMatch(/reach [\d.]+ %/);
  await page.locator(".segments label", {hasText: words.inputs.clocks.milliseconds}).click();
  await page.waitForURL(/clock=milliseconds/);
  await expect.poll(() => texts(page, ".line-chart text")).toContain(words.clocks.milliseconds);
  expect(faults).toEqual([]);
});

test("the loop can be edited, and the run follows", async () => {
  const {page} = await open();
  const driver = drive(page);
  const cell = page.locator(".live-cell", {hasText: "function* descend"});
  const source = await cell.locator("pre code").innerText();
  await driver.run(cell, source.replace("w - alpha * dw", "w + alpha * dw"));
  await expect.poll(() => texts(page, ".contour text")).toContain("out at update");
});
