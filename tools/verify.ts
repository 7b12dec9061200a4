import {existsSync, readFileSync, statSync} from "node:fs";
import {dirname, join, normalize} from "node:path";
import {init, parse} from "es-module-lexer";
import {JSDOM} from "jsdom";
import {filesBelow} from "./files.js";
import {workersOf} from "./workers.js";

await init;

/** Everything in a built site that a reader would stumble over, one sentence each; none when it is sound. */
export function verify(dist: string): string[] {
  const files = filesBelow(dist);
  const pages = new Map(files.filter(isPage).map((file) => [file, readPage(join(dist, file))]));
  return [
    ...[...pages].flatMap(([file, page]) => [
      ...cellErrors(file, page),
      ...brokenLinks(file, page, pages, dist),
      ...foreignAttributes(file, page)
    ]),
    ...files.filter((file) => file.endsWith(".css")).flatMap((file) => styleProblems(file, dist)),
    ...files
      .filter((file) => file.endsWith(".js"))
      .flatMap((file) => scriptProblems(file, read(dist, file), dist)),
    ...[...pages].flatMap(([file, page]) =>
      [...page.querySelectorAll("script:not([src])")].flatMap((script) =>
        scriptProblems(file, script.textContent!, dist)
      )
    )
  ];
}

const isPage = (file: string): boolean => file.endsWith(".html");
const read = (dist: string, file: string): string => readFileSync(join(dist, file), "utf8");
const readPage = (path: string): Document => new JSDOM(readFileSync(path, "utf8")).window.document;

/** Framework writes the message of a cell that it cannot parse into the page, and goes on. */
const cellErrors = (file: string, page: Document): string[] =>
  [...page.querySelectorAll(".observablehq--error")].map((error) => `${file}: ${error.textContent}`);

/** Elements that the browser loads by themselves; an `<a>` only where the reader follows it. */
const loaded =
  "script[src], img[src], img[srcset], iframe[src], audio[src], video[src], source[src], link[href]";
const isAddress = /^(?:[a-z]+:)?\/\//i;

function brokenLinks(file: string, page: Document, pages: Map<string, Document>, dist: string): string[] {
  return [...page.querySelectorAll(`a[href], ${loaded}`)].flatMap((element) => {
    const address = element.getAttribute("href") ?? element.getAttribute("src") ?? "";
    if (isAddress.test(address) || /^(?:mailto|data):/.test(address)) return [];
    const [path, anchor = ""] = decodeURI(address)
      .replace(/\?[^#]*/, "")
      .split("#");
    const target = targetFile(file, path, dist);
    if (!existsSync(join(dist, target))) return [`${file}: broken link ${address}`];
    const missing = anchor && pages.has(target) && !pages.get(target)!.getElementById(anchor);
    return missing ? [`${file}: no such anchor ${address}`] : [];
  });
}

function targetFile(from: string, path: string, dist: string): string {
  if (path === "") return from;
  const target = from === "404.html" ? normalize(path) : normalize(join(dirname(from), path));
  const isFolder = existsSync(join(dist, target)) && statSync(join(dist, target)).isDirectory();
  return isFolder ? join(target, "index.html") : target;
}

/** Canonical and alternate links name addresses that nobody loads. */
const foreignAttributes = (file: string, page: Document): string[] =>
  [...page.querySelectorAll(loaded)]
    .filter((element) => !/^(?:canonical|alternate)$/.test(element.getAttribute("rel") ?? ""))
    .map(
      (element) =>
        element.getAttribute("href") ?? element.getAttribute("src") ?? element.getAttribute("srcset")!
    )
    .filter((address) => isAddress.test(address))
    .map((address) => `${file}: foreign address ${address}`);

function styleProblems(file: string, dist: string): string[] {
  const css = read(dist, file).replace(/\/\*.*?\*\//gs, "");
  const addresses = [...css.matchAll(/url\(\s*["']?([^"')]+)|@import\s+["']([^"']+)/g)].map(
    ([, a, b]) => a ?? b
  );
  return addresses
    .filter((address) => !address.startsWith("data:"))
    .flatMap((address) => {
      if (isAddress.test(address)) return [`${file}: foreign address ${address}`];
      return existsSync(join(dist, dirname(file), address.split(/[?#]/)[0]))
        ? []
        : [`${file}: broken link ${address}`];
    });
}

/** Framework's client names libraries that it would load for pages that use them unimported; none does. */
const unusedLibrary = /(?:^|\/)_npm\/|\/_observablehq\/stdlib\/|^\.\/stdlib\//;
/** Names of XML languages are written as addresses; nobody loads them. */
const namespaces = /https?:\/\/www\.w3\.org\/(?:\d{4}\/|XML\/)[\w/#]*/g;

function scriptProblems(file: string, code: string, dist: string): string[] {
  const foreign = [...code.replace(namespaces, "").matchAll(/["'`](https?:\/\/[^"'`\s]*)/g)].map(
    ([, address]) => `${file}: foreign address ${address}`
  );
  const imports = [...parse(code)[0].flatMap(({n}) => (n === undefined ? [] : [n])), ...workersOf(code)];
  const broken = imports
    .filter((name) => !(file.startsWith("_observablehq/") && unusedLibrary.test(name)))
    .filter((name) => !/^\.{0,2}\//.test(name) || !existsSync(join(dist, dirname(file), name)))
    .map((name) => `${file}: unresolved import ${name}`);
  return [...foreign, ...broken];
}
