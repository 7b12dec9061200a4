import type {Page} from "playwright-core";
import {expect, test} from "vitest";
import {settled} from "./looks/settled.js";
import {noNumber, pictures} from "./pictures.js";
import {useBrowser} from "./visit.js";

const visit = useBrowser();

const slugs = [
  "saddle-points",
  "momentum",
  "rmsprop",
  "adam",
  "learning-rate-decay",
  "standardization",
  "optimizer-race"
];
const ends = ["first", "last"] as const;

test.each(slugs.flatMap((slug) => ends.map((end) => [slug, end] as const)))(
  "%s draws numbers only with every control at its %s value, and its address keeps all of them",
  async (slug, end) => {
    const options = {reducedMotion: "reduce"} as const;
    const {page, faults} = await visit(`en/${slug}.html`, options);
    await settled(page, 400);
    await moveControls(page, end);
    await settled(page, 400);
    const [positions, link] = [await controls(page).evaluateAll(asTheyStand), new URL(page.url()).search];
    expect(positions.length).toBeGreaterThan(5);
    expect(await pictures(page)).not.toMatch(noNumber);
    expect(faults).toEqual([]);

    const {page: again} = await visit(`en/${slug}.html${link}`, options);
    await expect.poll(() => controls(again).evaluateAll(asTheyStand)).toEqual(positions);
    expect(await again.locator(".message[role=alert]:not(:empty)").allTextContents()).toEqual([]);
  }
);

const controls = (page: Page) => page.locator("main .input :is(input:not([type=text]), select)");

const asTheyStand = (all: readonly Element[]): (string | boolean)[] =>
  (all as HTMLInputElement[]).map(({type, checked, value}) =>
    type === "radio" || type === "checkbox" ? checked : value
  );

const moveControls = (page: Page, end: (typeof ends)[number]): Promise<void> =>
  controls(page).evaluateAll((all, last) => {
    for (const control of all as HTMLInputElement[]) {
      const {type, min, max} = control;
      if (control instanceof HTMLSelectElement) {
        control.selectedIndex = last ? control.options.length - 1 : 0;
        control.dispatchEvent(new Event("change", {bubbles: true}));
      } else if (type === "range") {
        control.value = last ? max : min;
        control.dispatchEvent(new Event("input", {bubbles: true}));
      } else if (type === "radio") {
        const group = [...control.closest(".input")!.querySelectorAll("input:not(:disabled)")];
        if (group.at(last ? -1 : 0) === control) control.click();
      } else if (control.checked !== last) control.click();
    }
  }, end === "last");
