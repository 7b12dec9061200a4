import type {Page} from "playwright-core";
import {longestSince} from "./longTasks.js";

/** JavaScript: moves a control on by a step. */
const step = `(control) => {
  if (control.type === "radio" || control.type === "checkbox") return control.click();
  if (control.tagName === "SELECT") control.selectedIndex = (control.selectedIndex + 1) % control.options.length;
  else control.valueAsNumber += (Number(control.max) - Number(control.min)) * (control.valueAsNumber > Number(control.max) / 2 ? -0.1 : 0.1);
  control.dispatchEvent(new Event(control.tagName === "SELECT" ? "change" : "input", {bubbles: true}));
}`;

/** Moves every control that is seen, one after the other, and tells which held the page up longest. */
export async function moveControls(page: Page): Promise<{name: string; longest: number}> {
  let worst = {name: "", longest: 0};
  const controls = page.locator("main :is(.input, .player) :is(input, select):not([type=text])");
  const count = await controls.count();
  for (let i = 0; i < count; ++i) {
    const control = controls.nth(i);
    if (!(await control.isVisible())) continue;
    const since: number = await page.evaluate("performance.now()");
    await control.evaluate(`(control) => (${step})(control)`);
    await page.waitForTimeout(200);
    const longest = await longestSince(page, since);
    if (longest > worst.longest)
      worst = {
        name: await control.evaluate(
          "(control) => control.closest('.input, .player').textContent.slice(0, 30)"
        ),
        longest
      };
  }
  return worst;
}
