import type {Page} from "playwright-core";

/** A player that is started, and a mark that must follow it. */
export interface Play {
  readonly name: string;
  /** The state of the page. */
  readonly query: string;
  /** The name of the player. */
  readonly player: string;
  /** The mark that changes: the last that fits. */
  readonly follows: string;
}

const boundary = {player: "The training", follows: ".decision .boundary"};

/** What is played on each page. */
export const plays: Readonly<Record<string, readonly Play[]>> = {
  "deep-networks": [
    {name: "boundaries on the spiral, k = 6", query: "?epoch=0", ...boundary},
    {name: "boundaries on the spiral, k = 8", query: "?epoch=0&k=8&epochs=3000", ...boundary},
    {name: "boundaries on the circles, k = 6, ReLU", query: "?epoch=0&data=circles&g=relu", ...boundary}
  ]
};

/** How often the mark changed in each second of five that its player was played. */
export async function changesPerSecond(page: Page, {player, follows}: Play): Promise<number> {
  const mark = page.locator(follows).last();
  await mark.scrollIntoViewIfNeeded();
  await page.waitForTimeout(1500);
  await mark.evaluate((element) => {
    Object.assign(globalThis, {changes: 0});
    const observer = new MutationObserver(() =>
      Object.assign(globalThis, {changes: Reflect.get(globalThis, "changes") + 1})
    );
    observer.observe(element, {attributes: true, childList: true});
  });
  await page.getByRole("group", {name: player, exact: true}).locator(".play").click();
  await page.waitForTimeout(5000);
  return (await page.evaluate<number>("changes")) / 5;
}
