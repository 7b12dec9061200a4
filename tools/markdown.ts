import {tex} from "@mdit/plugin-tex";
import slugify from "@sindresorhus/slugify";
import katex from "katex";
import type MarkdownIt from "markdown-it";
import {parsePagePath} from "../src/course.js";
import {chapterMap} from "./chapterMap.js";
import {holdPunctuation} from "./holdPunctuation.js";
import {keepLanguage, LanguageError} from "./language.js";
import {liveExercises} from "./liveExercises.js";
import {liveFences} from "./liveFences.js";

/** A heading of a page, as the outline shows it. */
export interface Heading {
  readonly id: string;
  readonly text: string;
  readonly level: number;
}

interface Env {
  readonly path: string;
  original?: string;
}

/**
 * Teaches Framework's markdown parser what a page of the course may say: language blocks, formulas,
 * the same heading ids in both languages. `onHeadings` hears the headings of each page that is parsed.
 */
export function courseMarkdown(
  md: MarkdownIt,
  onHeadings: (path: string, headings: Heading[]) => void
): MarkdownIt {
  addFormulas(md);
  holdPunctuation(md);
  liveFences(md);
  liveExercises(md);
  md.core.ruler.after("normalize", "language", (state) => {
    const env = state.env as Env;
    const page = parsePagePath(env.path);
    env.original = state.src;
    if (!page) return;
    const source = keepLanguage(state.src, page.language, pageFile(page.slug));
    state.src = source.replace("<!-- chapter map -->", () => chapterMap(page.language));
  });
  md.core.ruler.before("anchor", "heading_ids", (state) => {
    const {path, original = ""} = state.env as Env;
    const page = parsePagePath(path);
    const openings = state.tokens.flatMap((token, i) => (token.type === "heading_open" ? [i] : []));
    const headings = openings.map((i) => ({
      token: state.tokens[i],
      text: plainText(state.tokens[i + 1]),
      level: Number(state.tokens[i].tag.slice(1))
    }));
    if (!page) return;
    const ids = headingIds(original, pageFile(page.slug));
    for (const [i, {token}] of headings.entries()) token.attrSet("id", ids[i]);
    onHeadings(
      path,
      headings.map(({text, level}, i) => ({id: ids[i], text, level}))
    );
  });
  return md;
}

const pageFile = (slug: string): string => `src/[lang]/${slug || "index"}.md`;

/** KaTeX at build time; Framework's `${…}` must be read before `$…$`. */
function addFormulas(md: MarkdownIt): void {
  const placeholder = md.inline.ruler.getRules("").at(-1)!;
  md.use(tex, {
    render: (source: string, displayMode: boolean) =>
      katex
        .renderToString(source, {
          displayMode,
          throwOnError: true,
          strict: (code: string) => (code === "unicodeTextInMathMode" ? "ignore" : "error")
        })
        // On a phone a long formula scrolls sideways, which a keyboard must reach.
        .replace('<span class="katex-display">', '<span class="katex-display" tabindex="0">')
  });
  md.inline.ruler.before("math_inline_dollar", "placeholder_first", placeholder);
}

type Token = ReturnType<MarkdownIt["parse"]>[number];

const plainText = (inline: Token): string =>
  (inline.children ?? [])
    .filter(({type}) => type === "text" || type === "code_inline")
    .map(({content}) => content)
    .join("");

/** The ids of a page's headings: made of the English words, for both languages. */
function headingIds(source: string, file: string): string[] {
  const [english, chinese] = (["en", "zh"] as const).map((language) =>
    headingsOf(keepLanguage(source, language, file))
  );
  const i = english.findIndex(({level}, k) => chinese[k]?.level !== level);
  const odd = i >= 0 ? english[i] : chinese[english.length];
  if (odd) throw new LanguageError(file, odd.line, `heading "${odd.text}" has no twin in the other language`);
  const seen = new Map<string, number>();
  return english.map(({text}) => {
    const id = slugify(text);
    const count = seen.get(id) ?? 0;
    seen.set(id, count + 1);
    return count ? `${id}-${count}` : id;
  });
}

function headingsOf(source: string): {level: number; text: string; line: number}[] {
  let fenced = false;
  return source.split("\n").flatMap((row, line) => {
    if (/^ {0,3}(```|~~~)/.test(row)) fenced = !fenced;
    const [, marks, text] = /^(#{1,6})\s+(.+?)\s*#*$/.exec(row) ?? [];
    return marks && !fenced ? [{level: marks.length, text: text.replace(/[$`*_]/g, ""), line}] : [];
  });
}
