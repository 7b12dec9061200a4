import {describe, expect, test} from "vitest";
import {languages, readyChapters} from "../../src/course.js";
import {violations} from "./axe.js";
import {useBrowser} from "./visit.js";

const visit = useBrowser();
const pages = languages.flatMap((language) =>
  ["index", ...readyChapters.map(({slug}) => slug)].map((slug) => `${language}/${slug}.html`)
);

describe.each(pages)("%s", (path) => {
  test("loads without a fault, in its language, with one first heading", async () => {
    const {page, faults} = await visit(path);
    expect(faults).toEqual([]);
    expect(await page.getAttribute("html", "lang")).toBe(path.slice(0, 2));
    expect(await page.locator("h1").count()).toBe(1);
  });

  test.each(["light", "dark"] as const)("is accessible in %s", async (colorScheme) => {
    const {page} = await visit(path, {colorScheme, reducedMotion: "reduce"});
    expect(await violations(page)).toEqual([]);
  });

  test("fits 360 px without scrolling sideways", async () => {
    const {page} = await visit(path, {viewport: {width: 360, height: 740}});
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(360);
  });

  test("shows its prose without JavaScript", async () => {
    const {page, faults} = await visit(path, {javaScriptEnabled: false});
    expect(await page.locator("h1").innerText()).not.toBe("");
    expect(await page.locator("main p").first().isVisible()).toBe(true);
    expect(faults).toEqual([]);
  });
});

test.each([
  ["zh-CN", "zh"],
  ["en-GB", "en"],
  ["fr-FR", "en"]
])("the entry page sends a reader of %s to %s", async (locale, language) => {
  const {page} = await visit("", {locale});
  await page.waitForURL(`**/${language}/index.html`);
  expect(await page.getAttribute("html", "lang")).toBe(language);
});

test("the entry page offers both languages without JavaScript", async () => {
  const {page} = await visit("index.html", {javaScriptEnabled: false});
  expect(
    await page
      .locator("main a[hreflang]")
      .evaluateAll((links) => links.map((link) => link.getAttribute("hreflang")))
  ).toEqual(["en", "zh"]);
});

test("a missing page says so in both languages and leads home from any depth", async () => {
  const {page, faults} = await visit("en/nope/deeper.html");
  expect(await page.locator("main").innerText()).toMatch(/not here[\s\S]*没有这一页/);
  expect(faults.filter((fault) => !fault.includes("404"))).toEqual([]);
  await page.locator("main a[hreflang=zh]").click();
  await page.waitForURL("**/some/descent/zh/**");
});

test("the language switch keeps query and place", async () => {
  const {page} = await visit("en/moving-averages.html?beta=0.98");
  const heading = page.locator("main h2").nth(1);
  const id = await heading.getAttribute("id");
  await heading.evaluate((element) => element.scrollIntoView({behavior: "instant", block: "start"}));
  await page.locator(".switch-language").click();
  await page.waitForURL(`**/zh/moving-averages.html?beta=0.98#${id}`);
});

test("the theme follows the system until chosen, and the choice stays", async () => {
  const {page} = await visit("en/index.html", {colorScheme: "dark"});
  const background = (): Promise<string> =>
    page.evaluate("getComputedStyle(document.documentElement).backgroundColor");
  const dark = await background();
  await page.locator(".switch-theme").click();
  const light = await background();
  expect(light).not.toBe(dark);
  await page.reload();
  expect(await background()).toBe(light);
});

test("on a phone the map opens and closes with the keyboard", async () => {
  const {page} = await visit("en/index.html", {viewport: {width: 390, height: 844}});
  const map = page.locator("#course-map");
  expect(await map.isVisible()).toBe(false);
  await page.locator(".menu-button").focus();
  await page.keyboard.press("Enter");
  expect(await map.isVisible()).toBe(true);
  await page.keyboard.press("Escape");
  expect(await map.isVisible()).toBe(false);
});
