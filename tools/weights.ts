import {readFileSync} from "node:fs";
import {dirname, join, normalize} from "node:path";
import {gzipSync} from "node:zlib";
import {init, parse} from "es-module-lexer";
import {JSDOM} from "jsdom";
import {parsePagePath} from "../src/course.js";
import {filesBelow} from "./files.js";

await init;

/** Gzipped script in bytes that a page may need before its first view is drawn. */
const budgets = {home: 60_000, chapter: 110_000};

/** The script that a page loads before its first view: its own, what it preloads, and what those import statically. */
export interface Weight {
  readonly page: string;
  readonly bytes: number;
  readonly budget: number;
}

/** What each page of a built site weighs. */
export function weights(dist: string): Weight[] {
  const gzipped = new Map<string, number>();
  const size = (file: string): number => {
    if (!gzipped.has(file)) gzipped.set(file, gzipSync(readFileSync(join(dist, file)), {level: 9}).length);
    return gzipped.get(file)!;
  };
  return filesBelow(dist)
    .filter((file) => parsePagePath(`/${file}`))
    .map((page) => {
      const {scripts, inline} = pageScripts(dist, page);
      const bytes = inline + [...scripts].reduce((sum, file) => sum + size(file), 0);
      const budget = parsePagePath(`/${page}`)!.slug ? budgets.chapter : budgets.home;
      return {page, bytes, budget};
    });
}

function pageScripts(dist: string, page: string): {scripts: Set<string>; inline: number} {
  const {document} = new JSDOM(readFileSync(join(dist, page), "utf8")).window;
  const scripts = new Set<string>();
  const visit = (file: string): void => {
    if (scripts.has(file)) return;
    scripts.add(file);
    for (const name of staticImports(readFileSync(join(dist, file), "utf8")))
      visit(normalize(join(dirname(file), name)));
  };
  for (const element of document.querySelectorAll("link[rel=modulepreload], script[src]"))
    visit(normalize(join(dirname(page), (element.getAttribute("href") ?? element.getAttribute("src"))!)));
  const code = [...document.querySelectorAll("script:not([src])")]
    .map((script) => script.textContent)
    .join("\n");
  return {scripts, inline: gzipSync(code, {level: 9}).length};
}

/** `d` is −1 for an import that stands at the top of a module, not in a call. */
const staticImports = (code: string): string[] =>
  parse(code)[0].flatMap(({n, d}) => (d === -1 && n ? [n] : []));
