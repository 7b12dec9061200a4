import {readFileSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, expect, test} from "vitest";
import {copyProject} from "../tools/copy.js";
import {openBrowser} from "./browser.js";
import {type Command, runScript} from "./command.js";
import {cellsHaveRun} from "./visit.js";

let copy: string;
let command: Command;
let browser: Browser;
let page: Page;
let url: string;
const foreign: string[] = [];

beforeAll(async () => {
  copy = copyProject();
  command = runScript("start", {cwd: copy});
  [, url] = await command.waitFor(/Descent is at (http:\S+)/);
  browser = await openBrowser();
  page = await browser.newPage();
  page.on("request", (request) => {
    if (!/^(?:http|ws):\/\/127\.0\.0\.1/.test(request.url()) && !request.url().startsWith("data:"))
      foreign.push(request.url());
  });
}, 120_000);
afterAll(async () => {
  await browser.close();
  await command.stop();
  rmSync(copy, {recursive: true});
});

const edit = (file: string, from: string, to: string): void => {
  const path = join(copy, file);
  const text = readFileSync(path, "utf8");
  expect(text).toContain(from);
  writeFileSync(path, text.replace(from, to));
};

test("npm start shows a chapter in its language, from its own address only", async () => {
  await page.goto(`${url}zh/moving-averages`);
  await cellsHaveRun(page);
  expect(await page.getAttribute("html", "lang")).toBe("zh");
  expect(foreign).toEqual([]);
});

test("npm start shows the source of a page", async () => {
  const response = await page.request.get(`${url}source/moving-averages.md.txt`);
  expect(await response.text()).toBe(readFileSync("src/[lang]/moving-averages.md", "utf8"));
});

test("a worker trains beside a page", async () => {
  await page.goto(`${url}en/index`);
  const how = await page.evaluate<string>(`(async () => {
    const {trainInWorker} = await import("/_import/components/trainInWorker.js");
    const training = trainInWorker({
      network: {sizes: [1, 1], activations: ["identity"], initializer: "zeros"},
      X: {rows: 1, columns: 2, data: Float64Array.of(1, 2)},
      Y: {rows: 1, columns: 2, data: Float64Array.of(2, 4)},
      loss: "meanSquaredError",
      optimizer: {name: "gradientDescent", learningRate: 0.1},
      epochs: 3,
      seed: 1
    });
    for (;;) {
      const {done, value} = await training.next();
      if (done) return value.how;
    }
  })()`);
  expect(how).toBe("finished");
  expect(foreign).toEqual([]);
});

test("an edit in a page reaches the open page", async () => {
  await page.goto(`${url}en/index`);
  await cellsHaveRun(page);
  const heading = page.getByRole("heading", {name: "What you will find"});
  edit("src/[lang]/index.md", "## What you will learn", "## What you will find");
  // Framework begins to watch a page a moment after it has greeted it: the file is saved until it is heard.
  const save = (): void => edit("src/[lang]/index.md", "## What you will find", "## What you will find");
  const heard = (): Promise<number> => {
    save();
    return heading.count();
  };
  await expect.poll(heard, {timeout: 30_000, interval: 300}).toBe(1);
});

test("an edit in a component reaches the open page", async () => {
  edit("src/components/key.ts", '"key")', '"key edited")');
  await page.locator(".key.edited").waitFor();
});

test("an edit in the engine reaches the open page", async () => {
  const trail = page.locator(".contour g path[stroke-dasharray]").first();
  const before = await trail.getAttribute("d");
  edit("lib/surfaces/himmelblau.ts", "(x * x + y - 11) ** 2 +", "3 * (x * x + y - 11) ** 2 +");
  edit("lib/surfaces/himmelblau.ts", "4 * x * (x * x + y - 11)", "12 * x * (x * x + y - 11)");
  await page.waitForFunction(
    ([d]) => document.querySelector(".contour g path[stroke-dasharray]")?.getAttribute("d") !== d,
    [before]
  );
});

test("a type error in a cell is printed where it stands", async () => {
  edit("src/[lang]/index.md", "learningRate: 0.05", "learningrate: 0.05");
  await command.waitFor(/src\/\[lang\]\/index\.md:\d+:\d+ .*learningrate/);
});
