import {describe, expect, test} from "vitest";
import {violations} from "./axe.js";
import {display, drive, said, tried} from "./liveDriver.js";
import {cellsHaveRun, useBrowser} from "./visit.js";

const visit = useBrowser();
const poll = <T>(ask: () => Promise<T>) => expect.poll(ask, {timeout: 10_000});

/** A new visit of the page, with the hands of a reader. */
async function open(
  path = `en/${tried}`,
  ...rest: Parameters<typeof visit> extends [string, ...infer R] ? R : never
) {
  const {page, faults} = await visit(path, ...rest);
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
    expect(own.map((url) => url.replace(/.*\/_import\/live\/(.*)\.\w+\.js$/, "$1"))).toEqual(["start"]);
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
      const {page, faults, cell, open: openCell, write} = await open();
      await poll(() => display(cell(1))).toBe(path(0.1));
      await openCell(cell(0));
      await write("const learningRate: number = 0.4;");
      await cell(0).locator(".cm-content").focus();
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

  test("two cells that declare the same name are told so", async () => {
    const {cell, run} = await open();
    await run(cell(0), "const learningRate = 0.1, run = 1;");
    await poll(() => said(cell(0))).toBe(
      "Another cell of this page declares run as well: give one of them a new name."
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
});

describe("an edited cell behaves as a built one", () => {
  test("generators, promises, Mutable, view and invalidation, each with what depends on it", async () => {
    const {page, cell, add, run, faults} = await open();
    const count = await add(
      cell(0),
      "const count = (async function* () { for (let i = 0; i < 3; i++) { yield i; await new Promise((go) => setTimeout(go, 20)); } })();"
    );
    const counted = await add(count, "display(`count ${count}`);");
    await poll(() => display(counted)).toBe('"count 2"');

    const later = await add(counted, "const later = new Promise((go) => setTimeout(go, 50, 7));");
    const shown = await add(later, "display(await Promise.resolve(later + 1));");
    await poll(() => display(shown)).toBe("8");

    const state = await add(shown, "const total = Mutable(0);\nconst raise = (by) => (total.value += by);");
    const button = await add(
      state,
      'const raiser = display(document.createElement("button"));\nraiser.textContent = "raise";\nraiser.onclick = () => raise(5);'
    );
    const sum = await add(button, "display(`total ${total}`);");
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
    const ticks = await page.evaluate(
      "new Promise((go) => requestAnimationFrame(() => requestAnimationFrame(() => go(globalThis.ticks))))"
    );
    expect(await page.evaluate("new Promise((go) => setTimeout(() => go(globalThis.ticks), 100))")).toBe(
      ticks
    );
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
    await run(own, 'import {x} from "left-pad";');
    await poll(() => said(own)).toContain("there is no module left-pad here");
    await run(own, 'import {x} from "../lib/nope.js";');
    await poll(() => said(own)).toContain("there is no module ../lib/nope.js here");
  });
});

describe("the keyboard", () => {
  test("Escape leaves the text, Tab goes on, and back in, Tab indents where a line begins", async () => {
    const {page, cell, open: openCell, write} = await open();
    await openCell(cell(0));
    await page.keyboard.press("Escape");
    expect(await page.evaluate("document.activeElement.dataset.name")).toBe("run");
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.dataset.name")).toBe("add");
    await cell(0).locator(".cm-content").focus();
    await write("const a = 1;");
    await page.keyboard.press("Home");
    await page.keyboard.press("Tab");
    expect(await cell(0).locator(".cm-line").innerText()).toBe("  const a = 1;");
    await page.keyboard.press("Shift+Tab");
    expect(await cell(0).locator(".cm-line").innerText()).toBe("const a = 1;");
    await page.keyboard.press("End");
    await page.keyboard.press("Tab");
    expect(await cell(0).locator(".cm-line").innerText()).toBe("const a = 1;");
    expect(await page.evaluate("document.activeElement.dataset.name")).toBe("run");
  });

  test("a cell is opened, run and closed without a pointer", async () => {
    const {page, cell} = await open();
    await cell(0).locator(".live-edit").focus();
    await page.keyboard.press("Enter");
    await cell(0).locator(".cm-content:focus").waitFor();
    await page.keyboard.press("ControlOrMeta+End");
    await page.keyboard.insertText("\ndisplay(5);");
    await page.keyboard.press("Escape"); // closes a list of completions, or leaves
    await page.keyboard.press("Escape");
    await page.keyboard.press("Enter");
    await poll(() => display(cell(0))).toBe("5");
    await cell(0).locator("[data-name=close]").focus();
    await page.keyboard.press("Enter");
    expect(await page.evaluate("document.activeElement.dataset.name")).toBe("edit");
    expect(await cell(0).locator(".live-panel pre").innerText()).toContain("display(5);");
  });

  test("names are completed: the engine's with its words and import, and the page's own", async () => {
    const {page, cell, open: openCell} = await open();
    await openCell(cell(0));
    await page.keyboard.press("ControlOrMeta+A");
    await page.keyboard.insertText("const optimizer2 = ");
    await page.keyboard.type("rmspr");
    const options = page.locator(".cm-tooltip-autocomplete li");
    await options.first().waitFor();
    await poll(() => options.first().innerText()).toContain("rmsprop");
    await poll(() => page.locator(".cm-completionInfo").innerText()).toContain("RMSProp");
    await page.waitForTimeout(100); // the list takes keys only after it has stood for a moment
    await page.keyboard.press("Enter");
    await poll(() => cell(0).locator(".cm-content").innerText()).toBe(
      'import {rmsprop} from "../lib/index.js";\nconst optimizer2 = rmsprop'
    );
    await page.keyboard.type("; descen");
    await poll(() => options.first().innerText()).toContain("descend");
    await page.waitForTimeout(100);
    await page.keyboard.press("Enter");
    await poll(() => cell(0).locator(".cm-content").innerText()).toContain("rmsprop; descend");
    expect(await cell(0).locator(".cm-content").innerText()).toContain(
      'import {rmsprop} from "../lib/index.js";'
    );
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
  test("another runtime leaves the page readable without editing, and says why in the console", async () => {
    const {page, faults, cell} = await open(`en/${tried}`, {}, (page) =>
      page.route("**/_observablehq/runtime.*.js", async (route) => {
        const response = await route.fetch();
        await route.fulfill({response, body: (await response.text()).replaceAll("_variables", "_variabels")});
      })
    );
    await poll(() => display(cell(1))).toBe(path(0.1));
    await cell(0).locator(".live-edit").click();
    await poll(() => page.locator(".live-tools").first().isVisible()).toBe(false);
    expect(await display(cell(1))).toBe(path(0.1));
    expect(await cell(0).locator("pre").innerText()).toContain(start);
    expect(faults).toEqual([expect.stringMatching(/cannot be edited.*_variables is missing/s)]);
  });

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
    for (const loop of ["while (true);", "for (;;) await null;", "[1].forEach(() => { do {} while (1) });"]) {
      await run(cell(0), `const learningRate = 0.2;\n${loop}`);
      await poll(() => said(cell(0))).toBe(
        "Line 2: stopped: a loop in this cell ran for four seconds without a pause"
      );
      await run(cell(0), "const learningRate = 0.4;");
      await poll(() => said(cell(0))).toBe("");
    }
    await poll(() => display(cell(1))).toBe(path(0.4));
  });

  test("a tab that froze comes back with the edit waiting, not running", async () => {
    const {page, cell, run, open: openCell, write} = await open();
    await run(cell(0), "const learningRate = 0.4;");
    await poll(() => display(cell(1))).toBe(path(0.4));
    await openCell(cell(0));
    await write('const learningRate = /(a+)+b/.test("a".repeat(60)) ? 1 : 2;');
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
async function storedFuse(context: import("playwright-core").BrowserContext, url: string): Promise<unknown> {
  const {origin, pathname} = new URL(url);
  const page = await context.newPage();
  await page.goto(`${origin}${pathname.replace(/en\/.*/, "icon.svg")}`);
  const fuse = await page.evaluate(
    "Object.entries(localStorage).find(([key]) => key.endsWith(':fuse'))?.[1]"
  );
  await page.close();
  return fuse;
}
