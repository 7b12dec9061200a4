import {JSDOM} from "jsdom";
import {expect, test} from "vitest";
import {still} from "../../tools/still.js";

const drawn = still(() => {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("width", "10");
  svg.innerHTML = '<path d="M1.23456,2V3.5"/><text x="7.98765">0.12345 &amp; more</text>';
  return svg;
});

test("still(draw) is a well-formed SVG file of its own", () => {
  const {documentElement} = new JSDOM(drawn, {contentType: "image/svg+xml"}).window.document;
  expect(documentElement.tagName).toBe("svg");
  expect(documentElement.namespaceURI).toBe("http://www.w3.org/2000/svg");
});

test("still(draw) carries the palette, light and dark", () => {
  expect(drawn).toMatch(/<style>[\s\S]*--blue: light-dark\(/);
});

test("still(draw) rounds pixels and leaves numbers that are read", () => {
  expect(drawn).toContain('d="M1.23,2V3.5"');
  expect(drawn).toContain('x="7.98"');
  expect(drawn).toContain("0.12345");
});
