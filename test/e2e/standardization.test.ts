import type {Page} from "playwright-core";
import {describe, expect, test} from "vitest";
import {gradientDescent, linear, random, trajectory} from "../../lib/index.js";
import {linearUnit} from "../../src/chapters/standardization/linearUnit.js";
import {type TransformName, transformNames} from "../../src/chapters/standardization/transforms.js";
import {standardizationWords} from "../../src/chapters/standardization/words.js";
import {comparison} from "./comparison.js";
import {noNumber, pictures} from "./pictures.js";
import {drag} from "./touch.js";
import {useBrowser} from "./visit.js";

const visit = useBrowser();
const open = (query = "", language = "en") => visit(`${language}/standardization.html${query}`);
const words = standardizationWords.en;
const box = (page: Page, name: string) => page.getByRole("textbox", {name, exact: true});
const bowl = (page: Page, side: "before" | "after") =>
  page.locator(`svg.contour[aria-label="${words.picture.contours}, ${words.picture[side]}"]`);
const condition = async (page: Page, name: "kappaBefore" | "kappaAfter"): Promise<number> =>
  (await comparison(page, words.measures[name])).measured;

describe.each(["en", "zh"] as const)("%s", (language) => {
  const {measures, picture} = standardizationWords[language];

  // views § 3; the two κ of means 3 and 50 there are of a sample, here they are of the moments themselves
  test("states the numbers computed independently, measured and in theory", async () => {
    const {page, faults} = await open("", language);
    for (const [name, kappa, digits] of [
      ["oneFeature", 10402, 0],
      ["twoWith", 58925.22000861523, 5],
      ["twoWithout", 1572.783574710927, 7]
    ] as const) {
      const {measured, theory} = await comparison(page, measures[name]);
      expect(measured, name).toBeCloseTo(kappa, digits);
      expect(theory, name).toBeCloseTo(measured, digits);
    }
    for (const [rho, kappa] of [
      [0, 1],
      [0.5, 3],
      [0.9, 19],
      [0.99, 199]
    ]) {
      const {measured, theory} = await comparison(
        page,
        `${measures.correlated} ${rho}${language === "en" ? ":" : "："}`
      );
      expect(measured, `ρ = ${rho}`).toBeCloseTo(kappa, 6);
      expect(theory).toBeCloseTo(kappa, 9);
    }
    for (const [rho, steps] of [
      [0, 1],
      [0.5, 20],
      [0.9, 132]
    ])
      expect(await comparison(page, `${measures.toTolerance} ${rho}`)).toEqual({
        measured: steps,
        theory: steps
      });
    const four = await comparison(page, measures.fourInputs);
    expect(four.theory).toBe(4);
    expect(Math.abs(four.measured / 4 - 1)).toBeLessThan(4 * Math.sqrt(2 / 20_000)); // four standard errors
    expect((await comparison(page, measures.engine)).measured).toBeLessThan(1e-12);
    expect(faults).toEqual([]);
  });

  test("names what the address asks for in vain, and goes on", async () => {
    const query =
      "?data=beer&ratio=0&mu=50&rho=1&m=5&first=taste&second=smell&transform=wash&bias=maybe&rule=worst&alpha=9" +
      "&optimizer=sgd&start=9,9&step=201&n=0&w=7&statistics=mine";
    const {page, faults} = await open(query, language);
    const messages = page.locator(".message[role=alert]:not(:empty)");
    await expect.poll(() => messages.count()).toBe(17);
    const said = (await messages.allTextContents()).join();
    for (const asked of ["beer", "taste", "sgd", "9,9"]) expect(said).toContain(`“${asked}”`);
    const names = await page.locator("svg.contour text").allTextContents();
    expect(names).toEqual(expect.arrayContaining([`${picture.after} · ${picture.badge("3")}`]));
    expect(faults).toEqual([]);
  });
});

test("the address restores every control, and moving one writes it", async () => {
  const {page, faults} = await open(
    "?data=wine&ratio=2&mu=-4&rho=-0.3&m=50&first=hue&second=ash&transform=centre&bias=on&rule=fixed&alpha=0.02" +
      "&optimizer=momentum&start=0.4,-0.6&step=15&n=9&w=0.5&statistics=test"
  );
  for (const [name, value] of [
    [words.inputs.first, "hue"],
    [words.inputs.second, "ash"]
  ])
    expect(await page.getByRole("combobox", {name}).inputValue()).toBe(value);
  for (const name of [words.inputs.wine, "centre", words.inputs.fixed, "momentum", words.inputs.test])
    expect(await page.getByRole("radio", {name, exact: true}).isChecked(), name).toBe(true);
  expect(await page.getByRole("switch", {name: words.inputs.bias}).isChecked()).toBe(true);
  for (const [name, value] of [
    [`${words.inputs.rate} α`, "0.02"],
    [words.inputs.start, "0.4, -0.6"],
    [`${words.inputs.inputs} n`, "9"],
    [`${words.inputs.weight} w`, "0.5"]
  ])
    expect(await box(page, name).inputValue(), name).toBe(value);
  expect(await page.locator(".player .count").innerText()).toBe("15 / 200");
  await page.getByRole("radio", {name: words.inputs.synthetic, exact: true}).check();
  for (const [name, value] of [
    [`${words.inputs.ratio} σ₂/σ₁`, "2"],
    [`${words.inputs.mean} μ`, "-4"],
    [`${words.inputs.correlation} ρ`, "-0.3"],
    [`${words.inputs.samples} m`, "50"]
  ])
    expect(await box(page, name).inputValue(), name).toBe(value);
  await page.waitForURL((url) => !url.searchParams.has("data"));
  await page.getByRole("switch", {name: words.inputs.bias}).press(" ");
  await page.waitForURL((url) => !url.searchParams.has("bias"));
  await box(page, words.inputs.start).fill("0.5, 0.5");
  await box(page, words.inputs.start).press("Enter");
  await page.waitForURL((url) => url.searchParams.get("start") === "0.5,0.5");
  expect(faults).toEqual([]);
});

test("centring parts weight and bias, standardizing leaves the correlation, whitening nothing", async () => {
  const {page} = await open("?ratio=1&mu=10&rho=0.5&bias=on&transform=none");
  const kappas: Partial<Record<TransformName, number>> = {};
  for (const transform of transformNames) {
    await page.getByRole("radio", {name: transform, exact: true}).check();
    await page
      .locator("svg.view text", {hasText: `${words.picture.after}: ${words.transforms[transform]}`})
      .waitFor();
    kappas[transform] = await condition(page, "kappaAfter");
  }
  expect(kappas.none).toBeGreaterThan(300);
  expect(kappas.scale).toBeCloseTo(kappas.none!, 6);
  expect(kappas.centre).toBeCloseTo(3, 9);
  expect(kappas.standardize).toBeCloseTo(3, 9);
  expect(kappas.whiten).toBeCloseTo(1, 9);
});

test("real wine: the badge falls from thousands to less than 5, and the axes are named", async () => {
  const {page, faults} = await open("?data=wine&bias=on");
  expect(await condition(page, "kappaBefore")).toBeGreaterThan(1000);
  expect(await condition(page, "kappaAfter")).toBeLessThan(5);
  const names = (await page.locator("svg.view text").allTextContents()).join();
  expect(names).toContain(words.features.alcohol);
  expect(names).toContain(words.features.proline);
  expect(faults).toEqual([]);
});

test("the start is dragged on either bowl, by keys and by finger: both follow, and the address", async () => {
  const {page} = await visit("en/standardization.html", {
    hasTouch: true,
    isMobile: true,
    viewport: {width: 390, height: 844}
  });
  const place = (side: "before" | "after") =>
    bowl(page, side).locator(".handle").getAttribute("aria-valuetext");
  await bowl(page, "after").locator(".handle").focus();
  await page.keyboard.press("Shift+ArrowRight");
  await page.waitForURL(/start=/);
  await expect.poll(() => place("before")).toBe(await place("after"));
  const moved = await place("after");
  const handle = bowl(page, "before").locator(".handle");
  await drag(handle, [30, 20]);
  await expect.poll(() => place("after")).not.toBe(moved);
  expect(await place("before")).toBe(await place("after"));
});

test("a line under the pointer is singled out in data, bowls and chart", async () => {
  const {page} = await open();
  const chart = page.locator(`svg.line-chart[aria-label="${words.picture.cost}"]`);
  await chart
    .locator(`path[data-line="${words.picture.before}"]`)
    .first()
    .dispatchEvent("pointerover", {bubbles: true});
  for (const quiet of [
    bowl(page, "after"),
    chart,
    page.locator("svg.view:not(.contour, .line-chart)").nth(1)
  ])
    expect(await quiet.locator(`[data-line="${words.picture.after}"].quiet`).count()).toBeGreaterThan(0);
  expect(await page.locator(`[data-line="${words.picture.before}"].quiet`).count()).toBe(0);
});

test("the training set's statistics leave the test set a mean, its own do not", async () => {
  const {page} = await open();
  const train = await comparison(page, words.measures.testMean);
  expect(Math.abs(train.measured)).toBeGreaterThan(0.01);
  expect(train.measured).toBeCloseTo(train.theory, 9);
  await page.getByRole("radio", {name: words.inputs.test, exact: true}).check();
  const mean = async () => Math.abs((await comparison(page, words.measures.testMean)).measured);
  await expect.poll(mean).toBeLessThan(1e-9);
  expect((await comparison(page, words.measures.testDeviation)).measured).toBeCloseTo(1, 9);
});

test("a divergence is marked with the engine's step", async () => {
  const {page} = await open("?rule=fixed&alpha=2");
  const {X} = linear({random: random(1), samples: 200, mean: [3, 3], deviation: [1, 15], correlation: 0.5});
  const {objective} = linearUnit(X, {bias: false});
  const {divergedAt} = trajectory(objective, gradientDescent({learningRate: 2}), [-0.9, 0.7], 200);
  const names = () => bowl(page, "before").locator("text").allTextContents();
  await expect.poll(async () => (await names()).join()).toContain(`· ${words.picture.diverged(divergedAt!)}`);
  expect(await pictures(page)).not.toMatch(noNumber);
});

test("at every extreme the pictures stay pictures", async () => {
  for (const query of [
    "?ratio=100&mu=20&rho=0.99&m=10&bias=on&transform=none&n=100&w=2",
    "?ratio=1&mu=-20&rho=-0.99&m=1000&transform=whiten&n=1&w=0.05&optimizer=adam&rule=fixed&alpha=0.00001",
    "?data=wine&first=ash&second=ash&transform=whiten&bias=on&start=0,0"
  ]) {
    const {page, faults} = await open(query);
    expect(await pictures(page), query).not.toMatch(noNumber);
    expect(await page.locator(".message:not(:empty)").count(), query).toBe(0);
    expect(faults, query).toEqual([]);
  }
});
