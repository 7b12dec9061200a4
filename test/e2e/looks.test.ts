import {mkdirSync, readdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {PNG} from "pngjs";
import {describe, expect, test} from "vitest";
import {readyChapters} from "../../src/course.js";
import {openPackedBrowser} from "./browser.js";
import {type Difference, difference} from "./looks/difference.js";
import {pictureFolder, readPicture} from "./looks/kept.js";
import {type Look, lookOptions, looks, pictureName} from "./looks/looks.js";
import {takeLook} from "./looks/takeLook.js";
import {useBrowser} from "./visit.js";

const slugs = ["index", ...readyChapters.map(({slug}) => slug)];

// Elsewhere other browsers draw, and they draw other pixels.
describe.runIf(process.platform === "linux" && process.arch === "x64")("the views", {retry: 1}, () => {
  const visit = useBrowser(openPackedBrowser);

  test.each(slugs)("of en/%s look as they are kept, light and dark, wide and narrow", async (slug) => {
    const {page} = await visit(`en/${slug}.html`, lookOptions);
    const deadline = Date.now() + 20_000;
    const complaints: string[] = [];
    for await (const look of looks(page, 200)) {
      const changed = await lastingDifference(look, pictureName(slug, look), deadline);
      if (changed) complaints.push(complaint(slug, look, changed));
    }
    expect(complaints.join("\n")).toBe("");
  });

  test("are found to differ by a mark, a colour or a size, not by a text", async () => {
    const {page} = await visit("en/adam.html", lookOptions);
    const view = page.locator("svg.view.contour");
    const before = await takeLook(page);
    const differs = async (): Promise<string | undefined> => difference(before, await takeLook(page))?.says;
    expect(await differs()).toBeUndefined();
    await view
      .locator("text")
      .first()
      .evaluate((text) => text.replaceChildren("another text"));
    expect(await differs()).toBeUndefined();
    const mark = view.locator(".minima path");
    await mark.evaluate((path) => path.setAttribute("d", "M-5,3H5M0,-2V8"));
    expect(await differs()).toMatch(/^\d+ pixels differ$/);
    await mark.evaluate((path) => path.setAttribute("d", "M-5,0H5M0,-5V5"));
    await view.evaluate((svg) => svg.style.setProperty("--purple", "green"));
    expect(await differs()).toMatch(/^\d+ pixels differ$/);
    await view.evaluate((svg) => svg.setAttribute("height", "100"));
    expect(await differs()).toMatch(/^its views together are .*, no longer /);
  });
});

test("no picture is kept of a page that is not there", () => {
  const expected = slugs.map((slug) => new RegExp(`^${slug}-(light|dark)-\\d+\\.png$`));
  expect(readdirSync(pictureFolder).filter((name) => !expected.some((known) => known.test(name)))).toEqual(
    []
  );
});

/** A page may still be at work on what it shows: only what stays different until the deadline differs. */
async function lastingDifference(look: Look, name: string, deadline: number): Promise<Difference | null> {
  const kept = readPicture(name);
  for (;;) {
    const changed = difference(kept, await look.take());
    if (!changed || !kept || Date.now() > deadline) return changed;
  }
}

const temporary = "temporary/looks";

function complaint(slug: string, look: Look, {says, picture}: Difference): string {
  const path = join(temporary, pictureName(slug, look));
  mkdirSync(temporary, {recursive: true});
  writeFileSync(path, PNG.sync.write(picture));
  return (
    `en/${slug}.html, ${look.scheme}, ${look.width} px wide: ${says}; see ${path} (kept | found | difference). ` +
    `If this is how it should look, keep it: npm run looks -- ${slug}`
  );
}
