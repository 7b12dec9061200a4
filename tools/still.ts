import {readFileSync} from "node:fs";
import {JSDOM} from "jsdom";

const tokens = readFileSync(new URL("../src/tokens.css", import.meta.url), "utf8");

/**
 * The text of an SVG file that shows a view as it stands: `draw` runs with a document, and the file carries the
 * palette of the course, so that it follows light and dark by itself.
 */
export function still(draw: () => SVGSVGElement): string {
  globalThis.document = new JSDOM("<!doctype html>").window.document;
  const svg = draw();
  const style = document.createElementNS("http://www.w3.org/2000/svg", "style");
  style.textContent = `${tokens.replace(/\/\*.*?\*\/\s*/gs, "")}svg { color: var(--foreground); } .readings { display: none; }`;
  svg.prepend(style);
  svg.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  return `${svg.outerHTML.replace(positions, (attribute) => attribute.replace(/(\.\d\d)\d+/g, "$1"))}\n`;
}

/** Attributes that hold pixels, which need no more than two decimals. */
const positions = / (?:d|cx|cy|x|y|x1|x2|y1|y2|transform)="[^"]*"/g;
