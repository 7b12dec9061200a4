import type {Page} from "playwright-core";
import {longestSince} from "./longTasks.js";

/** Moves a control on by a step. */
function step(control: HTMLInputElement | HTMLSelectElement): void {
  if (control.type === "radio" || control.type === "checkbox") {
    control.click();
    return;
  }
  if (control instanceof HTMLSelectElement)
    control.selectedIndex = (control.selectedIndex + 1) % control.options.length;
  else {
    const [far, span] = [Number(control.max), Number(control.max) - Number(control.min)];
    control.valueAsNumber += control.valueAsNumber > far / 2 ? -0.1 * span : 0.1 * span;
  }
  control.dispatchEvent(new Event(control.type.startsWith("select") ? "change" : "input", {bubbles: true}));
}

/** Moves every control that is seen, one after the other, and tells which held the page up longest. */
export async function moveControls(page: Page): Promise<{name: string; longest: number}> {
  let worst = {name: "", longest: 0};
  const controls = page.locator("main :is(.input, .player) :is(input, select):not([type=text])");
  const count = await controls.count();
  for (let i = 0; i < count; ++i) {
    const control = controls.nth(i);
    if (!(await control.isVisible())) continue;
    const since: number = await page.evaluate("performance.now()");
    await control.evaluate(step);
    await page.waitForTimeout(200);
    const longest = await longestSince(page, since);
    if (longest > worst.longest)
      worst = {
        name: await control.evaluate((element) =>
          element.closest(".input, .player")!.textContent.trim().slice(0, 30)
        ),
        longest
      };
  }
  return worst;
}
