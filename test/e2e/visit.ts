import type {Browser, BrowserContext, BrowserContextOptions, Page} from "playwright-core";
import {afterAll, afterEach, beforeAll, inject} from "vitest";
import {openBrowser} from "./browser.js";

export interface Visit {
  readonly page: Page;
  /** What went wrong since the page was opened: messages on the console, and requests that left the site. */
  readonly faults: string[];
}

/**
 * One browser for the tests of a file; the function opens a page of the site in a context of its own and waits
 * until its cells have run. `options` are Playwright's (size, colour scheme, JavaScript off …); `prepare` is called
 * before anything is loaded.
 */
export function useBrowser(
  open = openBrowser
): (
  path: string,
  options?: BrowserContextOptions,
  prepare?: (page: Page) => Promise<unknown>
) => Promise<Visit> {
  let browser: Browser;
  const contexts: BrowserContext[] = [];
  const site = inject("site");
  beforeAll(async () => {
    browser = await open();
  });
  // A page left open goes on drawing and slows down those after it.
  afterEach(() => Promise.all(contexts.splice(0).map((context) => context.close())));
  afterAll(() => browser.close());
  return async (path, options = {}, prepare = async () => {}) => {
    const context = await browser.newContext({viewport: {width: 1280, height: 900}, ...options});
    contexts.push(context);
    context.setDefaultTimeout(60_000);
    const page = await context.newPage();
    const faults = watchFaults(page, site);
    await prepare(page);
    await page.goto(site + path);
    if (options.javaScriptEnabled !== false) await cellsHaveRun(page);
    return {page, faults};
  };
}

function watchFaults(page: Page, site: string): string[] {
  const faults: string[] = [];
  const own = (url: string): boolean => url.startsWith(site) || /^(?:data|blob):/.test(url);
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") faults.push(message.text());
  });
  page.on("pageerror", (error) => faults.push(String(error)));
  page.on("request", (request) => {
    if (!own(request.url())) faults.push(`request to ${request.url()}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) faults.push(`${response.status()} ${response.url()}`);
  });
  return faults;
}

/**
 * The first cell that displays something has done so, and the page has come to rest: what one cell after the other
 * shows follows at once. What waits for a file, or to be seen, comes later.
 */
export async function cellsHaveRun(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const scripts = [...document.querySelectorAll("script[type=module]")];
    const shows = scripts.some(({textContent}) => /inputs: \[[^\]]*"(?:display|view)"/.test(textContent!));
    return !shows || document.querySelector(".observablehq--block > *");
  });
  await page.evaluate(() => new Promise((rest) => requestIdleCallback(rest, {timeout: 10_000})));
}
