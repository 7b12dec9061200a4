import type {Page} from "playwright-core";
import {openBrowser} from "../test/e2e/browser.js";
import {cellsHaveRun} from "../test/e2e/visit.js";
import {serveSite} from "../tools/site.js";

/** A control to move, and the mark in the page that must follow it. */
interface Drag {
  readonly name: string;
  readonly path: string;
  /** JavaScript in the page: moves the control to its k-th place, k = 0, 1, 2 … */
  readonly move: string;
  /** The element whose attributes change when the picture has followed. */
  readonly follows: string;
}

const drags: readonly Drag[] = [
  {
    name: "β on the year of temperatures",
    path: "en/moving-averages.html",
    move: `(k) => {
      const range = document.querySelector(".slider input[type=range]");
      range.valueAsNumber = Number(range.max) * (0.2 + 0.6 * Math.abs(Math.sin(k / 7)));
      range.dispatchEvent(new Event("input", {bubbles: true}));
    }`,
    follows: "figure svg.view, svg.view"
  },
  {
    name: "the start of four optimizers, 150 steps, on the home page",
    path: "en/index.html",
    move: `(k) => {
      const handle = document.querySelector(".contour .handle");
      handle.dispatchEvent(new KeyboardEvent("keydown", {key: k % 40 < 20 ? "ArrowRight" : "ArrowLeft", bubbles: true}));
    }`,
    follows: "svg.contour"
  },
  {
    name: "the start of eight optimizers, 500 steps, in the race",
    path: "en/optimizer-race.html?run=gd,momentum,polyak,nesterov,adagrad,rmsprop,adam,nadam&steps=500&step=500",
    move: `(k) => {
      const handle = document.querySelector(".contour .handle");
      handle.dispatchEvent(new KeyboardEvent("keydown", {key: k % 40 < 20 ? "ArrowRight" : "ArrowLeft", bubbles: true}));
    }`,
    follows: "svg.contour"
  },
  ...["gain", "depth", "width"].map((name, i) => ({
    name: `the ${name} of thirty layers of 64 units, vanishing gradients`,
    path: "en/vanishing-gradients.html",
    move: `(k) => {
      const range = document.querySelectorAll(".slider input[type=range]")[${[2, 0, 1][i]}];
      range.valueAsNumber = Number(range.max) * (${[0.5, 0.8, 0.8][i]} + ${[0.2, 0.03, 0.03][i]} * Math.sin(k / 7));
      range.dispatchEvent(new Event("input", {bubbles: true}));
    }`,
    follows: ".controls ~ * svg.line-chart, .ridges"
  }))
];

interface Frame {
  /** Whether the picture had followed when the next frame was painted. */
  readonly followed: boolean;
  /** Milliseconds of that frame: scripts, style, layout and paint. */
  readonly work: number;
}

/** The next frame after each of `count` moves; moves are spread over the phases of a frame, as a reader's are. */
function frames(page: Page, {move, follows}: Drag, count: number): Promise<Frame[]> {
  return page.evaluate(`(async () => {
    const move = ${move};
    const picture = document.querySelector(${JSON.stringify(follows)});
    const nextFrame = () => new Promise((resolve) => requestAnimationFrame(() => {
      const start = performance.now();
      const {port1, port2} = new MessageChannel();
      port1.onmessage = () => resolve(performance.now() - start);
      port2.postMessage(0);
    }));
    const found = [];
    for (let k = 0; k < ${count}; ++k) {
      await new Promise((resolve) => setTimeout(resolve, 20 + (k * 7) % 16));
      let followed = false;
      const observer = new MutationObserver(() => (followed = true));
      observer.observe(picture, {subtree: true, attributes: true, childList: true});
      const frame = nextFrame();
      move(k);
      const work = await frame;
      observer.disconnect();
      found.push({followed, work});
    }
    return found;
  })()`);
}

const quantile = (sorted: readonly number[], p: number): string =>
  sorted[Math.floor(p * (sorted.length - 1))].toFixed(1);

const site = await serveSite("dist");
const browser = await openBrowser();
console.log("| what is dragged | followed in the next frame | its work: median | 95th percentile | worst |");
console.log("| --- | ---: | ---: | ---: | ---: |");
for (const drag of drags) {
  const page = await browser.newPage({viewport: {width: 1280, height: 900}});
  await page.goto(site.url + drag.path);
  await cellsHaveRun(page);
  await page.waitForSelector(drag.follows);
  await frames(page, drag, 30);
  const found = await frames(page, drag, 300);
  const work = found.map((frame) => frame.work).sort((a, b) => a - b);
  const share = (100 * found.filter(({followed}) => followed).length) / found.length;
  const [median, most, worst] = [0.5, 0.95, 1].map((p) => `${quantile(work, p)} ms`);
  console.log(`| ${drag.name} | ${share.toFixed(0)} % | ${median} | ${most} | ${worst} |`);
}
await browser.close();
await site.close();
