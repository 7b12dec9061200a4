import {type KeptCell, type Match, matchKept} from "./kept.js";
import {type PageCell, type PageCellOptions, pageCell} from "./pageCell.js";
import type {Place, PlacedEdit} from "./pageSource.js";

/** All cells of the page that can be edited. */
export interface PageCells {
  of(element: Element): PageCell | undefined;
  /** How many cells the reader has changed or added. */
  readonly edits: number;
  /** What the reader did, on the whole page or at one cell. */
  kept(only?: PageCell): KeptCell[];
  /** The same with the places of the cells in the page's Markdown. */
  places(): PlacedEdit[];
  /** The place of a cell in the page's Markdown; `at` counts from 0 among all that show their code. */
  place(page: PageCell): Place & {readonly at: number};
  /** Puts back what the reader did and runs what had run, or lets everything wait. */
  restore(kept: readonly KeptCell[], run: boolean): Promise<void>;
  runWaiting(): Promise<void>;
  reset(): void;
}

/** Makes the cells of the page live. Where hot reload replaces some, the new ones take over what was done to them. */
export function pageCells(options: PageCellOptions): PageCells {
  const main = document.querySelector("#observablehq-main")!;
  const elements = (): HTMLElement[] => [...main.querySelectorAll<HTMLElement>(".live-cell")];
  const attach = (element: HTMLElement): PageCell[] =>
    [pageCell(element, options)].filter((page) => page !== null);
  let pages = elements().flatMap(attach);

  const edited = (some: readonly PageCell[]): KeptCell[] =>
    some
      .map((page) => page.kept(pages.indexOf(page)))
      .filter(({code, below}) => code !== null || below.length);

  /** Nothing runs yet; what has no cell to go to becomes cells of the reader's own at the end. */
  function putBack(into: readonly PageCell[], kept: readonly KeptCell[]): Match[] {
    const matches = matchKept(
      kept,
      into.map(({original}) => original)
    );
    for (const {kept, index, changed} of matches) into[index].put(kept, changed);
    for (const {code, below} of kept.filter((cell) => !matches.some(({kept}) => kept === cell)))
      into.at(-1)?.addOwn([...(code === null ? [] : [code]), ...below.map(({code}) => code)]);
    return matches;
  }

  /** Runs what had run before. */
  async function runAgain(into: readonly PageCell[], matches: readonly Match[]): Promise<void> {
    for (const {kept, index, changed} of matches) {
      const [cell, ...below] = into[index].cells;
      if (kept.code !== null && !kept.waiting && !changed) await cell.run();
      for (const [i, {waiting}] of kept.below.entries()) if (!waiting) await below[i]?.run();
    }
  }

  function follow(): void {
    const now = elements();
    const gone = pages.filter(({element}) => !element.isConnected);
    const fresh = now.filter((element) => !pages.some((page) => page.element === element));
    if (!gone.length && !fresh.length) return;
    const kept = gone.map((page, i) => page.kept(i));
    const opened = kept.filter((_, i) => gone[i].cells[0].opened);
    for (const page of gone) for (const cell of page.cells) cell.remove();
    const added = fresh.flatMap(attach);
    pages = [...pages.filter((page) => !gone.includes(page)), ...added].sort(
      (a, b) => now.indexOf(a.element) - now.indexOf(b.element)
    );
    const matches = putBack(added, kept);
    for (const {kept, index} of matches) if (opened.includes(kept)) void added[index].cells[0].open();
    void runAgain(added, matches).then(() => options.changed());
  }
  /** The text of an exercise stands elsewhere, not in the page's Markdown. */
  function place({element, original}: PageCell): Place & {readonly at: number} {
    const inPage = pages.filter((page) => page.element.dataset.exercise === undefined);
    const before = inPage.slice(
      0,
      inPage.findIndex((page) => page.element === element)
    );
    return {original, nth: before.filter((page) => page.original === original).length, at: before.length};
  }
  new MutationObserver(follow).observe(main, {childList: true});

  return {
    of: (element) => pages.find((page) => page.element === element),
    get edits() {
      return pages.reduce((sum, page) => sum + page.edits, 0);
    },
    kept: (only) => edited(only ? [only] : pages),
    places: () =>
      edited(pages).map(({at, code, below}) => ({
        ...place(pages[at]),
        exercise: pages[at].element.dataset.exercise,
        code,
        below: below.map((own) => own.code)
      })),
    place,
    async restore(kept, run) {
      const matches = putBack(pages, kept);
      if (run) await runAgain(pages, matches);
    },
    async runWaiting() {
      for (const {cells} of pages)
        for (const cell of cells) if (cell.waiting && !cell.comparing) await cell.run();
    },
    reset() {
      for (const page of pages) page.reset();
    }
  };
}
