import type {Page} from "playwright-core";

/** A number of the page's first line "label: measured … · theory …", unrounded. */
export async function comparison(page: Page, label: string): Promise<{measured: number; theory: number}> {
  const line = page.locator(".comparison", {hasText: label}).first();
  const number = async (kind: string): Promise<number> =>
    Number(await line.locator(`data.${kind}`).getAttribute("value"));
  return {measured: await number("measured"), theory: await number("theory")};
}
