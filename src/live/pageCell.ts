import {create} from "d3-selection";
import type {Tool} from "./cellPanel.js";
import {exerciseCheck} from "./exerciseCheck.js";
import type {Slot} from "./graph.js";
import type {KeptCell} from "./kept.js";
import {type LiveCell, liveCell} from "./liveCell.js";
import type {Workshop} from "./workshop.js";

/** A cell of the page that can be edited, with the reader's own cells below it. */
export interface PageCell {
  readonly element: HTMLElement;
  /** The text that the page has, without the last line end. */
  readonly original: string;
  /** The cell itself, then the reader's own below it. */
  readonly cells: readonly LiveCell[];
  /** How many of them the reader has changed or added. */
  readonly edits: number;
  /** What the reader did here: `at` is the cell's place among those of the page. */
  kept(at: number): KeptCell;
  /** Puts back what the reader did; nothing runs. `changed` where the page's text is another since. */
  put(kept: KeptCell, changed: boolean): void;
  /** Adds cells of the reader's own at the end; nothing runs. */
  addOwn(codes: readonly string[]): void;
  reset(): void;
}

export interface PageCellOptions {
  readonly workshop: Workshop;
  /** Tools that lead out of the page. */
  tools(cell: LiveCell, page: () => PageCell): readonly Tool[];
  /** Tools for a cell whose text stands in the page's Markdown. */
  offers(cell: LiveCell, page: () => PageCell): readonly Tool[];
  changed(cell?: LiveCell): void;
}

/** Makes a cell of the page live, or gives null where Framework could not read it. */
export function pageCell(element: HTMLElement, options: PageCellOptions): PageCell | null {
  const {workshop, changed, tools, offers} = options;
  const {words, graph, language} = workshop;
  const {exercise} = element.dataset;
  const original = element.querySelector("pre code")!.textContent!.replace(/\n$/, "");
  const place = exercise ? graph.freshSlot(newBlock(element)) : graph.slot(element.firstElementChild!);
  if (!place) return null;
  /** The text that the reader's edit was made of, where the page's is another and they have not chosen. */
  let before: string | null = null;

  const ofPage = liveCell(element, {
    workshop,
    original,
    slot: place,
    changed,
    exercise: exercise === undefined ? undefined : exerciseCheck(element, exercise, language, take),
    tools: (cell) => [
      ...(exercise ? [] : offers(cell, () => page)),
      ...(cell.opened && !exercise ? [adder(cell)] : []),
      ...tools(cell, () => page)
    ]
  });
  const cells = [ofPage];
  const page: PageCell = {
    element,
    original,
    cells,
    get edits() {
      return cells.filter(({edited}) => edited).length;
    },
    kept(at) {
      const [{edited, text, waiting, comparing}, ...below] = cells;
      return {
        original: comparing && before !== null ? before : original,
        at,
        code: edited ? text : null,
        waiting: edited && waiting,
        below: below.map(({text, waiting}) => ({code: text, waiting}))
      };
    },
    put(kept, changed) {
      before = changed ? kept.original : null;
      if (kept.code !== null) ofPage.put(kept.code, changed);
      page.addOwn(kept.below.map(({code}) => code));
    },
    addOwn(codes) {
      for (const code of codes) addAfter(cells.at(-1)!)?.put(code);
    },
    reset() {
      for (const cell of cells.slice(1)) drop(cell);
      ofPage.reset();
    }
  };

  function take(solution: string): void {
    ofPage.put(solution);
    void ofPage.run();
  }

  function adder(after: LiveCell): Tool {
    return {name: "add", label: words.add, title: words.addTitle, act: () => void addAfter(after)?.open()};
  }

  function addAfter(after: LiveCell): LiveCell | null {
    const own = create("div").attr("class", "live-own").node()!;
    const slot = freshSlot(newBlock(own));
    if (!slot) return null;
    own.append(create("div").attr("class", "live-tools").node()!);
    if (after === ofPage) element.querySelector(":scope > .live-tools")!.after(own);
    else after.element.after(own);
    const cell = liveCell(own, {
      workshop,
      original: null,
      slot,
      changed,
      tools: (cell) => [
        {name: "remove", label: words.remove, act: () => drop(cell)},
        ...(cell.opened ? [adder(cell)] : []),
        ...tools(cell, () => page)
      ]
    });
    cells.splice(cells.indexOf(after) + 1, 0, cell);
    changed();
    return cell;
  }

  function freshSlot(block: HTMLElement): Slot | null {
    try {
      return graph.freshSlot(block);
    } catch {
      ofPage.say(words.tooMany);
      return null;
    }
  }

  function drop(cell: LiveCell): void {
    cells.splice(cells.indexOf(cell), 1);
    cell.remove();
    cell.element.remove();
    changed();
  }

  return page;
}

function newBlock(element: HTMLElement): HTMLElement {
  const block = create("div").attr("class", "observablehq observablehq--block").node()!;
  element.prepend(block);
  return block;
}
