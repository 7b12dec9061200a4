// @vitest-environment jsdom
import {expect, test} from "vitest";
import {moduleOfPage} from "../../src/live/moduleOfPage.js";

test("moduleOfPage(path) is the address of a module that the page loads, built or in the preview", () => {
  const built = "https://example.org/course/_import/chapters/adam/words.1a2b3c4d.js";
  const inPreview = "http://127.0.0.1:3000/_import/data/checkedWine.js?sha=0f";
  document.head.innerHTML = [built, inPreview]
    .map((href) => `<link rel="modulepreload" href="${href}"><link rel="stylesheet" href="${href}x">`)
    .join("");
  expect(moduleOfPage("/chapters/adam/words.js")).toBe(built);
  expect(moduleOfPage("/data/checkedWine.js")).toBe(inPreview);
  expect(moduleOfPage("/chapters/adam/word.js")).toBe(undefined);
  expect(moduleOfPage("/course/_import/chapters/adam/words.js")).toBe(undefined);
});
