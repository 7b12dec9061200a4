import {readFileSync} from "node:fs";
import {expect, test} from "vitest";
import {filesBelow} from "../../tools/files.js";

const sources = ["src", "lib"].flatMap((folder) =>
  filesBelow(folder)
    .filter((file) => /\.(?:ts|md)$/.test(file) && !/^\.observablehq|^live\/made\//.test(file))
    .map((file) => `${folder}/${file}`)
);
/** The places where one of the words stands in code; text in Markdown is none. */
const places = (words: RegExp): string[] =>
  sources.flatMap((file) => {
    const text = readFileSync(file, "utf8");
    const code = file.endsWith(".md") ? [...text.matchAll(/```ts\b.*?```/gs)].join("\n") : text;
    return code.split("\n").flatMap((line) => (words.test(line) ? [`${file}: ${line.trim()}`] : []));
  });

test("no text becomes elements of a page: nothing that parses HTML is ever called", () => {
  expect(sources.length).toBeGreaterThan(200);
  expect(
    places(
      /\b(?:innerHTML|outerHTML|insertAdjacentHTML|setHTML\w*|createContextualFragment|parseFromString|srcdoc)\b|document\.write|\.html\(/
    )
  ).toEqual([]);
});

test("text becomes a program in one place only", () => {
  expect(
    places(/\beval\(|\bnew Function\b|\bFunction\(|\bset(?:Timeout|Interval)\(\s*["'`]|javascript:/)
  ).toEqual([expect.stringMatching(/^src\/live\/evaluateCell\.ts: const program = globalThis\.eval\(/)]);
});
