import {createServer} from "node:http";
import type {AddressInfo} from "node:net";
import type {Page} from "playwright-core";
import sirv from "sirv";
import {openBrowser} from "../test/e2e/browser.js";
import {cellsHaveRun} from "../test/e2e/visit.js";

/** How long the first edit of a page takes when the browser has the editor's files already, in milliseconds. */
interface FirstEdit {
  /** From the press of Edit until the editor stands painted. */
  readonly opened: number;
  /** From the press of Run until the cell has run, the transpiler loaded for it. */
  readonly ran: number;
}

const pages = ["en/how-to.html", "zh/how-to.html", "en/moving-averages.html", "en/optimizer-race.html"];
const visits = 20;

/** In the page: presses a button and waits until something holds, and the frame that shows it is painted. */
const timed = (button: string, holds: string): string => `(async () => {
  const start = performance.now();
  document.querySelector(${JSON.stringify(button)}).click();
  while (!(${holds})) await new Promise((resolve) => setTimeout(resolve));
  await new Promise((resolve) => requestAnimationFrame(() => {
    const {port1, port2} = new MessageChannel();
    port1.onmessage = resolve;
    port2.postMessage(0);
  }));
  return performance.now() - start;
})()`;

async function firstEdit(page: Page, url: string): Promise<FirstEdit> {
  await page.goto(url);
  await cellsHaveRun(page);
  const opened = await page.evaluate<number>(
    timed(".live-edit", 'document.querySelector(".cm-content:focus")')
  );
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.insertText(";globalThis.hasRun = true;");
  const ran = await page.evaluate<number>(timed(".live-cell [data-name=run]", "globalThis.hasRun"));
  await page.evaluate("localStorage.clear()");
  return {opened, ran};
}

const quantile = (values: readonly number[], p: number): string =>
  [...values].sort((a, b) => a - b)[Math.floor(p * (values.length - 1))].toFixed(0);

// Files of a built site never change under their name, as a host would say.
const server = createServer(sirv("dist", {maxAge: 31_536_000, immutable: true}));
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
const browser = await openBrowser();
console.log(
  `| first edit from cache, ${visits} visits | editor: median | 95th percentile | first run: median | 95th |`
);
console.log("| --- | ---: | ---: | ---: | ---: |");
for (const path of pages) {
  const page = await browser.newPage({viewport: {width: 1280, height: 900}});
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/${path}`;
  await firstEdit(page, url); // fills the cache
  const found: FirstEdit[] = [];
  for (let k = 0; k < visits; k++) found.push(await firstEdit(page, url));
  const columns = [found.map(({opened}) => opened), found.map(({ran}) => ran)];
  const cells = columns.flatMap((times) => [0.5, 0.95].map((p) => `${quantile(times, p)} ms`));
  console.log(`| ${path} | ${cells.join(" | ")} |`);
  await page.close();
}
await browser.close();
server.close();
