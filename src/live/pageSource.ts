/** A cell in a page's Markdown: the lines of its fence, from the opening to the closing one. */
interface Fence {
  readonly first: number;
  readonly last: number;
  readonly text: string;
}

/** The cells of a page that show their code, in order. */
function shownCells(lines: readonly string[]): Fence[] {
  const cells: Fence[] = [];
  let open: {first: number; marks: string; shown: boolean} | null = null;
  lines.forEach((line, i) => {
    const [, marks = "", info = ""] = /^ {0,3}(`{3,}|~{3,})(.*)$/.exec(line) ?? [];
    if (!open) {
      if (marks) open = {first: i, marks, shown: isShownCell(info)};
    } else if (marks.startsWith(open.marks) && !info.trim()) {
      if (open.shown)
        cells.push({first: open.first, last: i, text: lines.slice(open.first + 1, i).join("\n")});
      open = null;
    }
  });
  return cells;
}

const isShownCell = (info: string): boolean =>
  /^\s*ts\s(?:.*\s)?echo(?![^\s=])(?!=["']?false)/.test(info) && !/\s(?:live|run)=["']?false/.test(info);

/** The lines of a text and what ends them. */
function splitLines(text: string): {lines: string[]; end: string} {
  const end = text.includes("\r\n") ? "\r\n" : "\n";
  return {lines: text.split(end), end};
}

/** Whether a line of code would open or close a fence. */
export const holdsFence = (code: string): boolean => /^ {0,3}(?:`{3,}|~{3,})/m.test(code);

/** A cell as a page holds it: fenced by marks that its text does not hold. */
export function fenced(code: string, info = "ts echo"): string {
  const longest = Math.max(2, ...[...code.matchAll(/`{3,}/g)].map(([marks]) => marks.length));
  const marks = "`".repeat(longest + 1);
  return `${marks}${info}\n${code}\n${marks}`;
}

/** Where the text of a cell stands in a page: `nth` counts from 0 among cells of the same text. */
export interface Place {
  readonly original: string;
  readonly nth: number;
}

/** The page with another text in one of its cells, or null where no such cell is there. Line ends stay as they are. */
export function replaceCell(page: string, place: Place, code: string): string | null {
  const {lines, end} = splitLines(page);
  const cell = find(lines, place);
  if (!cell) return null;
  lines.splice(cell.first + 1, cell.last - cell.first - 1, ...code.split("\n"));
  return lines.join(end);
}

const find = (lines: readonly string[], {original, nth}: Place): Fence | undefined =>
  shownCells(lines).filter(({text}) => text === original)[nth];

/** The text of the cell at a place among those that show their code, or null. */
export const cellAt = (page: string, at: number): string | null =>
  shownCells(splitLines(page).lines)[at]?.text ?? null;

/** What the reader did at one cell of a page. */
export interface PlacedEdit extends Place {
  /** The name of the exercise that the cell belongs to: its text stands elsewhere. */
  readonly exercise?: string;
  readonly code: string | null;
  readonly below: readonly string[];
}

/** The page with the reader's text in each cell that they changed, and their own cells below it. */
export const withEdits = (page: string, edits: readonly PlacedEdit[]): string =>
  edits.reduceRight((text, edit) => withEdit(text, edit), page);

function withEdit(page: string, {exercise, code, below, ...place}: PlacedEdit): string {
  if (exercise && code !== null)
    return page.replace(
      `<!-- exercise ${exercise} -->`,
      (mark) => `${mark}\n\n${fenced(code, "ts run=false")}`
    );
  const {lines, end} = splitLines(page);
  const cell = find(lines, place);
  if (!cell) return page;
  lines.splice(cell.last + 1, 0, ...below.flatMap((own) => ["", ...fenced(own).split("\n")]));
  if (code !== null) lines.splice(cell.first + 1, cell.last - cell.first - 1, ...code.split("\n"));
  return lines.join(end);
}
