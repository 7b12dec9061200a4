import type {Page} from "playwright-core";
import {readyChapters} from "../src/course.js";
import {openBrowser} from "../test/e2e/browser.js";
import {cellsHaveRun} from "../test/e2e/visit.js";
import {serveSite} from "../tools/site.js";
import {type Drag, drags} from "./pages/drags.js";
import {frames, turns} from "./pages/frames.js";
import {longestSince, watch} from "./pages/longTasks.js";
import {moveControls} from "./pages/moveControls.js";
import {changesPerSecond, type Play, plays} from "./pages/plays.js";
import {scrollThrough} from "./pages/scrollThrough.js";

// What a reader waits for on each page, or on those that are named: npm run pages -- momentum adam, after a build.

const asked = process.argv.slice(2);
const slugs = ["index", ...readyChapters.map(({slug}) => slug)].filter(
  (slug) => asked.length === 0 || asked.includes(slug)
);
const ms = (value: number): string => (value > 0 ? `${value.toFixed(0)} ms` : "—");
const tenth = (value: number): string => `${value.toFixed(1)} ms`;
const quantile = (values: readonly number[], p: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor(p * (values.length - 1))];
const row = (...cells: readonly string[]): void => console.log(`| ${cells.join(" | ")} |`);

const site = await serveSite("dist");
const browser = await openBrowser();

async function open(slug: string, query = ""): Promise<Page> {
  const page = await browser.newPage({viewport: {width: 1280, height: 900}});
  await watch(page);
  await page.goto(`${site.url}en/${slug}.html${query}`);
  await cellsHaveRun(page);
  await page.waitForTimeout(1000);
  return page;
}

/** How long the page takes to show its first view, and the longest task while it loads, is scrolled, is used. */
async function waits(slug: string): Promise<void> {
  const page = await open(slug);
  const first: number = await page.evaluate("firstView");
  const loading = await longestSince(page, 0);
  const loaded: number = await page.evaluate("performance.now()");
  await scrollThrough(page);
  const scrolling = await longestSince(page, loaded);
  const worst = await moveControls(page);
  row(
    slug,
    ms(first),
    ms(loading),
    ms(scrolling),
    worst.longest ? `${ms(worst.longest)} (${worst.name})` : "—"
  );
  await page.close();
}

/** How far a picture keeps up with a control that is dragged. */
async function drag(slug: string, {name, query, ...drag}: Drag): Promise<void> {
  const page = await open(slug, query);
  await page.waitForSelector(drag.follows);
  await frames(page, drag, 30);
  const found = await frames(page, drag, 300);
  const work = found.map((frame) => frame.work);
  const followed = (100 * found.filter((frame) => frame.followed).length) / found.length;
  row(slug, name, `${followed.toFixed(0)} %`, ...[0.5, 0.95, 1].map((p) => tenth(quantile(work, p))));
  await page.close();
}

/** How often a picture is drawn again while its player plays. */
async function play(slug: string, what: Play): Promise<void> {
  const page = await open(slug, what.query);
  const started: number = await page.evaluate("performance.now()");
  const rate = await changesPerSecond(page, what);
  row(slug, what.name, rate.toFixed(0), ms(await longestSince(page, started)));
  await page.close();
}

row("page", "first view after", "longest task loading", "scrolling", "moving each control");
row("---", "---:", "---:", "---:", "---");
for (const slug of slugs) await waits(slug);

console.log();
row("page", "what is dragged", "followed in the next frame", "its work: median", "95th percentile", "worst");
row("---", "---", "---:", "---:", "---:", "---:");
for (const slug of slugs) for (const each of drags[slug] ?? []) await drag(slug, each);

console.log();
row("page", "what plays", "pictures a second", "longest task");
row("---", "---", "---:", "---:");
for (const slug of slugs) for (const each of plays[slug] ?? []) await play(slug, each);

if (slugs.includes("saddle-points")) {
  const page = await open("saddle-points");
  await turns(page, 30);
  const between = await turns(page, 300);
  const rate = 1000 / (between.reduce((sum, interval) => sum + interval) / between.length);
  console.log(
    `\nThe relief turned without a pause: ${rate.toFixed(1)} frames a second, 95 % of them within ${tenth(quantile(between, 0.95))}.`
  );
}
await browser.close();
await site.close();
