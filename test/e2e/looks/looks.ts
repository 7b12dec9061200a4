import type {BrowserContextOptions, Page} from "playwright-core";
import type {PNG} from "pngjs";
import {settled} from "./settled.js";
import {takeLook} from "./takeLook.js";

/** So tall a window that all of a page is seen at once, and half of the pixels: the pictures stay small. */
export const lookOptions = {
  viewport: {width: 1280, height: 30_000},
  deviceScaleFactor: 0.5,
  reducedMotion: "reduce"
} satisfies BrowserContextOptions;

const widths = [1280, 390];
const schemes = ["light", "dark"] as const;

/** The look of a page in a scheme and at a width. */
export interface Look {
  readonly scheme: (typeof schemes)[number];
  readonly width: number;
  /** Takes it (again). */
  take(): Promise<PNG>;
}

/** Shows a page in each scheme at each width, once its pictures have been `quiet` for so many milliseconds. */
export async function* looks(page: Page, quiet: number): AsyncGenerator<Look> {
  for (const width of widths) {
    await page.setViewportSize({...lookOptions.viewport, width});
    await settled(page, quiet);
    for (const scheme of schemes) {
      await page.emulateMedia({colorScheme: scheme});
      yield {scheme, width, take: () => takeLook(page)};
    }
  }
}

/** What a picture of a look is called. */
export const pictureName = (slug: string, {scheme, width}: Look): string => `${slug}-${scheme}-${width}.png`;
