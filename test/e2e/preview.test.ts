import {mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync} from "node:fs";
import {request} from "node:http";
import {join} from "node:path";
import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {savePath} from "../../src/live/saveRequest.js";
import {filesBelow} from "../../tools/files.js";
import {copyProject} from "../tools/copy.js";
import {openBrowser} from "./browser.js";
import {type Command, runScript} from "./command.js";
import {display, drive, editor, said} from "./liveDriver.js";
import {cellsHaveRun} from "./visit.js";

let copy: string;
let command: Command;
let browser: Browser;
let page: Page;
let url: string;
const foreign: string[] = [];

beforeAll(async () => {
  copy = copyProject({cache: "warm"});
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

/**
 * Framework watches a file from a moment after it has told of the page, and of each change, on: the file is saved
 * until the page has heard of it.
 */
const reaches = (file: string, ask: () => Promise<boolean>): Promise<void> =>
  expect
    .poll(
      () => {
        edit(file, "", "");
        return ask();
      },
      {timeout: 60_000, interval: 500}
    )
    .toBe(true);

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
  edit("src/[lang]/index.md", "## What you will learn", "## What you will find");
  await reaches("src/[lang]/index.md", () =>
    page.getByRole("heading", {name: "What you will find"}).isVisible()
  );
});

test("an edit in a component reaches the open page", async () => {
  edit("src/components/key.ts", '"key")', '"key edited")');
  await reaches("src/components/key.ts", () => page.locator(".key.edited").first().isVisible());
});

test("an edit in the engine reaches the open page", async () => {
  const trail = (): Promise<string | null> =>
    page.locator(".contour g path[stroke-dasharray]").first().getAttribute("d");
  const before = await trail();
  edit("lib/surfaces/himmelblau.ts", "(x * x + y - 11) ** 2 +", "3 * (x * x + y - 11) ** 2 +");
  edit("lib/surfaces/himmelblau.ts", "4 * x * (x * x + y - 11)", "12 * x * (x * x + y - 11)");
  await reaches("lib/surfaces/himmelblau.ts", async () => (await trail()) !== before);
});

test("a type error in a cell is printed where it stands", async () => {
  edit("src/[lang]/index.md", "learningRate: 0.05", "learningrate: 0.05");
  await command.waitFor(/src\/\[lang\]\/index\.md:\d+:\d+ .*learningrate/);
});

describe("saving a cell", () => {
  const file = "[lang]/how-to.md";
  const onDisk = (): string => readFileSync(join(copy, "src", file), "utf8");
  const holds = (text: string) => expect.poll(onDisk).toContain(`\`\`\`ts echo\n${text}\n\`\`\``);
  const poll = <T>(ask: () => Promise<T>) => expect.poll(ask, {timeout: 20_000});

  test("Save writes the edited cell into the page's file, nothing else, and hot reload shows it", async () => {
    await page.goto(`${url}en/how-to`);
    await cellsHaveRun(page);
    const {cell, run, press} = drive(page);
    const before = onDisk();
    await run(cell(0), "const learningRate = 0.25;");
    await poll(() => display(cell(1))).toContain("100 → 25.0");
    expect(onDisk()).toBe(before);
    await press(cell(0), "save");
    await holds("const learningRate = 0.25;");
    expect(onDisk()).toBe(before.replace("const learningRate = 0.1;", "const learningRate = 0.25;"));
    // The text is the page's own now, and the reader goes on where they were.
    await reaches(join("src", file), async () => !(await cell(0).locator("[data-name=reset]").isVisible()));
    await editor(cell(0)).waitFor();
    expect(await editor(cell(0)).innerText()).toBe("const learningRate = 0.25;");
    await poll(() => display(cell(1))).toContain("100 → 25.0");
    expect(await page.locator(".live-menu-button").isVisible()).toBe(false);
    expect(foreign).toEqual([]);
  });

  test("a cell that would break the page is not saved, and says why", async () => {
    const {cell, run, press} = drive(page);
    await run(cell(0), "const learningRate = 0.25; /*\n```\n*/");
    await press(cell(0), "save");
    await poll(() => said(cell(0), "status")).toContain("would close its fence");
    await holds("const learningRate = 0.25;");
    await press(cell(0), "reset");
  });

  test("a file that changed meanwhile is not overwritten: both texts are shown, and the reader chooses", async () => {
    const {cell, run, press} = drive(page);
    await run(cell(0), "const learningRate = 0.3;");
    await page.route(`**${savePath}`, (route) => {
      edit(join("src", file), "const learningRate = 0.25;", "const learningRate = 0.35;");
      return route.continue();
    });
    const answer = page.waitForResponse(`**${savePath}`);
    await press(cell(0), "save");
    expect((await answer).status()).toBe(409);
    await page.unroute(`**${savePath}`);
    const question = page.locator(".live-question");
    await poll(() => question.locator("pre").allInnerTexts()).toEqual([
      "const learningRate = 0.35;",
      "const learningRate = 0.3;"
    ]);
    expect(await question.locator("h2").innerText()).toBe("Not saved: the file has changed");
    await holds("const learningRate = 0.35;");
    await question.locator("[data-name=fine]").click();
    // Hot reload has brought the file's text, and the reader's stands below it.
    await reaches(join("src", file), async () =>
      (await said(cell(0), "status")).includes("has changed since you edited it")
    );
    await poll(() => display(cell(1))).toContain("100 → 9.00");
    await press(cell(0), "run");
    await poll(() => display(cell(1))).toContain("100 → 16.0");
    await press(cell(0), "save");
    await holds("const learningRate = 0.3;");
  });

  interface Sent {
    readonly method?: string;
    readonly headers?: Readonly<Record<string, string | undefined>>;
    readonly body?: unknown;
    readonly text?: string;
  }
  const evil = "http://evil.example";
  const refused: readonly (readonly [string, number, (copy: string, host: string) => Sent])[] = [
    ["a path out of src/", 403, () => ({body: {file: "../outside.md"}})],
    ["a path that leaves src/ and comes back", 403, () => ({body: {file: "../src/stray.md"}})],
    ["an absolute path", 403, (copy) => ({body: {file: join(copy, "outside.md")}})],
    ["a path with backslashes", 403, () => ({body: {file: "..\\outside.md"}})],
    ["a name with a zero in it", 403, () => ({body: {file: "stray.md\0.md"}})],
    ["a link to a page", 403, () => ({body: {file: "linked.md"}})],
    ["a page in a linked folder", 403, () => ({body: {file: "away/page.md"}})],
    ["a file that is no page", 403, () => ({body: {file: "stray.ts"}})],
    ["a dotfile", 403, () => ({body: {file: ".stray.md"}})],
    ["a page in a hidden folder", 403, () => ({body: {file: ".observablehq/stray.md"}})],
    ["a folder", 403, () => ({body: {file: "folder.md"}})],
    ["a page that is not there", 403, () => ({body: {file: "nothing.md"}})],
    ["a page that is not UTF-8", 403, () => ({body: {file: "latin.md"}})],
    ["a foreign Origin", 403, () => ({headers: {origin: evil}})],
    ["the Origin of another port", 403, () => ({headers: {origin: "http://127.0.0.1:1"}})],
    ["no Origin", 403, () => ({headers: {origin: undefined}})],
    ["an opaque Origin", 403, () => ({headers: {origin: "null"}})],
    ["a foreign Host, with its Origin", 403, () => ({headers: {host: "evil.example", origin: evil}})],
    ["no token", 403, () => ({headers: {"x-live-token": undefined}})],
    ["a wrong token", 403, () => ({headers: {"x-live-token": "0".repeat(36)}})],
    ["a form", 415, () => ({headers: {"content-type": "application/x-www-form-urlencoded"}})],
    ["plain text", 415, () => ({headers: {"content-type": "text/plain;application/json"}})],
    ["no type", 415, () => ({headers: {"content-type": undefined}})],
    ["more than a mebibyte", 413, () => ({body: {code: "x".repeat(2 ** 20)}})],
    ["a fence inside", 400, () => ({body: {code: "a\n```\n\n```ts\nb"}})],
    ["a fence of tildes inside", 400, () => ({body: {code: "a\n   ~~~~\nb"}})],
    ["what is not JSON", 400, () => ({text: "{file"})],
    ["JSON that is no request", 400, () => ({text: "null"})],
    ["a code that is no text", 400, () => ({body: {code: ["x"]}})],
    ["a place that is none", 400, () => ({body: {nth: -1}})],
    ["a stale text", 409, () => ({body: {original: "display(1);"}})],
    ["a cell that is not there twice", 409, () => ({body: {nth: 1}})],
    ["GET", 405, () => ({method: "GET"})],
    ["PUT", 405, () => ({method: "PUT"})],
    ["OPTIONS, as a browser asks before it sends to another site", 405, () => ({method: "OPTIONS"})]
  ];

  // Pages that a request must not reach, each with the same cell.
  beforeAll(() => {
    const text = "```ts echo\nstray;\n```\n";
    const at = (path: string): string => join(copy, path);
    for (const path of [
      "outside.md",
      "src/stray.md",
      "src/stray.ts",
      "src/.stray.md",
      "src/.observablehq/stray.md"
    ])
      writeFileSync(at(path), text);
    writeFileSync(at("src/latin.md"), Buffer.from(`caf\xe9\n${text}`, "latin1"));
    for (const path of ["elsewhere", "src/folder.md"]) mkdirSync(at(path));
    writeFileSync(at("elsewhere/page.md"), text);
    symlinkSync(at("outside.md"), at("src/linked.md"));
    symlinkSync(at("elsewhere"), at("src/away"), "dir");
  });

  /** Every file that a request might reach, with its text. */
  function everything(): Record<string, string> {
    const below = (folder: string): string[] =>
      filesBelow(join(copy, folder)).map((path) => join(folder, path));
    const files = ["outside.md", ...below("elsewhere"), ...below("src")];
    return Object.fromEntries(files.map((path) => [path, readFileSync(join(copy, path), "latin1")]));
  }

  async function send({
    method = "POST",
    headers = {},
    body = {},
    text
  }: Sent): Promise<{status?: number; body: string}> {
    const {host, origin} = new URL(url);
    const token = await page.locator("[data-save-token]").getAttribute("data-save-token");
    const usual = {host, origin, "content-type": "application/json", "x-live-token": token ?? ""};
    const all = Object.entries({...usual, ...headers}).filter(([, value]) => value !== undefined);
    const whole = {file: "stray.md", original: "stray;", nth: 0, at: 0, code: "changed;", ...Object(body)};
    return new Promise((resolve, reject) => {
      // A connection each: one kept alive may be closed at the moment in which it is used again.
      const options = {method, headers: Object.fromEntries(all), agent: false};
      const sent = request(new URL(savePath, url), options, (response) => {
        let answer = "";
        response.setEncoding("utf8").on("data", (chunk) => (answer += chunk));
        response.on("end", () => resolve({status: response.statusCode, body: answer}));
      });
      sent.on("error", reject).end(text ?? JSON.stringify(whole));
    });
  }

  test("whatever else comes to be saved is refused, and nothing is written", async () => {
    const before = everything();
    const answers = [];
    for (const [what, , sent] of refused) answers.push([what, (await send(sent(copy, url))).status]);
    expect(answers).toEqual(refused.map(([what, status]) => [what, status]));
    expect(everything()).toEqual(before);
    expect((await send({})).status).toBe(200); // what is sound is saved: nothing else was amiss above
    expect(readFileSync(join(copy, "src/stray.md"), "utf8")).toBe("```ts echo\nchanged;\n```\n");
  });
});
