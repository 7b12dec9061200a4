import type {Page} from "playwright-core";

/** Shows every part of a page, as a reader does who scrolls through it. */
export async function scrollThrough(page: Page): Promise<void> {
  for (let y = 0; y < (await page.evaluate<number>("document.body.scrollHeight")); y += 500) {
    await page.mouse.wheel(0, 500);
    await page.waitForTimeout(150);
  }
  await page.waitForTimeout(1000);
}
