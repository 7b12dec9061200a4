import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {pathToFileURL} from "node:url";
import {afterEach, beforeEach, expect, test} from "vitest";
import {leanPackages} from "../../tools/leanPackages.js";

let dist: string;
const write = (file: string, text: string): void => {
  mkdirSync(dirname(join(dist, file)), {recursive: true});
  writeFileSync(join(dist, file), text);
};
beforeEach(() => {
  dist = mkdtempSync(join(tmpdir(), "descent-lean-"));
  write("package.json", `{"type": "module"}`);
  write("_node/d3-array@3.2.5/index.00000000.js", "export const range = 0;");
  write(
    "_import/a.js",
    `import {range as numbers} from "../_node/d3-array@3.2.5/index.00000000.js"; export const three = numbers(3);`
  );
  write(
    "page.html",
    `<head>\n<link rel="modulepreload" href="./_import/a.js">\n<link rel="modulepreload" href="./_node/d3-array@3.2.5/index.00000000.js">\n<script type="module">const {three} = await import("./_import/a.js");</script></head>`
  );
});
afterEach(() => rmSync(dist, {recursive: true}));

test("leanPackages(dist) gives a module the functions of D3 that it imports, and only those", async () => {
  await leanPackages(dist);
  const specifier = /from "([^"]+)"/.exec(readFileSync(join(dist, "_import/a.js"), "utf8"))![1];
  expect(specifier).toMatch(/^\.\.\/_lean\/d3-array\.\w+\.js$/);
  expect(await import(pathToFileURL(join(dist, "_import/a.js")).href)).toMatchObject({three: [0, 1, 2]});
  expect(Object.keys(await import(pathToFileURL(join(dist, "_import", specifier)).href))).toEqual(["range"]);
});

test("leanPackages(dist) preloads what a page needs now, and leaves whole packages to the cells that import them", async () => {
  const cell = `<script type="module">const {max} = await import("./_node/d3-array@3.2.5/index.00000000.js");</script>`;
  write("other.html", readFileSync(join(dist, "page.html"), "utf8").replace("</head>", `${cell}</head>`));
  await leanPackages(dist);
  const preloads = (file: string) =>
    [...readFileSync(join(dist, file), "utf8").matchAll(/modulepreload" href="([^"]+)"/g)].map(
      ([, href]) => href
    );
  expect(preloads("page.html")).toEqual(["_import/a.js", expect.stringMatching(/^_lean\/d3-array/)]);
  expect(preloads("other.html")).toContain("_node/d3-array@3.2.5/index.00000000.js");
});
