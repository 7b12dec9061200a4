/** A cell of the reader's own. */
export interface KeptScratch {
  readonly code: string;
  /** Whether the code has been written but not run. */
  readonly waiting: boolean;
}

/** What the reader did at one cell of a page: what storage and links hold. */
export interface KeptCell {
  /** The text that the page had, by which the cell is found again. */
  readonly original: string;
  /** The place of the cell among those of the page, from 0. */
  readonly at: number;
  /** The reader's text, or null where they only added cells below. */
  readonly code: string | null;
  readonly waiting: boolean;
  /** Cells of their own below it, in order. */
  readonly below: readonly KeptScratch[];
}

/** The text of edits. */
export const writeKept = (cells: readonly KeptCell[]): string => JSON.stringify({version: 1, cells});

/**
 * Reads the text of edits; what else stands in it is left out.
 *
 * @throws SyntaxError when it is no such text
 */
export function readKept(text: string): KeptCell[] {
  const read: unknown = JSON.parse(text);
  if (!isRecord(read) || read.version !== 1 || !Array.isArray(read.cells) || !read.cells.every(isKeptCell))
    throw new SyntaxError("not the text of edits");
  return read.cells.map(({original, at, code, waiting, below}) => ({
    original,
    at,
    code,
    waiting,
    below: below.map(({code, waiting}) => ({code, waiting}))
  }));
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

const isKeptScratch = (value: unknown): value is KeptScratch =>
  isRecord(value) && typeof value.code === "string" && typeof value.waiting === "boolean";

const isKeptCell = (value: unknown): value is KeptCell =>
  isRecord(value) &&
  typeof value.original === "string" &&
  Number.isSafeInteger(value.at) &&
  (value.at as number) >= 0 &&
  (value.code === null || typeof value.code === "string") &&
  typeof value.waiting === "boolean" &&
  Array.isArray(value.below) &&
  value.below.every(isKeptScratch);

/** Where a kept cell belongs in a page: its place, and whether the page's text there has changed since. */
export interface Match {
  readonly kept: KeptCell;
  readonly index: number;
  readonly changed: boolean;
}

/**
 * Finds the cells of a page to which edits belong: by the text that the page had, else by the reader's own, which the
 * page has taken over since; among equals the nearest to the old place. Where neither is there, the edit goes to the
 * nearest cell that is free, and `changed` says so.
 */
export function matchKept(cells: readonly KeptCell[], originals: readonly string[]): Match[] {
  const free = new Set(originals.keys());
  const found = new Map<KeptCell, Match>();
  const look = (changed: boolean, fits: (kept: KeptCell, original: string) => boolean): void => {
    for (const kept of cells.filter((cell) => !found.has(cell))) {
      const candidates = [...free].filter((i) => fits(kept, originals[i]));
      const [index] = candidates.sort((a, b) => Math.abs(a - kept.at) - Math.abs(b - kept.at));
      if (index === undefined) continue;
      free.delete(index);
      found.set(kept, {kept, index, changed});
    }
  };
  look(false, (kept, original) => kept.original === original);
  look(false, (kept, original) => kept.code === original);
  look(true, () => true);
  return cells.flatMap((kept) => found.get(kept) ?? []);
}
