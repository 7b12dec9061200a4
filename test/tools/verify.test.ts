import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {afterEach, beforeEach, expect, test} from "vitest";
import {verify} from "../../tools/verify.js";

let dist: string;
const write = (file: string, text: string): void => {
  mkdirSync(dirname(join(dist, file)), {recursive: true});
  writeFileSync(join(dist, file), text);
};
beforeEach(() => {
  dist = mkdtempSync(join(tmpdir(), "descent-dist-"));
  write("index.html", `<a href="en/">English</a><a href="https://example.org/">followed by the reader</a>`);
  write(
    "en/index.html",
    `<h2 id="here">Here</h2><a href="#here"></a><a href="../index.html?x=1"></a><script type="module">import "../a.js";</script>`
  );
  write("a.js", `const svg = "http://www.w3.org/2000/svg"; export {svg};`);
  write("a.css", `a { background: url("a.js") }`);
});
afterEach(() => rmSync(dist, {recursive: true}));

test("verify(dist) finds nothing in a sound site", () => {
  expect(verify(dist)).toEqual([]);
});

test.each([
  ["bad.html", `<a href="nowhere.html"></a>`, "bad.html: broken link nowhere.html"],
  ["bad.html", `<a href="en/#there"></a>`, "bad.html: no such anchor en/#there"],
  [
    "bad.html",
    `<div class="observablehq--error">SyntaxError: Unexpected token</div>`,
    "bad.html: SyntaxError: Unexpected token"
  ],
  [
    "bad.html",
    `<img src="https://example.org/x.png">`,
    "bad.html: foreign address https://example.org/x.png"
  ],
  [
    "bad.html",
    `<link rel="stylesheet" href="//example.org/x.css">`,
    "bad.html: foreign address //example.org/x.css"
  ],
  [
    "bad.html",
    `<script>fetch("https://example.org/x")</script>`,
    "bad.html: foreign address https://example.org/x"
  ],
  ["bad.js", `import "d3-nothing";`, "bad.js: unresolved import d3-nothing"],
  ["bad.js", `await import("./gone.js")`, "bad.js: unresolved import ./gone.js"],
  [
    "bad.js",
    `new Worker(import.meta.resolve("./gone.js"), {type: "module"})`,
    "bad.js: unresolved import ./gone.js"
  ],
  ["bad.js", `import "https://example.org/x.js"`, "bad.js: foreign address https://example.org/x.js"],
  ["bad.css", `@import "https://example.org/x.css";`, "bad.css: foreign address https://example.org/x.css"],
  ["bad.css", `a { background: url(gone.png) }`, "bad.css: broken link gone.png"]
])("verify(dist) with %s: %s says so", (file, text, problem) => {
  write(file, text);
  expect(verify(dist)).toContain(problem);
});
