import {readFileSync} from "node:fs";
import {gzipSync} from "node:zlib";
import {JSDOM} from "jsdom";
import type {BrowserContext, BrowserContextOptions, Page} from "playwright-core";
import {describe, expect, test} from "vitest";
import {languages, readyChapters} from "../../src/course.js";
import {cellAt} from "../../src/live/pageSource.js";
import {filesBelow} from "../../tools/files.js";
import {weights} from "../../tools/weights.js";
import {violations} from "./axe.js";
import {display, drive, editor, said, tried} from "./liveDriver.js";
import {cellsHaveRun, useBrowser} from "./visit.js";

const visit = useBrowser();
const poll = <T>(ask: () => Promise<T>) => expect.poll(ask, {timeout: 20_000});

/** A new visit of the page, with the hands of a reader. */
async function open(
  path = `en/${tried}`,
  options: BrowserContextOptions = {},
  prepare: (page: Page) => Promise<unknown> = async () => {}
) {
  const {page, faults} = await visit(path, options, prepare);
  return {page, faults, ...drive(page)};
}

const start = "const learningRate = 0.1;";
const path = (rate: number): string =>
  `"${Array.from({length: 6}, (_, k) => (100 * (1 - 2 * rate) ** (2 * k)).toPrecision(3)).join(" → ")}"`;

describe("before the first edit", () => {
  test("nothing of it is loaded but one script below 1 kB gzipped", async () => {
    const loaded: string[] = [];
    await open(`en/${tried}`, {}, async (page) =>
      page.on("request", (request) => loaded.push(request.url()))
    );
    const own = loaded.filter((url) => url.includes("/_import/live/"));
    expect(own).toEqual([expect.stringMatching(/\/start\.\w+\.js$/)]);
    const script = readFileSync(own[0].replace(/.*(?=_import)/, "dist/"));
    expect(gzipSync(script).length).toBeLessThan(1000);
  });

  test("all that a page may load for editing weighs at most 260 kB gzipped", () => {
    const [{bytes}] = weights("dist").filter(({part}) => part === "edited");
    expect(bytes).toBeGreaterThan(200_000);
    expect(bytes).toBeLessThan(260_000);
  });

  test.each(languages.flatMap((language) => readyChapters.map(({slug}) => `${language}/${slug}`)))(
    "every cell of %s that shows its code has a button to edit it",
    (page) => {
      const source = readFileSync(`src/[lang]/${page.slice(3)}.md`, "utf8");
      const shown = [];
      for (let text = cellAt(source, 0); text !== null; text = cellAt(source, shown.length)) shown.push(text);
      const {document} = new JSDOM(readFileSync(`dist/${page}.html`, "utf8")).window;
      const cells = [...document.querySelectorAll(".live-cell:not([data-exercise])")];
      expect(cells.map((cell) => cell.querySelector("pre")!.textContent!.trimEnd())).toEqual(shown);
      expect(document.querySelectorAll(".live-cell > .live-tools > .live-edit")).toHaveLength(
        document.querySelectorAll(".live-cell").length
      );
    }
  );

  test("the published site holds nothing of what saves cells in the local preview", () => {
    const scripts = filesBelow("dist").filter((file) => /\.(?:js|html)$/.test(file));
    const saving = /_live\/save|save-?token|live\/saving/i;
    expect(scripts.filter((file) => saving.test(readFileSync(`dist/${file}`, "utf8")))).toEqual([]);
  });

  test("a cell without JavaScript shows its code, and no tools", async () => {
    const {page} = await visit(`en/${tried}`, {javaScriptEnabled: false});
    expect(await page.locator(".live-cell pre").first().innerText()).toContain(start);
    expect(await page.locator(".live-tools").first().isVisible()).toBe(false);
  });
});

describe("editing", () => {
  test.each(["Shift+Enter", "Control+Enter"])(
    "%s runs a cell, and what depends on it follows",
    async (keys) => {
      const {page, faults, cell, write} = await open();
      await poll(() => display(cell(1))).toBe(path(0.1));
      await write(cell(0), "const learningRate: number = 0.4;");
      await page.keyboard.press(keys);
      await poll(() => display(cell(1))).toBe(path(0.4));
      expect(await cell(0).locator(".live-state").innerText()).toBe("Edited");
      expect(await page.locator(".live-menu-button").innerText()).toBe("1 edit");
      expect(faults).toEqual([]);
    }
  );

  test("reset brings back the cell of the page, and what it did", async () => {
    const {page, cell, run, press} = await open();
    await run(cell(0), "const learningRate = 0.2, other = 1;");
    await poll(() => display(cell(1))).toBe(path(0.2));
    await press(cell(0), "reset");
    await poll(() => display(cell(1))).toBe(path(0.1));
    await press(cell(0), "close");
    expect(await cell(0).locator("pre").innerText()).toContain(start);
    expect(await page.locator(".live-menu-button").isVisible()).toBe(false);
  });

  test("reset of the page brings back all, and the edits too when asked for", async () => {
    const {page, cell, run, add} = await open();
    await run(cell(0), "const learningRate = 0.2;");
    await run(cell(1), "display(learningRate * 10);");
    await add(cell(1), "display(learningRate * 100);");
    await poll(() => display(cell(1))).toBe("2");
    await page.locator(".live-menu-button").click();
    await page.locator("#live-menu [data-name=reset-all]").click();
    await poll(() => display(cell(1))).toBe(path(0.1));
    expect(await page.locator(".live-own").count()).toBe(0);
    await page.locator(".live-question [data-name=bring-back]").click();
    await poll(() => display(cell(1))).toBe("2");
    await poll(() => display(cell(1).locator(".live-own"))).toBe("20");
    expect(await page.locator(".live-questions").count()).toBe(0);
  });

  test("an error is told in place, its line marked, and goes with its cause", async () => {
    const {cell, run, faults} = await open();
    await run(cell(0), "const learningRate = 0.1;\nconst other = ;");
    await poll(() => said(cell(0))).toBe(
      "Line 2: The code cannot be read here: something is missing, or one thing too many."
    );
    expect(await cell(0).locator(".cm-fault").innerText()).toBe("const other = ;");
    expect(await display(cell(1))).toBe(path(0.1));
    expect(faults).toEqual([]);
    await run(cell(0), "const learningRate = 0.3;\nconst {x} = {x: 1};\n[].at(0).x;");
    await poll(() => said(cell(0))).toBe("Line 3: .x is asked of something that is undefined.");
    expect(await cell(0).locator(".cm-fault").innerText()).toBe("[].at(0).x;");
    await run(cell(0), "const learningRate = 0.1;\nnope;");
    await poll(() => said(cell(0))).toBe(
      "Line 2: Nothing here is called nope: check the spelling, or import it."
    );
    await run(cell(0), "const learningRate = 0.4;");
    await poll(() => display(cell(1))).toBe(path(0.4));
    expect(await said(cell(0))).toBe("");
    expect(await cell(0).locator(".cm-fault").count()).toBe(0);
  });

  test("an error of the page's engine is told, in Chinese too", async () => {
    const {cell, run} = await open(`zh/${tried}`);
    await run(cell(1), "gradientDescent({learningRate: -1});");
    await poll(() => said(cell(1))).toBe("第 1 行：learningRate must be positive and finite; got -1");
    await run(cell(1), "learningRate = 2;");
    await poll(() => said(cell(1))).toBe(
      "第 1 行：learningRate 属于另一个单元，而单元只能改动自己声明的变量。"
    );
  });

  test("what depends on a cell that fails says so in the reader's words, in both languages", async () => {
    for (const [language, lost, failed] of [
      [
        "en",
        "Nothing here is called learningRate: check the spelling, or import it.",
        /^learningRate could not be computed\. \.a is/
      ],
      [
        "zh",
        "这里没有叫 learningRate 的东西：检查拼写，或者先 import。",
        /^learningRate 没有算出来。对 undefined 取 \.a/
      ]
    ] as const) {
      const {cell, run, press} = await open(`${language}/${tried}`);
      await run(cell(0), "const rate = 0.1;");
      await poll(() => display(cell(1))).toBe(lost);
      await run(cell(0), "const learningRate = [].at(0).a;");
      await poll(() => display(cell(1))).toMatch(failed);
      await press(cell(0), "reset");
      await poll(() => display(cell(1))).toBe(path(0.1));
    }
  });

  test("two cells that declare the same name are told so", async () => {
    const {cell, run} = await open();
    await run(cell(0), "const learningRate = 0.1, costs = 1;");
    await poll(() => said(cell(0))).toBe(
      "Another cell of this page declares costs as well: give one of them a new name."
    );
    await run(cell(0), "const learningRate = 0.4;");
    await poll(() => display(cell(1))).toBe(path(0.4));
    expect(await said(cell(0))).toBe("");
  });

  test("a lone expression shows nothing, as in a page, and its cell says how to show it", async () => {
    const {cell, add, run} = await open();
    const own = await add(cell(0), "learningRate * 10");
    await poll(() => said(own, "status")).toBe("Nothing is shown: display(…) shows a value.");
    await run(own, "display(learningRate * 10)");
    await poll(() => display(own)).toBe("1");
    expect(await said(own, "status")).toBe("");
  });

  test("cells of one's own are added below any other, give their names to the page, and are removed", async () => {
    const {page, cell, add, run, press} = await open();
    const first = await add(cell(0), "const doubled = 2 * learningRate;");
    const second = await add(first, "display(doubled);");
    await poll(() => display(second)).toBe("0.2");
    const below = await add(cell(2), "display(doubled + steps);");
    await poll(() => display(below)).toBe("5.2");
    await run(cell(0), "const learningRate = 1;");
    await poll(() => display(second)).toBe("2");
    await press(first, "remove");
    await poll(() => page.locator(".live-own").count()).toBe(2);
    await poll(() => said(page.locator(".live-own").first())).toContain("Nothing here is called doubled");
  });

  test("where no place for another cell is left, that is said", async () => {
    const {page, cell, add, press} = await open();
    // The first two of these roots are the page's own probes; the third is a place.
    await page.evaluate(`[...document.body.childNodes]
      .filter(({nodeType, data}) => nodeType === Node.COMMENT_NODE && data.startsWith(":11fe"))
      .slice(3)
      .forEach((root) => root.remove())`);
    const own = await add(cell(0), "display(7);");
    await poll(() => display(own)).toBe("7");
    await press(cell(0), "add");
    await poll(() => said(cell(0), "status")).toBe(
      "There is no room for another cell of your own on this page."
    );
    await press(own, "remove");
    await poll(() => display(cell(0))).toBe("");
    await add(cell(0), "display(8);");
    expect(await page.locator(".live-own").count()).toBe(1);
  });
});

describe("an edited cell behaves as a built one", () => {
  test("generators, promises, Mutable, view and invalidation, each with what depends on it", async () => {
    const {page, cell, add, run, faults} = await open();
    const count = await add(
      cell(0),
      "const count = (async function* () { for (let i = 0; i < 3; i++) { yield i; await new Promise((go) => setTimeout(go, 20)); } })();"
    );
    const counted = await add(count, "display('count ' + count);");
    await poll(() => display(counted)).toBe('"count 2"');

    const later = await add(counted, "const later = new Promise((go) => setTimeout(go, 50, 7));");
    const shown = await add(later, "display(await Promise.resolve(later + 1));");
    await poll(() => display(shown)).toBe("8");

    const state = await add(shown, "const total = Mutable(0);\nconst raise = (by) => (total.value += by);");
    const button = await add(
      state,
      'const raiser = display(document.createElement("button"));\nraiser.textContent = "raise";\nraiser.onclick = () => raise(5);'
    );
    const sum = await add(button, "display('total ' + total);");
    await poll(() => display(sum)).toBe('"total 0"');
    await button.locator(".observablehq--block button").click();
    await poll(() => display(sum)).toBe('"total 5"');

    const input = await add(
      sum,
      'const text = view(Object.assign(document.createElement("input"), {ariaLabel: "text", value: "a"}));'
    );
    const echo = await add(input, "display(text.toUpperCase());");
    await poll(() => display(echo)).toBe('"A"');
    await input.getByLabel("text").fill("bc");
    await poll(() => display(echo)).toBe('"BC"');

    const cleaned = (): Promise<string> => page.evaluate("String(window.cleaned)");
    const clean = await add(
      echo,
      "window.cleaned ??= [];\ninvalidation.then(() => window.cleaned.push(learningRate));\ndisplay(learningRate);"
    );
    await poll(() => display(clean)).toBe("0.1");
    await run(cell(0), "const learningRate = 0.3;");
    await poll(cleaned).toBe("0.1");
    await run(clean, "display(1);");
    await poll(cleaned).toBe("0.1,0.3");
    expect(faults).toEqual([]);
  });

  test("a generator that was replaced stops", async () => {
    const {page, cell, add, run} = await open();
    const ticking = await add(
      cell(0),
      "const tick = (function* () { for (;;) yield (globalThis.ticks = (globalThis.ticks ?? 0) + 1); })();"
    );
    await add(ticking, "display(tick > 3);");
    await poll(() => page.evaluate("globalThis.ticks > 5")).toBe(true);
    await run(ticking, "const tick = 9;");
    await poll(() => display(page.locator(".live-own").nth(1))).toBe("true");
    const ticksAfter = (frames: number): Promise<number> =>
      page.evaluate(`(async () => {
        for (let k = 0; k < ${frames}; k++) await new Promise(requestAnimationFrame);
        return globalThis.ticks;
      })()`);
    const ticks = await ticksAfter(2);
    expect(await ticksAfter(10)).toBe(ticks);
  });

  test("a run that never ends does not hold up what comes in its place", async () => {
    const {cell, run} = await open();
    await run(cell(0), "const learningRate = await new Promise(() => {});");
    await poll(async () => (await display(cell(1))) || "nothing").toBe(path(0.1));
    await run(cell(0), "const learningRate = new Promise(() => {});");
    await run(cell(0), "const learningRate = 0.4;");
    await poll(() => display(cell(1))).toBe(path(0.4));
  });

  test("modules of the site and packages can be imported, and an unknown one is named", async () => {
    const {cell, add, run} = await open();
    const own = await add(
      cell(0),
      'import {mean} from "d3-array";\nimport {ema} from "../lib/index.js";\nimport {formatNumber} from "../components/formatNumber.js";\nconst {sum} = await import("d3-array");\ndisplay(formatNumber(mean(ema([2, 2], {beta: 0.9})) + sum([1, 2])));'
    );
    await poll(() => display(own)).toBe('"5"');
    await run(own, 'await import("../chapters/adam/words.js");');
    await poll(() => said(own)).toContain("There is no module ../chapters/adam/words.js here");
    await run(own, 'import {x} from "left-pad";');
    await poll(() => said(own)).toContain("There is no module left-pad here");
    await run(own, 'import {x} from "../lib/nope.js";');
    await poll(() => said(own)).toContain("There is no module ../lib/nope.js here");
  });

  test("what belongs to a chapter can be imported on its page", async () => {
    const {cell, add, faults} = await open("zh/adam.html");
    const own = await add(
      cell(0),
      'import * as texts from "../chapters/adam/words.js";\nimport {adam as method} from "../lib/optimizers/adam.js";\ndisplay(Object.keys(texts).length > 0 && method().name);'
    );
    await poll(() => display(own)).toBe('"adam"');
    expect(faults).toEqual([]);
  });
});

describe("the keyboard", () => {
  test("Escape leaves the text, Tab goes on, and back in, Tab indents where a line begins", async () => {
    const {page, cell, open: openCell, write} = await open();
    const here = editor(cell(0));
    await openCell(cell(0));
    await page.keyboard.press("Escape");
    expect(await page.evaluate("document.activeElement.dataset.name")).toBe("run");
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.dataset.name")).toBe("add");
    await write(cell(0), "const a = 1;");
    await page.keyboard.press("Home");
    await page.keyboard.press("Tab");
    expect(await here.innerText()).toBe("  const a = 1;");
    await page.keyboard.press("Shift+Tab");
    expect(await here.innerText()).toBe("const a = 1;");
    await page.keyboard.press("End");
    await page.keyboard.press("Tab");
    expect(await here.innerText()).toBe("const a = 1;");
    expect(await page.evaluate("document.activeElement.dataset.name")).toBe("run");
  });

  test("a cell is opened, run and closed without a pointer", async () => {
    const {page, cell} = await open();
    await cell(0).locator(".live-edit").focus();
    await page.keyboard.press("Enter");
    await editor(cell(0)).and(page.locator(":focus")).waitFor();
    await page.keyboard.press("ControlOrMeta+End");
    await page.keyboard.insertText("\ndisplay(5);");
    const leave = async (): Promise<unknown> => {
      await page.keyboard.press("Escape"); // the first may only close a list of completions
      return page.evaluate("document.activeElement.dataset.name");
    };
    await poll(leave).toBe("run");
    await page.keyboard.press("Enter");
    await poll(() => display(cell(0))).toBe("5");
    await cell(0).locator("[data-name=close]").focus();
    await page.keyboard.press("Enter");
    expect(await page.evaluate("document.activeElement.dataset.name")).toBe("edit");
    expect(await cell(0).locator(".live-panel pre").innerText()).toContain("display(5);");
  });

  test("names are completed: the engine's with its words and import, and the page's own", async () => {
    const {page, cell, write} = await open();
    await page.clock.install(); // the list takes keys only once it has stood for a moment
    const text = (): Promise<string> => editor(cell(0)).innerText();
    const options = page.locator(".cm-tooltip-autocomplete li");
    const choose = async (name: string): Promise<void> => {
      await options.filter({hasText: name}).first().and(page.locator("[aria-selected]")).waitFor();
      await page.clock.fastForward(1000);
      await page.keyboard.press("Enter");
    };
    await write(cell(0), "const optimizer2 = ");
    await page.keyboard.type("rmspr");
    await poll(() => page.locator(".cm-completionInfo").innerText()).toMatch(/RMSProp.*s ← β s/s);
    await choose("rmsprop");
    await poll(text).toBe('import {rmsprop} from "../lib/index.js";\nconst optimizer2 = rmsprop');
    await page.keyboard.type("; descen");
    await choose("descend"); // the page has imported it: it is a name of the page
    await poll(text).toContain("rmsprop; descend");
    await page.keyboard.type("; learningR");
    await choose("learningRate");
    await poll(text).toBe(
      'import {rmsprop} from "../lib/index.js";\nconst optimizer2 = rmsprop; descend; learningRate'
    );
    await page.keyboard.type("; matri");
    await options.filter({hasText: "matrix"}).first().click();
    await poll(text).toMatch(/^import \{rmsprop, matrix\} from .*; matrix$/s);
  });

  test("the code is coloured, and brackets show their partners", async () => {
    const {page, cell, write} = await open();
    await write(cell(0), 'const f = (x: number) => [x, "text"]; // what it is');
    const coloured = (kind: string): Promise<string[]> =>
      editor(cell(0)).locator(`.hljs-${kind}`).allInnerTexts();
    await poll(() => coloured("comment")).toEqual(["// what it is"]);
    expect(await coloured("keyword")).toEqual(["const", "number"]);
    expect(await coloured("string")).toEqual(['"text"']);
    for (let step = 0; step < "; // what it is".length; step++) await page.keyboard.press("ArrowLeft");
    await poll(() => cell(0).locator(".cm-matchingBracket").allInnerTexts()).toEqual(["[", "]"]);
  });
});

describe("accessibility, with an editor open, an error, a list of completions and a question", () => {
  test.each([
    ["en", "light", 1280],
    ["en", "dark", 390],
    ["zh", "dark", 1280],
    ["zh", "light", 390]
  ] as const)("%s, %s, %i px wide", async (language, colorScheme, width) => {
    const {
      page,
      cell,
      run,
      add,
      open: openCell
    } = await open(`${language}/${tried}`, {
      colorScheme,
      viewport: {width, height: 800},
      reducedMotion: "reduce"
    });
    await run(cell(0), "const learningRate = ;");
    await add(cell(1), "display(1);");
    await openCell(cell(2));
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press("ControlOrMeta+A");
    await page.keyboard.type("desc");
    await page.locator(".cm-tooltip-autocomplete li").first().waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await page.locator(".live-menu-button").click();
    expect(await violations(page)).toEqual([]);
    await page.locator("#live-menu [data-name=reset-all]").click();
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(width);
  });
});

describe("when something is amiss", () => {
  test.each(["_variables", "@variable"])(
    "a runtime without %s leaves the page readable without editing, and says why in the console",
    async (name) => {
      const {page, faults, cell} = await open(`en/${tried}`, {}, (page) =>
        page.route("**/_observablehq/runtime.*.js", async (route) => {
          const response = await route.fetch();
          await route.fulfill({response, body: (await response.text()).replaceAll(name, `${name}s`)});
        })
      );
      await poll(() => display(cell(1))).toBe(path(0.1));
      await cell(0).locator(".live-edit").click();
      await poll(() => page.locator(".live-tools").first().isVisible()).toBe(false);
      expect(await display(cell(1))).toBe(path(0.1));
      expect(await cell(0).locator("pre").innerText()).toContain(start);
      expect(faults.filter((fault) => fault.includes("cannot be edited"))).toEqual([
        expect.stringContaining(`${name} is missing`)
      ]);
      expect(await page.locator(".observablehq--error").count()).toBe(0);
    }
  );

  test("a host that forbids eval is told of, and the page stays", async () => {
    const {cell, run} = await open(`en/${tried}`, {}, (page) =>
      page.route("**/*.html", async (route) => {
        const response = await route.fetch();
        const headers = {
          ...response.headers(),
          "content-security-policy": "script-src 'self' 'unsafe-inline'"
        };
        await route.fulfill({response, headers});
      })
    );
    await run(cell(0), "const learningRate = 0.3;");
    await poll(() => said(cell(0))).toContain("forbids running edited code");
    expect(await display(cell(1))).toBe(path(0.1));
  });

  test("without the editor's files the button says so", async () => {
    const {cell} = await open(`en/${tried}`, {}, (page) =>
      page.route("**/_import/live/live.*.js", (route) => route.abort())
    );
    await cell(0).locator(".live-edit").click();
    await poll(() => cell(0).locator(".live-edit").innerText()).toBe("The editor could not be loaded");
  });

  test("loops that do not end stop after four seconds: plain ones, and ones that only await what is there", async () => {
    const {cell, run} = await open();
    for (const loop of ["while (true);", "for (;;) await null;"]) {
      await run(cell(0), `const learningRate = 0.2;\n${loop}`);
      await poll(() => said(cell(0))).toBe(
        "Line 2: Stopped: a loop in this cell ran for four seconds without a pause."
      );
    }
    await poll(() => display(cell(1))).toContain("learningRate could not be computed. Stopped: a loop");
    await run(cell(0), "const learningRate = 0.4;");
    await poll(() => display(cell(1))).toBe(path(0.4));
    expect(await said(cell(0))).toBe("");
  });

  test("a tab that froze comes back with the edit waiting, not running", async () => {
    const {page, cell, run, write} = await open();
    await run(cell(0), "const learningRate = 0.4;");
    await poll(() => display(cell(1))).toBe(path(0.4));
    await write(cell(0), 'const learningRate = /(a+)+b/.test("a".repeat(60)) ? 1 : 2;');
    void page.keyboard.press("Shift+Enter").catch(() => {}); // a frozen page answers no more
    const url = page.url();
    const context = page.context();
    await poll(() => storedFuse(context, url)).toBe("lit");
    await page.close();
    const again = await context.newPage();
    await again.goto(url);
    await cellsHaveRun(again);
    const hands = drive(again);
    await poll(() => again.locator(".live-question").innerText()).toContain(
      "The page froze when your edits ran last"
    );
    expect(await display(hands.cell(1))).toBe(path(0.1));
    expect(await hands.cell(0).locator(".live-state").innerText()).toBe("Not run yet");
    expect(await hands.cell(0).locator(".live-panel pre").innerText()).toContain("(a+)+b");
    await again.reload();
    await cellsHaveRun(again);
    await poll(() => hands.cell(0).locator(".live-state").innerText()).toBe("Not run yet");
    expect(await display(hands.cell(1))).toBe(path(0.1));
  });
});

/** The fuse as another tab of the site sees it. */
async function storedFuse(context: BrowserContext, url: string): Promise<unknown> {
  const {origin, pathname} = new URL(url);
  const page = await context.newPage();
  await page.goto(`${origin}${pathname.replace(/en\/.*/, "icon.svg")}`);
  const fuse = await page.evaluate(
    "Object.entries(localStorage).find(([key]) => key.endsWith(':fuse'))?.[1]"
  );
  await page.close();
  return fuse;
}
