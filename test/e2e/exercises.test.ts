import type {Locator, Page} from "playwright-core";
import {describe, expect, test} from "vitest";
import {type Language, languages, readyChapters} from "../../src/course.js";
import {exercises} from "../../src/live/exercises/index.js";
import {exerciseWords} from "../../src/live/words.js";
import {violations} from "./axe.js";
import {drive, editor} from "./liveDriver.js";
import {useBrowser} from "./visit.js";

const visit = useBrowser();
const poll = <T>(ask: () => Promise<T>) => expect.poll(ask, {timeout: 30_000});

/** A known mistake in each solution, and what its hint says. */
const mistakes: Readonly<Record<string, readonly [from: string | RegExp, to: string, hint: RegExp]>> = {
  backwardLayer: [/sum \/ m/g, "sum", /\.7778/],
  initialWeights: [/\(activation === "relu" \? 2 : 1\)/, "1", /Var\(w\) = 2\/n/],
  batches: ["start < m", "start + size <= m", /⌊m\/B⌋/],
  ema: [" / (1 - beta ** (k + 1))", "", /1 − βᵗ/],
  adamStep: ["1 - beta2 ** t", "1 - beta1 ** t", /1 − β₂ᵗ/],
  fitScaler: ["|| 1", "", /NaN/]
};

const parts = (page: Page) => {
  const section = page.locator(".exercise");
  return {
    section,
    cell: section.locator(".live-cell"),
    verdict: (): Promise<string> => section.locator(".verdict > .message").innerText(),
    help: section.locator(".verdict > .live-tools button"),
    given: section.locator(".verdict [aria-live] > p"),
    /** What each of the listed checks found. */
    found: (): Promise<(string | null)[]> =>
      section.locator("ol > li").evaluateAll((items) => items.map((item) => item.getAttribute("data-found")))
  };
};

const shown = (marks: Locator): Promise<number> => marks.filter({visible: true}).count();

describe.each(readyChapters.filter(({exercise}) => exercise))(
  "the exercise of $slug",
  ({slug, exercise: name}) => {
    test.each(languages)("%s: it answers as one types, helps, and is solved", async (language: Language) => {
      const words = exerciseWords[language];
      const {solution, stub, checks, hints} = await exercises[name!]();
      const {page, faults} = await visit(`${language}/${slug}.html`);
      const {section, cell, verdict, help, given, found} = parts(page);
      const {open, write} = drive(page);

      expect(await section.locator("ol > li").count()).toBe(checks.length);
      await open(cell);
      expect((await editor(cell).innerText()).replaceAll("\n\n", "\n")).toContain(stub.split("\n")[0]);
      await poll(verdict).toBe(words.keepGoing);
      expect(await found()).toContain("wrong");

      await write(cell, "function (");
      await poll(verdict).toBe(words.error);
      await write(cell, "const other = 1;");
      await poll(verdict).toMatch(new RegExp(`^${words.error}.*${name}`));

      const [from, to, hint] = mistakes[name!];
      await write(cell, solution.replace(from, to));
      await poll(verdict).toMatch(hint);
      expect(await verdict()).toMatch(new RegExp(`^${words.almost}`));

      for (const [i, text] of hints.entries()) {
        expect(await help.innerText()).toBe(words.hint(i + 1));
        await help.click();
        await poll(() => given.nth(i).innerText()).toContain(text[language]);
      }
      await help.click();
      expect(await violations(page)).toEqual([]);
      await section.getByRole("button", {name: words.takeSolution}).click();
      await poll(verdict).toBe(words.pass);
      expect(await found()).toEqual(checks.map(() => "right"));

      await page.goto(page.url().replace(`${slug}.html`, "index.html"));
      await poll(() => shown(page.locator(".solved"))).toBe(1);
      expect(await page.locator(`.solved[data-solved=${name}]`).innerText()).toContain(words.solved);
      expect(faults).toEqual([]);
    });
  }
);
