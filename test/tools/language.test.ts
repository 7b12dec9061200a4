import {expect, test} from "vitest";
import {keepLanguage} from "../../tools/language.js";

const page = "::: en\n# Hello\n:::\n::: zh\n# 你好\n:::\nshared\n";
const keep = (source: string) => () => keepLanguage(source, "en", "page.md");

test("keepLanguage(page, language) keeps that language's blocks and what stands outside, line by line", () => {
  expect(keepLanguage(page, "en", "page.md")).toBe("\n# Hello\n\n\n\n\nshared\n");
  expect(keepLanguage(page, "zh", "page.md")).toBe("\n\n\n\n# 你好\n\nshared\n");
});

test("keepLanguage(page) leaves colons in a fence alone", () => {
  const fenced = "```ts\n::: fr\n```\n";
  expect(keepLanguage(fenced, "en", "page.md")).toBe(fenced);
});

test.each([
  ["::: en\nonly\n:::\n", 'page.md:1: "::: en" has no "::: zh" after it'],
  ["\n::: zh\nfirst\n:::\n", 'page.md:2: every "::: en" needs a "::: zh" after it; got "::: zh"'],
  ["::: en\na\n:::\n::: en\nb\n:::\n", 'page.md:4: every "::: en" needs a "::: zh" after it; got "::: en"'],
  ["::: en\na\n", 'page.md:1: "::: en" is never closed'],
  ["::: en\na\n::: zh\nb\n:::\n", 'page.md:3: a "::: zh" opens inside "::: en"'],
  ["::: fr\na\n:::\n", 'page.md:1: a block must be "::: en" or "::: zh"; got "::: fr"']
])("keepLanguage(%j) names file, line and rule", (source, message) => {
  expect(keep(source)).toThrow(message);
});
