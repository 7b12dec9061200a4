import {readFrontMatter} from "@observablehq/framework/dist/frontMatter.js";
import {parseInfo} from "@observablehq/framework/dist/info.js";
import {createMarkdownIt} from "@observablehq/framework/dist/markdown.js";
import type MarkdownIt from "markdown-it";
import {languages} from "../../src/course.js";
import {courseMarkdown} from "../markdown.js";

/** A place in a page's source; both count from 0. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** A piece of code that Framework runs on a page: a fence, or `${…}` in the text. */
export interface Cell {
  readonly kind: string;
  readonly code: string;
  /** Where each line of the code begins in the source. */
  readonly lines: readonly Place[];
  /** The addresses that have the cell: `src/[lang]/` pages have one for each language. */
  readonly addresses: Address[];
}

/** A path that the site serves and the parameters of its route. */
export interface Address {
  readonly path: string;
  readonly params?: Record<string, string>;
}

type Token = ReturnType<MarkdownIt["parse"]>[number];

/** Framework's markdown parser with the course's rules, which also keeps the lines of HTML blocks. */
export function pageParser(): MarkdownIt {
  const md = createMarkdownIt({markdownIt: (md) => courseMarkdown(md, () => {})});
  let maps: Token["map"][] = [];
  md.core.ruler.before("placeholder", "remember_lines", ({tokens}) => {
    maps = tokens.map(({map}) => map);
  });
  md.core.ruler.after("placeholder", "restore_lines", ({tokens}) => {
    for (const [i, token] of tokens.entries()) token.map ??= maps[i];
  });
  return md;
}

/** The addresses of `[lang]/momentum.md`: `/en/momentum` and `/zh/momentum`. */
const addressesOf = (page: string): Address[] => {
  const path = `/${page.replace(/\.md$/, "")}`;
  if (!path.includes("[lang]")) return [{path}];
  return languages.map((lang) => ({path: path.replace("[lang]", lang), params: {lang}}));
};

/** All cells of a page in the order of its source; a cell that several languages show is found once. */
export function findCells(source: string, page: string, parser: MarkdownIt): Cell[] {
  const cells = new Map<string, Cell>();
  for (const address of addressesOf(page)) {
    for (const {kind, code, lines} of cellsAt(source, address, parser)) {
      const key = `${lines[0].line}:${lines[0].column}`;
      const cell = cells.get(key) ?? {kind, code, lines, addresses: []};
      cell.addresses.push(address);
      cells.set(key, cell);
    }
  }
  return [...cells.values()].sort(({lines: [a]}, {lines: [b]}) => a.line - b.line || a.column - b.column);
}

function* cellsAt(
  source: string,
  {path, params}: Address,
  parser: MarkdownIt
): Generator<Omit<Cell, "addresses">> {
  const rows = source.split("\n");
  const {content} = readFrontMatter(source);
  const firstLine = rows.length - content.split("\n").length;
  let place: Place = {line: firstLine, column: 0};
  for (const token of parser.parse(content, {code: [], path, params})) {
    const line = token.map ? firstLine + token.map[0] : place.line;
    if (line > place.line) place = {line, column: 0};
    if (token.type === "fence" && isRun(token)) yield fenceCell(token, rows, line + 1);
    for (const {type, content} of token.children ?? []) {
      if (type === "placeholder") {
        place = find(rows, place, `\${${content.split("\n")[0]}`, 2);
        yield {kind: "inline", code: content, lines: placesOf(content, rows, place)};
      } else if (/^(code_inline|html_inline|html_block)$/.test(type)) {
        place = find(rows, place, content.split("\n")[0]);
      } else continue;
      place = end(place, content);
    }
  }
}

const runnable = ["ts", "js", "tsx", "jsx", "html", "svg", "tex", "sql", "dot", "mermaid"];

function isRun({info}: Token): boolean {
  const {tag, attributes} = parseInfo(info);
  return runnable.includes(tag) && attributes.run?.toLowerCase() !== "false";
}

function fenceCell({info, content}: Token, rows: readonly string[], line: number): Omit<Cell, "addresses"> {
  const code = content.replace(/\n$/, "");
  return {kind: parseInfo(info).tag, code, lines: placesOf(code, rows, {line, column: 0})};
}

/** Where the lines of a cell's code begin, which starts at `first`: lists and quotes indent them. */
const placesOf = (code: string, rows: readonly string[], first: Place): Place[] =>
  code.split("\n").map((text, i) => {
    const from = i === 0 ? first.column : 0;
    return {line: first.line + i, column: Math.max(from, (rows[first.line + i] ?? "").indexOf(text, from))};
  });

/** The first place at or after `from` where a line has the text, moved on by `skip`; `from` where none has. */
function find(rows: readonly string[], from: Place, text: string, skip = 0): Place {
  for (let {line, column} = from; line < rows.length; line++, column = 0) {
    const found = rows[line].indexOf(text, column);
    if (found >= 0) return {line, column: found + skip};
  }
  return from;
}

/** The place behind a text that begins at `from`. */
function end(from: Place, text: string): Place {
  const rows = text.split("\n");
  const last = rows[rows.length - 1].length;
  return rows.length === 1
    ? {line: from.line, column: from.column + last}
    : {line: from.line + rows.length - 1, column: last};
}
