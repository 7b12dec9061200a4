import type {Page} from "playwright-core";
import {describe, expect, test} from "vitest";
import {rmspropWords} from "../../src/chapters/rmsprop/words.js";
import {comparison} from "./comparison.js";
import {useBrowser} from "./visit.js";

const visit = useBrowser();
const open = (query = "", language = "en") => visit(`${language}/rmsprop.html${query}`);
const words = rmspropWords.en;
const trail = (page: Page) => page.locator('.contour path[data-line="RMSProp"]').first();
const moved = (page: Page, before: string | null) =>
  page.waitForFunction(
    `document.querySelector('.contour path[data-line="RMSProp"]').getAttribute("d") !== ${JSON.stringify(before)}`
  );

describe.each(["en", "zh"] as const)("%s", (language) => {
  const {measures} = rmspropWords[language];

  test("states comparable steps and where ε counts, measured and in theory", async () => {
    const {page} = await open("", language);
    expect((await comparison(page, measures.small)).measured).toBeCloseTo(1, 5);
    expect((await comparison(page, measures.large)).measured).toBeCloseTo(1, 5);
    expect((await comparison(page, measures.first)).measured).toBeCloseTo(3.162, 3);
    expect((await comparison(page, measures.halfOutside)).measured / 1e-8).toBeCloseTo(1, 5);
    expect((await comparison(page, measures.halfInside)).measured / Math.sqrt(1e-8 / 3)).toBeCloseTo(1, 5);
    expect((await comparison(page, measures.engine)).measured).toBeLessThan(1e-12);
    expect(await comparison(page, measures.descentSteps)).toEqual({measured: 271, theory: 271});
  });

  // views: turned by 15° Adam goes from 24 to 367 steps, descent stays at 271, momentum at 74
  test("tells in its prose the steps in a turned ravine", async () => {
    const {page} = await open("", language);
    const prose = await page.locator("main p", {hasText: "367"}).innerText();
    expect(prose.match(/\d{2,}/g)!.filter((number) => number !== "15")).toEqual(
      expect.arrayContaining(["271", "271", "74", "74", "24", "367"])
    );
  });

  test("names what the address asks for in vain, and goes on", async () => {
    const query = "?alpha=5&beta=1&kappa=3&rotation=90&epsilon=-1&guard=above&step=301&start=0";
    const {page, faults} = await open(query, language);
    expect(await page.locator(".message:not(:empty)").count()).toBe(8);
    expect(faults).toEqual([]);
  });
});

test("the address restores every control", async () => {
  const {page} = await open(
    "?alpha=0.1&beta=0.99&kappa=10&rotation=15&epsilon=0.01&guard=inside&step=12&start=-1,-0.5"
  );
  for (const [name, value] of [
    [words.inputs.rate, "0.1"],
    [words.inputs.memory, "0.99"],
    [words.inputs.rotation, "15"],
    ["Start x, y", "-1, -0.5"],
    [words.inputs.epsilon, "0.01"]
  ])
    expect(await page.getByRole("textbox", {name}).inputValue()).toBe(value);
  for (const name of ["10", words.guards.inside])
    expect(await page.getByRole("radio", {name, exact: true}).isChecked()).toBe(true);
  expect(await page.locator(".player .count").innerText()).toBe("12 / 300");
  expect(await page.locator(".contour").getAttribute("aria-label")).toBe(words.picture.label(10, 15));
});

test("turning the ravine and moving the start move the trail", async () => {
  const {page} = await open();
  const before = await trail(page).getAttribute("d");
  await page.getByRole("button", {name: "15", exact: true}).click();
  await page.waitForURL(/rotation=15/);
  await moved(page, before);
  const turned = await trail(page).getAttribute("d");
  await page.locator(".contour .handle").focus();
  await page.keyboard.press("Shift+ArrowDown");
  await moved(page, turned);
  await page.waitForURL(/start=/);
});
