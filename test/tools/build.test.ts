import {spawnSync} from "node:child_process";
import {mkdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, expect, test} from "vitest";
import {copyProject} from "./copy.js";

const page = "src/[lang]/small.md";
const small = "::: en\n# Small\n:::\n::: zh\n# 小\n:::\n";
let copy: string;

/** A course of one small chapter, so that the whole command runs in seconds. */
beforeAll(() => {
  copy = copyProject({leave: /[/\\](?:\[lang\]|stills)(?:[/\\]|$)/});
  const course = readFileSync(join(copy, "src/course.ts"), "utf8");
  const one = `[{title: {en: "", zh: ""}, chapters: [{slug: "small", title: {en: "Small", zh: "小"}, description: {en: "", zh: ""}, ready: true}]}]`;
  writeFileSync(
    join(copy, "src/course.ts"),
    course.replace(/(?<=parts: readonly Part\[\] = )\[.*?\n\]/s, one)
  );
  mkdirSync(join(copy, "src/[lang]"));
  writeFileSync(join(copy, "src/[lang]/index.md"), small);
});
afterAll(() => rmSync(copy, {recursive: true}));

function build(text: string, environment: NodeJS.ProcessEnv = {}): {status: number | null; said: string} {
  writeFileSync(join(copy, page), small + text);
  const {status, stdout, stderr} = spawnSync("npm", ["run", "--silent", "build"], {
    cwd: copy,
    env: {...process.env, ...environment},
    encoding: "utf8"
  });
  return {status, said: stdout + stderr};
}

test("npm run build ends with zero for a sound site", () => {
  expect(build("```ts\ndisplay(1);\n```\n")).toMatchObject({status: 0});
});

test("SITE_URL makes canonical and language links absolute", () => {
  expect(build("", {SITE_URL: "https://example.org/course"})).toMatchObject({status: 0});
  const html = readFileSync(join(copy, "dist/en/small.html"), "utf8");
  expect(html).toContain('<link rel="canonical" href="https://example.org/course/en/small.html">');
  expect(html).toContain('hreflang="zh" href="https://example.org/course/zh/small.html">');
});

test.each([
  ["a syntax error in a cell", "```ts\nconst = 1;\n```\n", "src/[lang]/small.md:8:7"],
  ["a broken link", "[gone](./gone)\n", "broken link"],
  ["a broken anchor", "[gone](#gone)\n", "no such anchor"],
  ["an unresolvable import", '```ts\nimport {x} from "d3-nothing";\ndisplay(x);\n```\n', "d3-nothing"],
  ["a TeX error", "$\\frac{1$\n", "KaTeX parse error"],
  [
    "an unpaired language block",
    "::: en\nalone\n:::\n",
    'src/[lang]/small.md:7:1 error "::: en" has no "::: zh" after it'
  ],
  [
    "a foreign address",
    '<img src="https://example.org/x.png">\n',
    "foreign address https://example.org/x.png"
  ]
])("npm run build ends non-zero for %s and says where", (_, text, message) => {
  const {status, said} = build(text);
  expect(said).toContain(message);
  expect(status).toBe(1);
});

test("npm run build ends non-zero for a page that is missing from the map", () => {
  writeFileSync(join(copy, "src/[lang]/stray.md"), small);
  const {status, said} = build("");
  rmSync(join(copy, "src/[lang]/stray.md"));
  expect(said).toContain("src/[lang]/stray.md is missing from the map");
  expect(status).toBe(1);
});
