import type {Page} from "playwright-core";
import {describe, expect, test} from "vitest";
import {adamWords} from "../../src/chapters/adam/words.js";
import {comparison} from "./comparison.js";
import {useBrowser} from "./visit.js";

const visit = useBrowser();
const open = (query = "", language = "en") => visit(`${language}/adam.html${query}`);
const words = adamWords.en;
const anatomy = (page: Page) => page.locator(`svg.view[aria-label^="${words.anatomy.label}"]`);
const changes = async (page: Page) => {
  const label = (await anatomy(page).getAttribute("aria-label"))!;
  return [...label.matchAll(/Δ = (−?\d+\.\d+)/g)].map(([, value]) => Number(value.replace("−", "-")));
};

describe.each(["en", "zh"] as const)("%s", (language) => {
  const {measures} = adamWords[language];

  // views: the first step is α, with the misprint 10 α, 3.24 α at t = 100, 1.26 α at t = 1000
  test("states the step factors, measured and in theory", async () => {
    const {page} = await open("", language);
    for (const label of [measures.firstX, measures.firstY])
      expect((await comparison(page, label)).measured).toBeCloseTo(1, 6);
    for (const [t, factor] of [
      [1, 10],
      [100, 3.24],
      [1000, 1.26]
    ]) {
      const {measured, theory} = await comparison(page, measures.misprint(t));
      expect(measured).toBeCloseTo(factor, 2);
      expect(measured).toBeCloseTo(theory, 9);
    }
    expect((await comparison(page, measures.engine)).measured).toBeLessThan(1e-12);
  });

  test("names what the address asks for in vain, and goes on", async () => {
    const query =
      "?alpha=-1&beta1=1&beta2=2&epsilon=x&kappa=3&noise=99&correction=half&step=1.5&start=3,0&t=0";
    const {page, faults} = await open(query, language);
    await expect.poll(() => page.locator(".message:not(:empty)").count()).toBe(10);
    expect(faults).toEqual([]);
  });
});

test.each([
  ["both", 0.05],
  ["misprint", 0.5],
  ["none", 0.158]
])(
  "with the correction %s the anatomy shows a first change of %d in both coordinates",
  async (name, size) => {
    const {page} = await open(`?correction=${name}`);
    expect(await changes(page)).toEqual([size, -size]);
  }
);

test("the player steps through the anatomy, and the address keeps all", async () => {
  const query =
    "?alpha=0.01&beta1=0.5&beta2=0.9&epsilon=0.0001&kappa=10&noise=2&correction=none&step=7&start=1,0.2&t=100";
  const {page} = await open(query);
  expect(await anatomy(page).getAttribute("aria-label")).toContain(words.anatomy.at(7));
  for (const [name, value] of [
    [words.inputs.rate, "0.01"],
    [words.inputs.beta1, "0.5"],
    [words.inputs.beta2, "0.9"],
    [words.inputs.epsilon, "0.0001"],
    [words.inputs.noise, "2"],
    ["Start x, y", "1, 0.2"]
  ])
    expect(await page.getByRole("textbox", {name}).inputValue()).toBe(value);
  for (const name of ["10", words.corrections.none])
    expect(await page.getByRole("radio", {name, exact: true}).isChecked()).toBe(true);
  const cursor = page.locator(".read-above").getByRole("slider");
  expect(await cursor.getAttribute("aria-valuetext")).toContain("t = 100");
  await cursor.focus();
  await page.keyboard.press("ArrowRight");
  await page.waitForURL(/t=110/);
  await page.getByRole("button", {name: "One step forward"}).click();
  await page.waitForURL(/step=8/);
  await page.waitForFunction(
    `document.querySelector('svg.view[aria-label^="${words.anatomy.label}"]').ariaLabel.includes("${words.anatomy.at(8)}")`
  );
});

test("the start is dragged by keys, and the anatomy follows", async () => {
  const {page} = await open();
  const before = await anatomy(page).getAttribute("aria-label");
  await page.locator(".contour .handle").focus();
  await page.keyboard.press("Shift+ArrowRight");
  await page.waitForFunction(
    `document.querySelector('svg.view[aria-label^="${words.anatomy.label}"]').ariaLabel !== ${JSON.stringify(before)}`
  );
  expect(await changes(page)).toEqual([0.05, -0.05]);
  await page.waitForURL(/start=/);
});
