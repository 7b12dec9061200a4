import {existsSync, readdirSync} from "node:fs";
import {readyChapters} from "../src/course.js";

/** Pages that are missing from the map of the course, and chapters of the map that have no page. */
export function mapProblems(root: string): string[] {
  const known = new Set(["index", ...readyChapters.map((chapter) => chapter.slug)]);
  const pages = readdirSync(`${root}/[lang]`)
    .filter((name) => name.endsWith(".md"))
    .map((name) => name.slice(0, -3));
  return [
    ...pages
      .filter((slug) => !known.has(slug))
      .map((slug) => `src/[lang]/${slug}.md is missing from the map in src/course.ts`),
    ...[...known]
      .filter((slug) => !existsSync(`${root}/[lang]/${slug}.md`))
      .map((slug) => `the map in src/course.ts names ${slug}, but src/[lang]/${slug}.md does not exist`)
  ];
}
