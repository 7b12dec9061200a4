import {type KeptCell, matchKept} from "./kept.js";
import {type PageCell, type PageCellOptions, pageCell} from "./pageCell.js";
import type {PlacedEdit} from "./pageSource.js";

/** All cells of the page that can be edited. */
export interface PageCells {
  of(element: Element): PageCell | undefined;
  /** How many cells the reader has changed or added. */
  readonly edits: number;
  /** What the reader did, on the whole page or at one cell. */
  kept(only?: PageCell): KeptCell[];
  /** The same with the places of the cells in the page's Markdown. */
  places(): PlacedEdit[];
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

  async function putBack(into: readonly PageCell[], kept: readonly KeptCell[], run: boolean): Promise<void> {
    const matches = matchKept(
      kept,
      into.map(({original}) => original)
    );
    for (const {kept, index, changed} of matches) into[index].put(kept, changed);
    for (const {code, below} of kept.filter((cell) => !matches.some(({kept}) => kept === cell)))
      into.at(-1)?.addOwn([...(code === null ? [] : [code]), ...below.map(({code}) => code)]);
    if (run)
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
    const kept = edited(gone);
    for (const page of gone) for (const cell of page.cells) cell.remove();
    const added = fresh.flatMap(attach);
    pages = [...pages.filter((page) => !gone.includes(page)), ...added].sort(
      (a, b) => now.indexOf(a.element) - now.indexOf(b.element)
    );
    void putBack(added, kept, true).then(() => options.changed());
  }
  new MutationObserver(follow).observe(main, {childList: true});

  return {
    of: (element) => pages.find((page) => page.element === element),
    get edits() {
      return pages.reduce((sum, page) => sum + page.edits, 0);
    },
    kept: (only) => edited(only ? [only] : pages),
    places: () =>
      edited(pages).map(({original, at, code, below}) => ({
        original,
        nth: pages.slice(0, at).filter((page) => page.original === original).length,
        exercise: pages[at].element.dataset.exercise,
        code,
        below: below.map((own) => own.code)
      })),
    restore: (kept, run) => putBack(pages, kept, run),
    async runWaiting() {
      for (const {cells} of pages)
        for (const cell of cells) if (cell.waiting && !cell.comparing) await cell.run();
    },
    reset() {
      for (const page of pages) page.reset();
    }
  };
}
