import {expect, test} from "vitest";
import {languages} from "../../src/course.js";
import {noNumber, pictures} from "./pictures.js";
import {useBrowser} from "./visit.js";

const visit = useBrowser();

/**
 * Links as readers have saved them, with all that each page could hold then. A later version may hold more; what these
 * ask for it must still understand. What no version knew, like the last parameter, is left alone.
 */
const saved = {
  "saddle-points":
    "surface=wells&optimizers=gd,momentum,adam&alpha=0.02&beta=0.8&form=classical&trails=slope&noise=0.0001&along=0.5&epsilon=1e-8&step=40&tool=none",
  "moving-averages": "beta=0.98&day=60&tool=none",
  momentum: "alpha=0.03&beta=0.95&kappa=1000&scale=effective&form=classical&step=50&tool=none",
  rmsprop: "alpha=0.1&beta=0.99&kappa=10&rotation=30&epsilon=0.0001&guard=inside&step=12&tool=none",
  adam: "alpha=0.01&beta1=0.8&beta2=0.99&epsilon=0.001&kappa=10&noise=1.5&correction=misprint&step=3&tool=none",
  "learning-rate-decay":
    "schedule=restarts&period=20&multiplier=1.5&floor=0.1&alpha=1&epochs=100&updates=2&count=updates&objective=absolute&sigma=0.2&start=10&step=90&optimizer=adam&tool=none",
  standardization:
    "data=wine&first=ash&second=hue&transform=whiten&bias=on&rule=fixed&alpha=0.5&optimizer=adam&step=30&n=10&w=0.3&statistics=test&tool=none",
  "optimizer-race":
    "surface=himmelblau&fairness=own&rotation=0&tolerance=0.01&steps=200&start=1,1&run=gd,nadam&set=nadam&nadam.beta1=0.8&step=100&tool=none"
};

test.each(languages.flatMap((language) => Object.entries(saved).map((link) => [language, ...link] as const)))(
  "%s/%s opens with a saved link as it was saved",
  async (language, page, query) => {
    const {page: opened, faults} = await visit(`${language}/${page}.html?${query}`);
    expect(await opened.locator(".message[role=alert]:not(:empty)").allTextContents()).toEqual([]);
    expect(await pictures(opened)).not.toMatch(noNumber);
    expect(new URL(opened.url()).searchParams.toString()).toBe(new URLSearchParams(query).toString());
    expect(faults).toEqual([]);
  }
);
