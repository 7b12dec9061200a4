import {readdirSync, readFileSync} from "node:fs";
import {createMarkdownIt} from "@observablehq/framework/dist/markdown.js";
import {init, parse} from "es-module-lexer";
import {expect, test} from "vitest";
import {siteModules} from "../../tools/liveModules.js";

await init;

/**
 * What the cells of a page import, as an edited cell would name it; what belongs to a chapter is found among the modules
 * that the page has loaded, save what is imported as the cell runs.
 */
function imported(file: string): string[] {
  const tokens = createMarkdownIt({}).parse(readFileSync(`src/[lang]/${file}`, "utf8"), {path: "/en/page"});
  return tokens
    .filter(({type, info}) => type === "fence" && /^ts\b/.test(info) && !info.includes("run=false"))
    .flatMap(({content}) => [...content.matchAll(/\b(?:from|import)\s*(\(?)\s*"([^"]+)"/g)])
    .filter(([, opening, name]) => opening || !/^\.\.\/(?:chapters|data)\//.test(name))
    .map(([, , name]) => (name.startsWith(".") ? new URL(name, "file:///en/page").pathname : name));
}

test("an edited cell can import what any page imports of the engine, the components and the packages", () => {
  const known = new Set(parse(siteModules("src"))[0].map(({n}) => n!.replace(/^\.\.\/\.\./, "")));
  const names = readdirSync("src/[lang]").flatMap(imported);
  expect(names.length).toBeGreaterThan(100);
  expect([...new Set(names)].filter((name) => !known.has(name))).toEqual([]);
});

test("what an edited cell can import is of the site, or a package to draw and compute with", () => {
  const names = parse(siteModules("src"))[0].map(({n}) => n!);
  expect(
    names.filter(
      (name) => !/^\.\.\/\.\.\/(?:lib|components|chapters|data)\/.*\.js$|^d3-|^arquero$/.test(name)
    )
  ).toEqual([]);
});
