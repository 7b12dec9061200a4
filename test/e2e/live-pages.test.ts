import {expect, test} from "vitest";
import {readyChapters} from "../../src/course.js";
import {drive, editor, said} from "./liveDriver.js";
import {useBrowser} from "./visit.js";

const visit = useBrowser();

test.each(["index", ...readyChapters.map(({slug}) => slug)])(
  "every cell of %s that shows its code runs edited as it ran built",
  async (slug) => {
    const {page, faults} = await visit(`en/${slug}.html`);
    const cells = page.locator(".live-cell:not([data-exercise])");
    /** How many things each cell displays: one that fails shows none. */
    const shown = (): Promise<number[]> =>
      cells.evaluateAll((all) =>
        all.map((cell) => cell.querySelector(".observablehq--block")!.childElementCount)
      );
    const {open} = drive(page);
    const built = await shown();
    for (const cell of await cells.all()) {
      await open(cell);
      await page.keyboard.press("ControlOrMeta+End");
      await page.keyboard.insertText("\n// edited");
      await page.keyboard.press("Shift+Enter");
      await cell.locator("> .live-tools .live-state", {hasText: "Edited"}).waitFor();
      expect(await editor(cell).innerText()).toContain("// edited");
    }
    await expect.poll(shown, {timeout: 20_000}).toEqual(built);
    for (const cell of await cells.all()) expect(await said(cell)).toBe("");
    expect(await page.locator(".observablehq--error").count()).toBe(0);
    expect(faults).toEqual([]);
  }
);
