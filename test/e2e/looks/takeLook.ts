import type {Page} from "playwright-core";
import {PNG} from "pngjs";

const views = "main :is(svg.view, canvas)";

/** Hidden, as every machine has fonts of its own. */
const texts = "svg.view :is(text, foreignObject) {visibility: hidden !important}";

/** The views of a page below one another, at half size and without their texts. */
export async function takeLook(page: Page): Promise<PNG> {
  await page.addStyleTag({content: texts});
  const boxes = await placeViews(page);
  if (boxes.length === 0) return blank({width: 1, height: 1});
  const height = Math.max(...boxes.map((box) => box.y + box.height));
  const clip = {x: 0, y: 0, width: page.viewportSize()!.width, height: 2 * height};
  const shot = PNG.sync.read(await page.screenshot({clip}));
  const sheet = blank({
    width: Math.max(...boxes.map((box) => box.width)),
    height: boxes.reduce((sum, box) => sum + box.height + gap, 0)
  });
  let top = 0;
  for (const {x, y, width, height} of boxes) {
    PNG.bitblt(shot, sheet, x, y, width, height, 0, top);
    top += height + gap;
  }
  return sheet;
}

/** Pixels between two views. */
const gap = 2;

function blank(size: {width: number; height: number}): PNG {
  const sheet = new PNG(size);
  sheet.data.fill(255);
  return sheet;
}

/**
 * Moves each view to a whole pixel, wherever the texts above have left it, and tells its box in pixels of the picture.
 * A view that is not shown has none.
 */
const placeViews = (page: Page) =>
  page.locator(views).evaluateAll((all) =>
    (all as SVGSVGElement[])
      .map((view) => {
        Object.assign(view.style, {position: "relative", left: "0", top: "0"});
        const {x, y} = view.getBoundingClientRect();
        Object.assign(view.style, {left: `${-x % 2}px`, top: `${-y % 2}px`});
        const box = view.getBoundingClientRect();
        return {
          x: Math.round(box.x / 2),
          y: Math.round(box.y / 2),
          width: Math.round(box.width / 2),
          height: Math.round(box.height / 2)
        };
      })
      .filter(({width, height}) => width > 0 && height > 0)
  );
