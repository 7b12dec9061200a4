import {readFileSync} from "node:fs";
import {dirname, join, normalize} from "node:path";
import {gzipSync} from "node:zlib";
import {init, parse} from "es-module-lexer";
import {JSDOM} from "jsdom";
import {parsePagePath} from "../src/course.js";
import {exercises} from "../src/live/exercises/index.js";
import {filesBelow} from "./files.js";
import {workersOf} from "./workers.js";

await init;

/**
 * Gzipped script in bytes that a page may need before its first view is drawn, and that it may load afterwards; then
 * the part of the former that lets cells be edited, and all that a page may load once one is.
 */
const budgets = {home: 60_000, chapter: 110_000, later: 85_000, editable: 1_000, edited: 260_000};

/** Gzipped script of a page beside what it may weigh. */
export interface Weight {
  readonly page: string;
  readonly part: "first view" | "later" | "editable" | "edited";
  readonly bytes: number;
  readonly budget: number;
}

/**
 * What each page of a built site weighs: what it loads for its first view, and what its cells load afterwards; and
 * what editing weighs on any of them.
 */
export function weights(dist: string): Weight[] {
  const gzipped = new Map<string, number>();
  const size = (file: string): number => {
    if (!gzipped.has(file)) gzipped.set(file, gzipSync(readFileSync(join(dist, file)), {level: 9}).length);
    return gzipped.get(file)!;
  };
  const sum = (files: Iterable<string>): number =>
    Array.from(files, size).reduce((total, bytes) => total + bytes, 0);
  const files = filesBelow(dist);
  const pages = files
    .filter((file) => parsePagePath(`/${file}`))
    .flatMap((page) => {
      const {first, later, inline} = pageScripts(dist, page);
      const budget = parsePagePath(`/${page}`)!.slug ? budgets.chapter : budgets.home;
      return [
        {page, part: "first view" as const, bytes: inline + sum(first), budget},
        ...(later.size ? [{page, part: "later" as const, bytes: sum(later), budget: budgets.later}] : [])
      ];
    });
  const {start, shared, exercises} = editingScripts(files);
  const edited = sum(shared) + Math.max(0, ...exercises.map(size));
  return [
    ...pages,
    {page: "each", part: "editable", bytes: sum(start), budget: budgets.editable},
    {page: "each", part: "edited", bytes: edited, budget: budgets.edited}
  ];
}

interface EditingScripts {
  /** What every page loads. */
  readonly start: readonly string[];
  /** What a page may load once one of its cells is edited, but not the exercises, of which it has one at most. */
  readonly shared: readonly string[];
  readonly exercises: readonly string[];
}

function editingScripts(files: readonly string[]): EditingScripts {
  const below = (names: string): RegExp => new RegExp(`^_import/live/${names}\\.\\w+\\.js$`);
  const [isStart, isExercise, isOther] = [
    below("start"),
    below(`exercises/(?:${Object.keys(exercises).join("|")})`),
    below(".*")
  ];
  return {
    start: files.filter((file) => isStart.test(file)),
    shared: files.filter((file) => isOther.test(file) && !isStart.test(file) && !isExercise.test(file)),
    exercises: files.filter((file) => isExercise.test(file))
  };
}

interface PageScripts {
  /** What the page preloads or names as a script, with all that these import statically, workers included. */
  readonly first: ReadonlySet<string>;
  /** What its cells import besides. */
  readonly later: ReadonlySet<string>;
  /** Bytes of the page's own code, gzipped. */
  readonly inline: number;
}

function pageScripts(dist: string, page: string): PageScripts {
  const {document} = new JSDOM(readFileSync(join(dist, page), "utf8")).window;
  const inPage = (name: string): string => normalize(join(dirname(page), name));
  const named = [...document.querySelectorAll("link[rel=modulepreload], script[src]")].map((element) =>
    inPage((element.getAttribute("href") ?? element.getAttribute("src"))!)
  );
  const code = [...document.querySelectorAll("script:not([src])")]
    .map((script) => script.textContent)
    .join("\n");
  const first = closure(dist, named);
  const later = closure(
    dist,
    parse(code)[0].flatMap(({n}) => (n ? [inPage(n)] : []))
  );
  return {
    first,
    later: new Set([...later].filter((file) => !first.has(file))),
    inline: gzipSync(code, {level: 9}).length
  };
}

/**
 * Files with all that they import statically and the workers that they start; `d` is −1 for an import that stands at the
 * top, not in a call.
 */
function closure(dist: string, files: readonly string[]): Set<string> {
  const found = new Set<string>();
  const visit = (file: string): void => {
    if (found.has(file)) return;
    found.add(file);
    const code = readFileSync(join(dist, file), "utf8");
    const imports = parse(code)[0].flatMap(({n, d}) => (d === -1 && n ? [n] : []));
    // Framework's client names modules of libraries that no page uses
    const workers = file.startsWith("_import/") ? workersOf(code) : [];
    for (const name of [...imports, ...workers]) visit(normalize(join(dirname(file), name)));
  };
  for (const file of files) visit(file);
  return found;
}
