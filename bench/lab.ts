import type {Page} from "playwright-core";
import {openBrowser} from "../test/e2e/browser.js";
import {cellsHaveRun} from "../test/e2e/visit.js";
import {serveSite} from "../tools/site.js";

/** What a training of the digits lab looked like from the page. */
interface Watched {
  /** Epochs a second of wall time, from the first report to the last. */
  readonly pace: number;
  /** Milliseconds from a key press to the frame in which its control has moved. */
  readonly answers: readonly number[];
  /** Milliseconds of the tasks above 50 that the page had meanwhile. */
  readonly longTasks: readonly number[];
}

/** Trains once, while a key is pressed on a slider over and over. */
function watch(page: Page): Promise<Watched> {
  return page.evaluate<Watched>(`(async () => {
    const longTasks = [];
    new PerformanceObserver((list) => longTasks.push(...list.getEntries().map(({duration}) => duration)))
      .observe({type: "longtask"});
    const epochs = () => Number(document.querySelector("table.runs .epochs data").value);
    const status = () => document.querySelector("table.runs tr[data-status]").dataset.status;
    const slider = [...document.querySelectorAll(".slider")].at(-1).querySelector("[type=range]");
    const frame = () => new Promise((resolve) => requestAnimationFrame(() => {
      const {port1, port2} = new MessageChannel();
      port1.onmessage = resolve;
      port2.postMessage(0);
    }));
    const answers = [];
    document.querySelector(".run-desk .primary:not([hidden])").click();
    while (status() !== "training" || epochs() === 0) await frame();
    const [start, from] = [performance.now(), epochs()];
    for (let k = 0; status() === "training"; ++k) {
      // at any moment between two frames
      const due = performance.now() + 5 + (k * 7) % 17;
      await new Promise((resolve) => setTimeout(resolve, due - performance.now()));
      const before = slider.value;
      slider.dispatchEvent(new KeyboardEvent("keydown", {key: k % 40 < 20 ? "ArrowRight" : "ArrowLeft", bubbles: true}));
      await frame();
      if (slider.value !== before) answers.push(performance.now() - due);
    }
    const pace = (1000 * (epochs() - from)) / (performance.now() - start);
    return {pace, answers, longTasks};
  })()`);
}

const quantile = (values: readonly number[], p: number): number =>
  [...values].sort((a, b) => a - b)[Math.floor(p * (values.length - 1))];

const site = await serveSite("dist");
const browser = await openBrowser();
console.log(
  "| network | epochs a second | a key answered: median | 95th percentile | worst | tasks above 50 ms |"
);
console.log("| --- | ---: | ---: | ---: | ---: | ---: |");
for (const [name, query] of [
  ["64-32-10, batch 32", "?epochs=500"],
  ["64-128-128-10, batch 32", "?epochs=200&layers=2&width=128"],
  ["64-32-10, batch 1", "?epochs=50&batch=1&alpha=0.01"]
] as const) {
  const page = await browser.newPage({viewport: {width: 1280, height: 900}});
  await page.goto(`${site.url}en/digits-lab.html${query}`);
  await cellsHaveRun(page);
  await page.waitForSelector("table.runs tr");
  await watch(page);
  const {pace, answers, longTasks} = await watch(page);
  const times = [0.5, 0.95, 1].map((p) => `${quantile(answers, p).toFixed(1)} ms`);
  console.log(`| ${name} | ${pace.toFixed(0)} | ${times.join(" | ")} | ${longTasks.length} |`);
  await page.close();
}
await browser.close();
await site.close();
