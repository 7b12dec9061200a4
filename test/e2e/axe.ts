import {readFileSync} from "node:fs";
import {createRequire} from "node:module";
import type {Page} from "playwright-core";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What axe holds against a page by WCAG 2.2 AA and best practice: rule and place, one line each. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(source);
  return page.evaluate(`axe.run(document, {runOnly: ${JSON.stringify(rules)}}).then(({violations}) =>
    violations.flatMap(({id, help, nodes}) => nodes.map(({target}) => id + ": " + help + " at " + target.join(" "))))`);
}
