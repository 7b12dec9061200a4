import {readFileSync} from "node:fs";
import {describe, expect, test} from "vitest";

const tokens = readFileSync("src/tokens.css", "utf8");
const pairs = [...tokens.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)].map(
  ([, name, ...colors]) => ({name, colors})
);

/** Relative luminance and contrast as WCAG 2.2 defines them (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio). */
function luminance(color: string): number {
  const [r, g, b] = [1, 3, 5].map((i) => {
    const channel = Number.parseInt(color.slice(i, i + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

const colorsOf = (wanted: string): string[] => pairs.find(({name}) => name === wanted)!.colors;
const text = [
  "foreground",
  "muted",
  "accent",
  "blue",
  "orange",
  "green",
  "purple",
  "red",
  "ochre",
  "cyan",
  "pink"
];

describe.each([
  ["light", 0],
  ["dark", 1]
])("in the %s theme", (_, i) => {
  test.each(text)("%s can be read on both backgrounds (4.5:1)", (name) => {
    for (const background of ["background", "background-raised"])
      expect(contrast(colorsOf(name)[i], colorsOf(background)[i])).toBeGreaterThanOrEqual(4.5);
  });

  test("the edge of a control can be seen (3:1)", () => {
    expect(contrast(colorsOf("control")[i], colorsOf("background")[i])).toBeGreaterThanOrEqual(3);
  });
});
