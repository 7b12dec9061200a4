import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, expect, test} from "vitest";
import {readyChapters} from "../../src/course.js";
import {mapProblems} from "../../tools/map.js";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "descent-map-"));
  mkdirSync(join(root, "[lang]"));
  for (const slug of ["index", ...readyChapters.map((chapter) => chapter.slug)])
    writeFileSync(join(root, "[lang]", `${slug}.md`), "");
});
afterEach(() => rmSync(root, {recursive: true}));

test("mapProblems(root) finds none where pages and map agree", () => {
  expect(mapProblems(root)).toEqual([]);
});

test("mapProblems(root) names a page that is missing from the map", () => {
  writeFileSync(join(root, "[lang]/stray.md"), "");
  expect(mapProblems(root)).toEqual(["src/[lang]/stray.md is missing from the map in src/course.ts"]);
});

test("mapProblems(root) names a chapter that has no page", () => {
  rmSync(join(root, "[lang]/moving-averages.md"));
  expect(mapProblems(root)).toEqual([
    "the map in src/course.ts names moving-averages, but src/[lang]/moving-averages.md does not exist"
  ]);
});
