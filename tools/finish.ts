import {copyFileSync, mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {transformSync} from "esbuild";
import {
  chapters,
  home,
  type Language,
  languages,
  pagePath,
  parsePagePath,
  readyChapters,
  siteTitle
} from "../src/course.js";
import {filesBelow} from "./files.js";
import {escapeHtml} from "./html.js";
import {leanPackages} from "./leanPackages.js";

/**
 * Mends what Framework's fixed template leaves out: the language of each page, a viewport that zooms, what search
 * engines and link previews read, the fonts of the formulas and the sources of the pages.
 *
 * With `siteUrl` (the address the site will have) canonical and alternate links are absolute, else relative.
 */
export async function finish(dist: string, {siteUrl = process.env.SITE_URL ?? ""} = {}): Promise<void> {
  await leanPackages(dist);
  for (const file of filesBelow(dist).filter((path) => path.endsWith(".html"))) {
    const path = join(dist, file);
    writeFileSync(path, finishPage(readFileSync(path, "utf8"), `/${file}`, siteUrl));
  }
  keepWoff2(dist);
  minifyModules(dist);
  for (const slug of ["index", ...readyChapters.map((chapter) => chapter.slug)])
    copy(`src/[lang]/${slug}.md`, join(dist, `source/${slug}.md.txt`));
}

function finishPage(html: string, path: string, siteUrl: string): string {
  const page = parsePagePath(path);
  const undated = html.replaceAll(fileDate, "");
  const finished = replaceOnce(undated, "<html>", `<html lang="${page?.language ?? "en"}">`);
  const zoomable = replaceOnce(finished, ", maximum-scale=1", "");
  if (path === "/404.html") return replaceOnce(zoomable, '<base href="/">', baseScript);
  return replaceOnce(zoomable, "</title>", `</title>\n${metadata(path, siteUrl)}`);
}

/** When a loader wrote its file: the one thing in a page that the next build would have otherwise. */
const fileDate = /,"lastModified":\d+(?=,"size":\d+\})/g;

/** What is not there cannot be replaced: a new template must not pass unnoticed. */
function replaceOnce(text: string, what: string, by: string): string {
  if (text.split(what).length !== 2)
    throw new Error(`the page template must have one ${what}; got another count`);
  return text.replace(what, () => by);
}

/** The missing page may stand at any depth: it finds the site's root before the folder of a language. */
const baseScript = `<script>
{
  const base = document.createElement("base");
  base.href = /^(.*?\\/)(?:en|zh)(?:\\/|$)/.exec(location.pathname)?.[1] ?? location.pathname.replace(/[^/]*$/, "");
  document.head.append(base);
}
</script>`;

function metadata(path: string, siteUrl: string): string {
  const page = parsePagePath(path);
  const language = page?.language ?? "en";
  const {title, description} = chapters.find(({slug}) => slug === page?.slug && slug) ?? home;
  const address = (to: string): string => (siteUrl ? siteUrl.replace(/\/$/, "") + to : relative(path, to));
  const file = (to: Language): string =>
    page ? `${pagePath(to, page.slug || "index")}.html` : `/${to}/index.html`;
  const property = (name: string, content: string): string =>
    `<meta property="og:${name}" content="${escapeHtml(content)}">`;
  return [
    `<meta name="description" content="${escapeHtml(description[language])}">`,
    `<link rel="canonical" href="${address(path)}">`,
    ...languages.map((to) => `<link rel="alternate" hreflang="${to}" href="${address(file(to))}">`),
    `<link rel="alternate" hreflang="x-default" href="${address("/index.html")}">`,
    property("title", title[language]),
    property("description", description[language]),
    property("type", page?.slug ? "article" : "website"),
    property("site_name", siteTitle),
    property("locale", {en: "en_US", zh: "zh_CN"}[language]),
    property("url", address(path))
  ].join("\n");
}

const relative = (from: string, to: string): string => "../".repeat(from.split("/").length - 2) + to.slice(1);

/** KaTeX's stylesheet names three formats of each font; every browser that runs the course reads woff2. */
function keepWoff2(dist: string): void {
  for (const file of filesBelow(dist).filter((path) => /katex\.\w+\.css$/.test(path))) {
    const css = readFileSync(join(dist, file), "utf8");
    const lean = css.replace(/,\s*url\([^)]*\.(?:woff|ttf)\)\s*format\([^)]*\)/g, "");
    writeFileSync(join(dist, file), lean);
    for (const [, font] of lean.matchAll(/url\(["']?(fonts\/[\w-]+\.woff2)/g))
      copy(join("node_modules/katex/dist", font), join(dist, dirname(file), font));
  }
}

/** Framework minifies packages, not the course's own modules. */
function minifyModules(dist: string): void {
  for (const file of filesBelow(dist).filter((path) => /^_import\/.*\.js$/.test(path))) {
    const path = join(dist, file);
    const {code} = transformSync(readFileSync(path, "utf8"), {minify: true, format: "esm"});
    writeFileSync(path, code);
  }
}

function copy(from: string, to: string): void {
  mkdirSync(dirname(to), {recursive: true});
  copyFileSync(from, to);
}
