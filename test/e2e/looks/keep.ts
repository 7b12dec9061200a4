import {readdirSync, rmSync} from "node:fs";
import {join} from "node:path";
import {readyChapters} from "../../../src/course.js";
import {serveSite} from "../../../tools/site.js";
import {openPackedBrowser} from "../browser.js";
import {cellsHaveRun} from "../visit.js";
import {difference} from "./difference.js";
import {pictureFolder, readPicture, writePicture} from "./kept.js";
import {lookOptions, looks, pictureName} from "./looks.js";

// Keeps how all pages look now, or those that are named: npm run looks -- momentum adam. Pictures of what has not
// changed stay as they are.

const asked = process.argv.slice(2);
const slugs = ["index", ...readyChapters.map(({slug}) => slug)];
const unknown = asked.filter((slug) => !slugs.includes(slug));
if (unknown.length)
  throw new RangeError(`a page must be one of ${slugs.join(", ")}; got ${unknown.join(", ")}`);

const site = await serveSite("dist");
const browser = await openPackedBrowser();
for (const slug of slugs.filter((slug) => asked.length === 0 || asked.includes(slug))) {
  const page = await browser.newPage(lookOptions);
  await page.goto(`${site.url}en/${slug}.html`);
  await cellsHaveRun(page);
  for await (const look of looks(page, 2000)) {
    const [name, found] = [pictureName(slug, look), await look.take()];
    const changed = difference(readPicture(name), found);
    if (!changed) continue;
    writePicture(name, found);
    console.log(`${name}: ${changed.says}`);
  }
  await page.close();
}
await browser.close();
await site.close();

for (const name of readdirSync(pictureFolder))
  if (!slugs.some((slug) => name.replace(/-\w+-\d+\.png$/, "") === slug)) {
    rmSync(join(pictureFolder, name));
    console.log(`${name}: there is no such page any more`);
  }
