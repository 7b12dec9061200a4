import type {Locator, Page} from "playwright-core";

/** The page on which cells are tried out, without its language. */
export const tried = "how-to.html";

/** What a reader does at the cells of a page. */
export interface Driver {
  /** A cell of the page that can be edited, from 0. */
  cell(at: number): Locator;
  /** A cell of the reader's own, from 0. */
  own(at: number): Locator;
  /** Opens the editor of a cell. */
  open(cell: Locator): Promise<void>;
  /** Puts a text into the editor of a cell. */
  write(cell: Locator, text: string): Promise<void>;
  /** Writes into a cell and runs it with the keyboard. */
  run(cell: Locator, text: string): Promise<void>;
  /** Adds a cell below one, and runs it. */
  add(below: Locator, text: string): Promise<Locator>;
  press(cell: Locator, tool: string): Promise<void>;
}

export function drive(page: Page): Driver {
  const driver: Driver = {
    cell: (at) => page.locator(".live-cell").nth(at),
    own: (at) => page.locator(".live-own").nth(at),
    async open(cell) {
      if ((await editor(cell).count()) === 0)
        await cell.locator("> .live-tools :is(.live-edit, [data-name=edit])").click();
      await editor(cell).focus();
    },
    async write(cell, text) {
      await driver.open(cell);
      await page.keyboard.press("ControlOrMeta+A");
      await page.keyboard.insertText(text);
    },
    async run(cell, text) {
      await driver.write(cell, text);
      await page.keyboard.press("Shift+Enter");
    },
    async add(below, text) {
      await driver.open(below);
      await driver.press(below, "add");
      const inPage = await below.evaluate((element) => element.classList.contains("live-cell"));
      const cell = inPage
        ? below.locator("> .live-own").first()
        : below.locator("xpath=following-sibling::*[contains(@class, 'live-own')]").first();
      await editor(cell).and(page.locator(":focus")).waitFor(); // the new cell opens its editor by itself
      await driver.run(cell, text);
      return cell;
    },
    press: (cell, tool) => cell.locator(`> .live-tools [data-name="${tool}"]`).click()
  };
  return driver;
}

/** The text of a cell's editor. */
export const editor = (cell: Locator): Locator => cell.locator("> .live-panel .cm-content");

/** What a cell displays. */
export const display = (cell: Locator): Promise<string> => cell.locator("> .observablehq--block").innerText();

/** What is said below a cell. */
export async function said(cell: Locator, role: "alert" | "status" = "alert"): Promise<string> {
  return (await cell.locator(`> .live-panel [role=${role}]`).allInnerTexts()).join("");
}
