import type {Tool} from "./cellPanel.js";
import type {LiveCell} from "./liveCell.js";
import type {Question} from "./pageBar.js";
import type {Place} from "./pageSource.js";

/** A cell of the page, for which scripts beside this one may have tools: they listen for it and add them. */
export interface Offer {
  readonly cell: LiveCell;
  /** Where the cell stands in the page's Markdown; `at` counts from 0 among all that show their code. */
  place(): Place & {readonly at: number};
  /** Asks the reader something above the page. */
  ask(question: Question): void;
  readonly tools: Tool[];
}

declare global {
  interface DocumentEventMap {
    "live-offer": CustomEvent<Offer>;
  }
}

/** The tools that scripts beside this one have for a cell. */
export function offered(cell: Omit<Offer, "tools">): readonly Tool[] {
  const tools: Tool[] = [];
  document.dispatchEvent(new CustomEvent("live-offer", {detail: {...cell, tools}}));
  return tools;
}
