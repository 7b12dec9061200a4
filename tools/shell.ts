import {
  type Chapter,
  type Language,
  otherLanguage,
  pagePath,
  parsePagePath,
  parts,
  readyChapters,
  siteTitle,
  type Words
} from "../src/course.js";
import {toCome} from "./chapterMap.js";
import {escapeHtml} from "./html.js";
import type {Heading} from "./markdown.js";

/** What Framework tells a page fragment of its page. */
interface Page {
  readonly path: string;
}

const words: Record<string, Words> = {
  skip: {en: "Skip to the text", zh: "跳到正文"},
  menu: {en: "Chapters", zh: "目录"},
  language: {en: "中文", zh: "English"},
  theme: {en: "Light or dark", zh: "浅色或深色"},
  source: {en: "Source of this page", zh: "本页源文件"},
  home: {en: "Course home", zh: "课程首页"},
  previous: {en: "Previous", zh: "上一章"},
  next: {en: "Next", zh: "下一章"},
  pager: {en: "Neighbouring chapters", zh: "相邻章节"},
  licence: {
    en: "Code and text under the MIT licence; data under the licences named where they are used.",
    zh: "代码与文字采用 MIT 许可；数据的许可见各自出处。"
  }
};

/** Sets language, zoomable viewport and chosen theme before anything is painted. */
const earlyScript = (language: string): string => `<script>
{
  const root = document.documentElement;
  root.lang ||= ${JSON.stringify(language)};
  document.querySelector("meta[name=viewport]").content = "width=device-width, initial-scale=1";
  try {
    const theme = localStorage.getItem("descent:theme");
    if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  } catch {}
}
</script>`;

/** What stands in the head of every page; with a token, in the local preview, cells can be saved. */
export function head({path}: Page, saveToken?: string): string {
  const page = parsePagePath(path);
  return `${earlyScript(page?.language ?? "en")}
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/katex/katex.css">
<script type="module" src="/components/shell.js"></script>
<script type="module" src="/live/start.js"></script>${page && saveToken ? saving(page.slug, saveToken) : ""}`;
}

const saving = (slug: string, token: string): string =>
  `\n<script type="module" src="/live/saving.js" data-save-token="${token}" data-save-file="[lang]/${slug || "index"}.md"></script>`;

/** The bar at the top and the map of the course beside the page. */
export function header({path}: Page, headings: readonly Heading[]): string {
  const page = parsePagePath(path);
  if (!page) return "";
  const {language, slug} = page;
  const to = otherLanguage(language);
  return `<a class="skip" href="#observablehq-main">${words.skip[language]}</a>
<div class="bar">
  <button type="button" class="menu-button" popovertarget="course-map" aria-label="${words.menu[language]}">${menuIcon}<span>${words.menu[language]}</span></button>
  <a class="brand" href="${pagePath(language, "")}">${siteTitle}</a>
  <span class="spring"></span>
  <a class="source" href="/source/${slug || "index"}.md.txt">${words.source[language]}</a>
  <a class="switch-language" href="${pagePath(to, slug)}" lang="${to}" hreflang="${to}">${words.language[language]}</a>
  <button type="button" class="switch-theme" aria-label="${words.theme[language]}" title="${words.theme[language]}" hidden>${themeIcon}</button>
</div>
${courseMap(language, slug, headings)}`;
}

const menuIcon = `<svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true"><path d="M1 3.5h14M1 8h14M1 12.5h14" stroke="currentColor" stroke-width="1.6"/></svg>`;
const themeIcon = `<svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true"><circle cx="9" cy="9" r="7" fill="none" stroke="currentColor" stroke-width="1.5"/><path d="M9 2a7 7 0 0 1 0 14z" fill="currentColor"/></svg>`;

function courseMap(language: Language, slug: string, headings: readonly Heading[]): string {
  const outline = headings
    .filter(({level}) => level === 2)
    .map(({id, text}) => `<li><a href="#${id}">${escapeHtml(text)}</a></li>`)
    .join("");
  const item = (chapter: Chapter): string => {
    const title = chapter.title[language];
    if (!chapter.ready) return `<li class="to-come">${title} <small>${toCome[language]}</small></li>`;
    const here = chapter.slug === slug;
    const link = `<a href="${pagePath(language, chapter.slug)}"${here ? ' aria-current="page"' : ""}>${title}</a>`;
    return `<li>${link}${here && outline ? `<ul class="outline">${outline}</ul>` : ""}</li>`;
  };
  const home = `<a href="${pagePath(language, "")}"${slug ? "" : ' aria-current="page"'}>${words.home[language]}</a>`;
  const sections = parts.map(
    ({title, chapters}) => `<p>${title[language]}</p><ol>${chapters.map(item).join("")}</ol>`
  );
  return `<nav id="course-map" popover aria-label="${words.menu[language]}">${home}${sections.join("")}</nav>`;
}

/** The way to the chapters before and after, and the licence. */
export function footer({path}: Page): string {
  const page = parsePagePath(path);
  if (!page) return "";
  const {language, slug} = page;
  const i = readyChapters.findIndex((chapter) => chapter.slug === slug);
  const link = (chapter: Chapter | undefined, rel: "prev" | "next", word: Words): string =>
    chapter
      ? `<a rel="${rel}" href="${pagePath(language, chapter.slug)}"><small>${word[language]}</small>${chapter.title[language]}</a>`
      : "<span></span>";
  const pager =
    link(readyChapters[i - 1], "prev", words.previous) + link(readyChapters[i + 1], "next", words.next);
  return `<nav class="pager" aria-label="${words.pager[language]}">${pager}</nav>
<p>${words.licence[language]}</p>`;
}
