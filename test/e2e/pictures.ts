import type {Page} from "playwright-core";

/** The code of all pictures of a page, in which no coordinate may be without a number. */
export const pictures = (page: Page): Promise<string> =>
  page.locator("svg.view").evaluateAll((views) => views.map((view) => view.outerHTML).join("\n"));

/** What stands where a number should. */
export const noNumber = /NaN|Infinity|undefined/;
