import type MarkdownIt from "markdown-it";
import {languages, pagePath, readyChapters, siteTitle} from "./src/course.js";
import {bundleLive} from "./tools/liveBundles.js";
import {courseMarkdown, type Heading} from "./tools/markdown.js";
import {stayOffline} from "./tools/offline.js";
import {footer, head, header} from "./tools/shell.js";

process.env.OBSERVABLE_TELEMETRY_DISABLE ??= "1";

const root = "src";
stayOffline(root);
await bundleLive(root);

const headings = new Map<string, Heading[]>();

export default {
  root,
  output: "dist",
  title: siteTitle,
  style: "theme.css",
  globalStylesheets: [],
  pages: [],
  sidebar: false,
  toc: false,
  pager: false,
  search: false,
  preserveExtension: true,
  dynamicPaths: languages.flatMap((language) =>
    ["", ...readyChapters.map((chapter) => chapter.slug)].map((slug) => pagePath(language, slug))
  ),
  markdownIt: (md: MarkdownIt) => courseMarkdown(md, (path, found) => headings.set(path, found)),
  head: (page: {path: string}) => head(page, process.env.DESCENT_SAVE_TOKEN),
  header: (page: {path: string}) => header(page, headings.get(page.path) ?? []),
  footer
};
