import type {Page} from "playwright-core";
import {pictures} from "../pictures.js";

/** Waits until no picture of the page has changed for so many milliseconds. */
export async function settled(page: Page, quiet: number): Promise<void> {
  for (let before: string | null = null; ; ) {
    const now = await pictures(page);
    if (now === before) return;
    before = now;
    await page.waitForTimeout(quiet);
  }
}
