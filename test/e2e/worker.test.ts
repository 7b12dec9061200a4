import {readdirSync} from "node:fs";
import type {Page} from "playwright-core";
import {describe, expect, test} from "vitest";
import * as engine from "../../lib/index.js";
import {useBrowser} from "./visit.js";

const visit = useBrowser();

/** Where a built module lies, below the site's root. */
const built = (folder: string, name: string): string =>
  `_import/${folder}/${readdirSync(`dist/_import/${folder}`).find((file) => file.startsWith(`${name}.`))}`;

/** Runs in the page, with what a page may import: `trainInWorker`, the engine and a task. */
const inPage = <T>(page: Page, body: string): Promise<T> =>
  page.evaluate<T>(`(async () => {
    const {trainInWorker} = await import("../${built("components", "trainInWorker")}");
    const engine = await import("../${built("lib", "index")}");
    const task = (${task})(engine);
    ${body}
  })()`);

const task = (e: typeof engine): engine.TrainingTask => ({
  ...e.moons({random: e.random(7)}),
  network: {sizes: [2, 8, 1], activations: ["tanh", "sigmoid"], initializer: "glorotUniform"},
  loss: "binaryCrossEntropy",
  optimizer: {name: "adam", learningRate: 0.02},
  batchSize: 20,
  epochs: 30,
  seed: 3,
  precision: "double"
});

/** Whether the page comes to have so many workers. */
const expectWorkers = (page: Page, count: number) =>
  expect.poll(() => page.workers().length, {timeout: 30_000}).toBe(count);

describe("trainInWorker(task)", () => {
  test("trains to the same bits as Node, leaves no worker behind and asks nobody else", async () => {
    const {page, faults} = await visit("en/index.html");
    const there = await inPage<{parameters: number[]; how: string}>(
      page,
      `const training = trainInWorker(task);
       let parameters, step;
       while (!(step = await training.next()).done) ({parameters} = step.value);
       return {parameters: [...parameters], how: step.value.how};`
    );
    const source = engine.random(3);
    const {X, Y, ...described} = task(engine);
    const made = engine.network({
      sizes: [2, 8, 1],
      activations: [engine.tanh, engine.sigmoid],
      initializer: engine.glorotUniform,
      random: source
    });
    const loss = engine.binaryCrossEntropy;
    const optimizer = engine.adam({learningRate: 0.02});
    const {batchSize, epochs} = described;
    for (const _ of engine.train({network: made, loss, X, Y, optimizer, batchSize, epochs, random: source}));
    expect(there).toEqual({parameters: [...made.parameters], how: "finished"});
    await expectWorkers(page, 0);
    expect(faults).toEqual([]);
  });

  test("answers the page while it trains; cancelling frees the worker at once", async () => {
    const {page, faults} = await visit("en/index.html");
    await inPage(
      page,
      `window.training = trainInWorker({...task, epochs: 1e6, precision: "single"});
       await training.next();
       window.awaited = (async () => { for await (const _ of training); return "left"; })();`
    );
    await expectWorkers(page, 1);
    await page.evaluate("training.cancel()");
    expect(await page.evaluate("awaited")).toBe("left");
    await expectWorkers(page, 0);
    expect(faults).toEqual([]);
  });

  test("a hidden tab lets it rest until it is shown again", async () => {
    const {page} = await visit("en/index.html");
    const hide = (hidden: boolean) =>
      `Object.defineProperty(document, "hidden", {value: ${hidden}, configurable: true});
       document.dispatchEvent(new Event("visibilitychange"));`;
    await inPage(
      page,
      `window.reports = 0;
       window.training = trainInWorker({...task, epochs: 1e6});
       (async () => { for await (const _ of training) ++reports; })();`
    );
    await page.waitForFunction("reports > 2");
    await page.evaluate(hide(true));
    // at most what was under way: the report not yet acknowledged, and the one ahead of it
    const rest = await page.evaluate<number>(`(async () => {
      const before = reports;
      for (let quiet = 0, last = before; quiet < 10; ++quiet) {
        await new Promise((resolve) => setTimeout(resolve, 30));
        if (reports !== last) quiet = 0;
        last = reports;
      }
      return reports - before;
    })()`);
    expect(rest).toBeLessThanOrEqual(2);
    const resting = await page.evaluate<number>("reports");
    await page.evaluate(hide(false));
    await page.waitForFunction(`reports > ${resting}`);
    await page.evaluate("training.cancel()");
  });

  test("a task that cannot be is refused with its rule and value", async () => {
    const {page} = await visit("en/index.html");
    const message = await inPage(
      page,
      `return trainInWorker({...task, batchSize: 0}).next().catch(({name, message}) => name + ": " + message);`
    );
    expect(message).toBe("RangeError: batchSize must be an integer of at least 1 and at most 200; got 0");
    await expectWorkers(page, 0);
  });
});
