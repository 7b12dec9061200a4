import type {Page} from "playwright-core";
import {expect, test} from "vitest";
import {homeWords} from "../../src/chapters/home/words.js";
import {chapters} from "../../src/course.js";
import {descend, gradientDescent, surfaces} from "../../src/lib/index.js";
import {useBrowser} from "./visit.js";

const visit = useBrowser();
const trails = (page: Page) =>
  page
    .locator(".contour path[stroke-dasharray]")
    .evaluateAll((paths) => paths.map((path) => path.getAttribute("d")));
const start = (page: Page) => page.locator(".contour .handle").getAttribute("aria-valuetext");

test.each(["en", "zh"])(
  "%s: the map names every chapter, and links those that are written",
  async (language) => {
    const {page} = await visit(`${language}/index.html`);
    expect(await page.locator(".chapter-map li").count()).toBe(chapters.length);
    expect(await page.locator(".chapter-map li.to-come").count()).toBe(
      chapters.filter(({ready}) => !ready).length
    );
    expect(await page.locator(".chapter-map li.to-come a").count()).toBe(0);
  }
);

test("arrow keys move the start, and the trails with it", async () => {
  const {page} = await visit("en/index.html");
  const before = await trails(page);
  await page.locator(".contour .handle").focus();
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Shift+ArrowUp");
  expect(await start(page)).not.toBe("x = 0.1, y = -3.3");
  await page.waitForURL(/start=/);
  const after = await trails(page);
  expect(after).toHaveLength(3);
  for (const [i, d] of after.entries()) expect(d).not.toBe(before[i]);
});

test.each(["en", "zh"] as const)(
  "%s: the address has the start, and the line below says where the ways end",
  async (language) => {
    const {outcome} = homeWords[language];
    const {page} = await visit(`${language}/index.html`);
    const line = () => page.locator(".caption").innerText();
    // in words, so that it can be heard too: three valleys from the first start, one from most others
    expect(await line()).toContain(outcome(150, [], 3).split(/[.。]/).at(-2)!.trim());
    const moved = await visit(`${language}/index.html?start=3,1`);
    expect(await start(moved.page)).toBe("x = 3, y = 1");
    expect(await moved.page.locator(".caption").innerText()).toContain(
      outcome(150, [], 1).split(/[.。]/).at(-2)!.trim()
    );
    const refused = await visit(`${language}/index.html?start=7,1`);
    expect(await refused.page.locator("[role=alert]").innerText()).toContain("7,1");
    expect(await start(refused.page)).toBe("x = 0.1, y = -3.3");
  }
);

test("the pointer drags the start, but not out of the picture", async () => {
  const {page} = await visit("en/index.html");
  const box = (await page.locator(".contour .handle").boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(4000, 10, {steps: 3});
  await page.mouse.up();
  expect(await start(page)).toBe("x = 6, y = 6");
});

test("the picture shows what the engine computes", async () => {
  const {page} = await visit("en/index.html");
  let last: ArrayLike<number> = [];
  for (const {step, parameters} of descend(
    surfaces.himmelblau,
    gradientDescent({learningRate: 0.01}),
    [0.1, -3.3]
  )) {
    last = parameters;
    if (step === 150) break;
  }
  const [x, y] = [0, 1].map((axis) => last[axis]);
  const end = await page.locator(".contour path[stroke='var(--foreground)'][d]").last().getAttribute("d");
  const ticks = await page.evaluate<{x: number[]; y: number[]}>(`(() => {
    const [bottom, left] = document.querySelectorAll(".contour .axis > g");
    const at = (axis) => [...axis.querySelectorAll(".tick")].map((tick) => [Number(tick.textContent.replace("−", "-")), ...tick.getAttribute("transform").match(/[\\d.]+/g).map(Number)]);
    return {x: at(bottom).map(([value, px]) => [value, px]), y: at(left).map(([value, , py]) => [value, py])};
  })()`);
  const scale = ([[v0, p0], [v1, p1]]: number[][], value: number) =>
    p0 + ((value - v0) / (v1 - v0)) * (p1 - p0);
  const [px, py] = end!.split("L").at(-1)!.split(",").map(Number);
  expect(Math.abs(px - scale(ticks.x as never, x))).toBeLessThan(1);
  expect(Math.abs(py - scale(ticks.y as never, y))).toBeLessThan(1);
});
