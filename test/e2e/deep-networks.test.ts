import type {Page} from "playwright-core";
import {describe, expect, test} from "vitest";
import {deepNetworksWords} from "../../src/chapters/deepNetworks/words.js";
import {flat, readGolden} from "../support/golden.js";
import {comparison} from "./comparison.js";
import {drive} from "./liveDriver.js";
import {useBrowser} from "./visit.js";

const visit = useBrowser();
const open = (query = "", language = "en", options = {}) =>
  visit(`${language}/deep-networks.html${query}`, options);
const words = deepNetworksWords.en;
const golden = readGolden("network-course");
const poll = <T>(ask: () => Promise<T>) => expect.poll(ask, {timeout: 20_000});

const lab = (page: Page) => page.getByRole("group", {name: words.inputs.steps});
const errors = (page: Page) =>
  page.locator("table.check data").evaluateAll((cells) => cells.map((cell) => cell.textContent));
const count = (page: Page) => lab(page).locator(".count").innerText();

/** The matrices of the page's own text, by their names. */
async function numbers(page: Page): Promise<Record<string, number[][]>> {
  const text = await page.locator(".plain-text pre").textContent();
  const parts = text!.split(/^(\w+) = /m).slice(1);
  return Object.fromEntries(parts.flatMap((name, i) => (i % 2 ? [] : [[name, JSON.parse(parts[i + 1])]])));
}

/** Every golden matrix of a pass equals the page's, to the six digits that the page writes. */
async function expectGolden(page: Page, layers: Record<string, number[][]>[]) {
  const shown = await numbers(page);
  layers.forEach((layer, l) => {
    for (const [ours, theirs] of [
      ["Z", "Z"],
      ["A", "A"],
      ["dZ", "course_dZ"],
      ["dA", "course_dA"],
      ["dW", "dW"],
      ["db", "db"]
    ]) {
      const expected = flat(layer[theirs]).map((x) => Number(x.toPrecision(6)));
      expect(flat(shown[`${ours}${l + 1}`]), `${ours}${l + 1}`).toEqual(expected);
    }
  });
}

describe.each(["en", "zh"] as const)("%s", (language) => {
  const {measures, check, contest} = deepNetworksWords[language];

  test("states the numbers of the chapter, measured and in theory", async () => {
    const {page} = await open("", language);
    // views: 72 parameters for three inputs
    expect(await comparison(page, measures.parameters)).toEqual({measured: 72, theory: 72});
    expect(await comparison(page, measures.pieces)).toEqual({measured: 16, theory: 16});
    expect(await comparison(page, measures.foldParameters)).toEqual({measured: 25, theory: 25});
    expect(await comparison(page, measures.equal)).toEqual({measured: 109, theory: 109});
    expect((await comparison(page, measures.engine)).measured).toBeLessThan(1e-15);
    expect((await comparison(page, measures.total)).measured).toBeLessThan(1e-9);
    await poll(() => page.locator(".comparison", {hasText: measures.rounding}).count()).toBe(1);
    expect((await comparison(page, measures.truncation)).measured).toBeCloseTo(2, 1);
    expect((await comparison(page, measures.rounding)).measured).toBeCloseTo(-1, 1);
    expect(await page.locator("main").innerText()).toContain(check.fingerprints.none);
    await page.locator(".decision").first().scrollIntoViewIfNeeded();
    await poll(() => page.locator(".decision figcaption").last().innerText()).toContain(
      contest.title("", 1500).trim()
    );
    expect(await page.content()).not.toMatch(/[",MLH ]NaN/);
  });

  test("names what the address asks for in vain, and goes on", async () => {
    const query =
      "?folds=9&features=1&m=99&sample=x&example=keras&mode=two&g1=swish&step=77&cell=0.0&bug=all&h=7&data=rings&k=1&alpha=-1&epoch=9999";
    const {page, faults} = await open(query, language);
    await poll(() => page.locator(".message[role=alert]:not(:empty)").count()).toBe(15);
    expect(await page.locator(".operation .message").innerText()).toContain(
      deepNetworksWords[language].panel.cellRule
    );
    expect(faults).toEqual([]);
  });
});

describe("golden networks, read from the page's own text", () => {
  test("PyTorch's network has PyTorch's Z, A, dZ, dA, dW and db", async () => {
    const {page} = await open("?example=pytorch&step=25");
    // its file comes after the page
    await poll(async () => (await numbers(page)).X).toEqual(golden.cases[0].X);
    await expectGolden(page, golden.cases[0].layers);
    expect((await comparison(page, words.measures.pytorch)).measured).toBeLessThan(1e-13);
    const shown = await numbers(page);
    expect(shown.Y).toEqual(golden.cases[0].Y);
    expect(shown.J[0][0]).toBe(Number(golden.cases[0].cost.toPrecision(6)));
    await page.getByRole("radio", {name: words.inputs.one}).check();
    const singles = golden.single_sample.filter((one: {of: string}) => one.of === "course-A-4-5-5-3-1");
    for (const {sample, layers} of singles) {
      await page.getByRole("textbox", {name: words.inputs.sample}).first().fill("");
      const box = page.locator(".input.slider", {hasText: `${words.inputs.sample} j`}).getByRole("textbox");
      await box.fill(String(sample + 1));
      await poll(async () => (await numbers(page)).X.flat()).toEqual(
        golden.cases[0].X.map((row: number[]) => row[sample])
      );
      await expectGolden(page, layers);
    }
  });
});

// views: 5·n₀ + 57, and (m − 1)/(m + 1) = .7778 for m = 8
test("parameters follow the inputs, and each mistake has its fingerprint", async () => {
  const {page} = await open("?bug=mean");
  await poll(() => errors(page)).toEqual(Array(8).fill("0.7778"));
  expect(await comparison(page, words.measures.total)).toMatchObject({theory: 7 / 9});
  expect((await comparison(page, words.measures.total)).measured).toBeCloseTo(7 / 9, 8);
  const said = () => page.locator("main").innerText();
  expect(await said()).toContain(words.check.fingerprints.mean);

  const samples = page.locator(".input.slider", {hasText: `${words.inputs.samples} m`}).getByRole("textbox");
  await samples.fill("16");
  await poll(() => errors(page)).toEqual(Array(8).fill("0.8824"));

  const bug = (name: "transpose" | "axis" | "slope" | "none") =>
    page.getByRole("radio", {name: words.bugs[name], exact: true}).check();
  await bug("transpose");
  await poll(said).toContain(words.check.fingerprints.transpose);
  expect((await errors(page)).slice(0, 4)).toContain("cannot multiply 1×16 by 3×16");
  await bug("axis");
  await poll(said).toContain(words.check.fingerprints.axis);
  expect(await errors(page)).toContain("1×16 ≠ 5×1");
  await bug("slope");
  await poll(said).toContain(words.check.fingerprints.slope);
  for (const name of ["g1", "g2", "g3"])
    await page.getByLabel(words.inputs.hidden(Number(name[1]))).selectOption("identity");
  await poll(said).toContain(words.check.fingerprints.none);

  const features = page.getByRole("textbox", {name: words.inputs.features});
  for (const [n, total] of [
    [2, 67],
    [5, 82]
  ]) {
    await features.fill(String(n));
    await poll(() => comparison(page, words.measures.parameters)).toEqual({
      measured: total,
      theory: 5 * n + 57
    });
  }
});

test("the address restores every control, and moving one writes it", async () => {
  const query =
    "?folds=2&features=4&mode=one&m=5&sample=3&g1=relu&g2=sigmoid&g3=identity&step=12&cell=2.3&bug=axis&h=0.001&data=circles&k=4&g=relu&alpha=0.05&epochs=200&draw=3&epoch=50&inspect=shallow";
  const {page} = await open(query);
  const boxes = await page
    .locator(".input.slider [type=text]")
    .evaluateAll((all) => all.map((box) => (box as HTMLInputElement).value));
  expect(boxes).toEqual(["2", "4", "5", "3", "0.001", "1.5", "4", "0.05", "200", "3"]);
  const lists = await page
    .locator(".input.choice select")
    .evaluateAll((all) => all.map((list) => (list as HTMLSelectElement).value));
  expect(lists).toEqual(["relu", "sigmoid", "identity"]);
  for (const name of [
    words.inputs.one,
    words.bugs.axis,
    words.datasets.circles,
    words.activations.relu,
    words.rivals.shallow
  ])
    expect(await page.getByRole("radio", {name, exact: true}).isChecked(), name).toBe(true);
  expect(await page.locator(".player .count").allInnerTexts()).toEqual(["12 / 25", "50 / 200"]);
  expect(await page.locator(".operation .cursor[role=slider]").getAttribute("aria-valuetext")).toMatch(
    /^row 1, column 3/
  );
  await page.locator(".operation .cursor[role=slider]").focus();
  await page.keyboard.press("ArrowLeft");
  await page.waitForURL(/cell=1\.2/);
  const moved = new URL(page.url()).searchParams;
  for (const [name, value] of new URLSearchParams(query))
    if (name !== "cell") expect(moved.get(name), name).toBe(value);
});

test("steps by keyboard, and the formula, the network and all matrices follow", async () => {
  const {page} = await open();
  expect(await count(page)).toBe("1 / 25");
  const forward = lab(page).getByRole("button", {name: "One step forward"});
  await forward.focus();
  for (let k = 0; k < 11; ++k) await page.keyboard.press("Enter");
  await poll(() => count(page)).toBe("12 / 25");
  expect(
    await page.locator(".listing [aria-current=step] [data-operation]").getAttribute("data-operation")
  ).toBe("dW");
  expect(await page.locator(".listing [data-layer]").getAttribute("data-layer")).toBe("l = 4");
  expect(await page.locator(".ledger [aria-current]").innerText()).toContain("dW⁽⁴⁾");
  expect(await page.locator(".operation .term p").allTextContents()).toEqual([
    "dW(4)1×3",
    "dZ(4)1×8",
    "A(3)ᵀ8×3"
  ]);
  // the entry is the mean of the bars
  const equation = await page
    .locator(".operation ~ .caption, :has(> .operation) ~ * .caption")
    .first()
    .innerText();
  expect(equation).toMatch(/^dW⁽⁴⁾\[1, 1\] = 1\/8 \(/);
  expect(await page.locator(".term-bars rect").count()).toBe(9);
  // the sample that is looked at is one for all
  await lab(page).getByRole("slider").focus();
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowRight");
  await page.locator(".operation .cursor[role=slider]").focus();
  await page.keyboard.press("ArrowRight");
  await page.waitForURL(/sample=2/);
  // a press on a small matrix, on a neuron or on a weight leads to its step
  await page.getByRole("button", {name: words.ledger.go("dA⁽²⁾", "5×8")}).click();
  await poll(() => count(page)).toBe("18 / 25");
  await page.locator("svg.network circle").last().dispatchEvent("click");
  await poll(() => count(page)).toBe("8 / 25");
  await page.waitForURL(/step=8/);
});

test("a reader's own mistake in the code shows in the check", async () => {
  const {page} = await open();
  const {run} = drive(page);
  const cell = page.locator(".live-cell", {hasText: "function backwardLayer(layer"});
  const code = await cell.locator("pre").first().innerText();
  await run(cell, code.replace("d * g.derivative(z)", "d"));
  await poll(() => page.locator("main").innerText()).not.toContain(words.check.fingerprints.none);
  expect((await comparison(page, words.measures.engine)).measured).toBeGreaterThan(1e-3);
});

test("the two networks are trained while they are seen, and ten draws when asked for", async () => {
  const {page} = await open("?epochs=150&epoch=150&data=moons");
  await poll(() => page.locator(".decision figcaption").last().innerText()).toContain("after 0 epochs");
  await page.locator(".decision").last().scrollIntoViewIfNeeded();
  const titles = () => page.locator(".decision figcaption").allInnerTexts();
  await poll(async () => (await titles()).filter((title) => title.includes("after 150 epochs")).length).toBe(
    2
  );
  expect(await page.locator(".decision canvas").last().getAttribute("aria-label")).toContain(
    "after 150 epochs"
  );
  const boundary = page.locator(".decision .boundary").last();
  const at150 = await boundary.getAttribute("d");
  const player = page.getByRole("group", {name: words.inputs.training, exact: true});
  await player.getByRole("button", {name: "One step back"}).click();
  await poll(() => boundary.getAttribute("d")).not.toBe(at150);
  expect(await page.locator("table.settings .value").nth(3).innerText()).toBe("150");
  expect(await page.locator("canvas.field-maps").count()).toBe(2 + 5);

  await page
    .locator(".predict", {hasText: words.questions.draws.question})
    .getByRole("button")
    .first()
    .click();
  const dots = page
    .locator(".line-chart", {has: page.locator(`text="${words.contest.draws}"`)})
    .locator("path[fill]");
  await poll(() => page.locator("main").innerText()).toMatch(/ends lower in \d+ of 10 draws/);
  expect(await dots.count()).toBeGreaterThanOrEqual(20);
});

test("with reduced motion the finished pass is shown, and can be stepped", async () => {
  const {page} = await open("", "en", {reducedMotion: "reduce"});
  expect(await count(page)).toBe("25 / 25");
  await lab(page).getByRole("button", {name: "One step back"}).click();
  await poll(() => count(page)).toBe("24 / 25");
});
