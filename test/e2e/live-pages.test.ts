import {expect, test} from "vitest";
import {readyChapters} from "../../src/course.js";
import {drive, said} from "./liveDriver.js";
import {useBrowser} from "./visit.js";

const visit = useBrowser();
const poll = <T>(ask: () => Promise<T>) => expect.poll(ask, {timeout: 20_000});

test.each(["index", ...readyChapters.map(({slug}) => slug)])(
  "every cell of %s that shows its code does edited what it does built",
  async (slug) => {
    const {page, faults} = await visit(`en/${slug}.html`);
    const cells = page.locator(".live-cell:not([data-exercise])");
    const count = await cells.count();
    const {open} = drive(page);
    for (let i = 0; i < count; i++) {
      await open(cells.nth(i));
      await page.keyboard.press("ControlOrMeta+End");
      await page.keyboard.insertText(`\n(globalThis.haveRun ??= new Set()).add(${i});`);
      await page.keyboard.press("Shift+Enter");
    }
    await poll(() => page.evaluate("globalThis.haveRun?.size")).toBe(count);
    for (const cell of await cells.all()) expect(await said(cell)).toBe("");
    expect(await page.locator(".observablehq--error").count()).toBe(0);

    /** How many things each cell displays: one that fails shows none. */
    const shown = (): Promise<number[]> =>
      cells.evaluateAll((all) =>
        all.map((cell) => cell.querySelector(".observablehq--block")!.childElementCount)
      );
    const edited = await shown();
    await page.locator(".live-menu-button").click();
    await page.locator("#live-menu [data-name=reset-all]").click();
    await poll(shown).toEqual(edited);
    expect(faults).toEqual([]);
  }
);
