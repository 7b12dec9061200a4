import type {Language} from "../course.js";
import {editStore} from "./editStore.js";
import {explain} from "./explain.js";
import {fuse as makeFuse} from "./fuse.js";
import {openGraph} from "./graph.js";
import type {LiveCell} from "./liveCell.js";
import {pageBar} from "./pageBar.js";
import {pageCells} from "./pageCells.js";
import {sharing} from "./sharing.js";
import {offered} from "./offered.js";
import {liveWords} from "./words.js";
import {workshop as makeWorkshop} from "./workshop.js";

/** The page with its cells made live. */
interface LivePage {
  /** Opens the editor of a cell. */
  edit(element: Element): Promise<void>;
}

let page: Promise<LivePage | null> | undefined;

/**
 * Makes the page's cells live, once; `key` is where the browser keeps their edits. Where the runtime is not the known
 * one, the page stays as it is.
 */
export function live(key: string): Promise<LivePage | null> {
  page ??= makePage(key).catch((error: unknown) => {
    console.warn("The cells of this page cannot be edited:", error);
    document.documentElement.classList.remove("live");
    return null;
  });
  return page;
}

async function makePage(pageKey: string): Promise<LivePage> {
  const language = document.documentElement.lang as Language; // the page's template sets one of the two
  const words = liveWords[language];
  const fuse = makeFuse(`${pageKey}:fuse`);
  const store = editStore(pageKey);
  const {define} = await import("observablehq:client");
  const graph = await openGraph({define, explain: (error) => explain(error, language)});
  const workshop = makeWorkshop({language, words, graph, fuse});
  const share = sharing({words, language, cells: () => cells, bar: () => bar});
  const cells = pageCells({
    workshop,
    tools: share.tools,
    offers: (cell, page) =>
      offered({cell, place: () => cells.place(page()), ask: (question) => bar.ask(question)}),
    changed: keep
  });
  const bar = pageBar(words, [...share.pageTools, {name: "reset-all", label: words.resetAll, act: resetAll}]);
  let restoring = true;

  function keep(cell?: LiveCell): void {
    if (restoring) return;
    const keeping = store.write(cells.kept());
    bar.count(cells.edits);
    if (keeping !== "kept") cell?.say(words[keeping]);
  }

  function resetAll(): void {
    const kept = cells.kept();
    cells.reset();
    bar.ask({
      texts: [words.resetDone],
      answers: [
        {name: "bring-back", label: words.bringBack, act: () => void cells.restore(kept, true)},
        {name: "fine", label: words.fine, act: () => {}}
      ]
    });
  }

  /** Everything is put back before anything runs. After a freeze nothing runs by itself. */
  function restore(): void {
    const frozen = fuse.blown();
    void cells.restore(store.read(), !frozen);
    restoring = false;
    if (cells.edits > 0) keep();
    if (frozen)
      bar.ask({
        texts: [words.frozen],
        answers: [{name: "run-again", label: words.runAgain, act: () => void cells.runWaiting()}]
      });
  }

  restore();
  await share.readLink();
  addEventListener("hashchange", () => void share.readLink());
  return {edit: (element) => cells.of(element)?.cells[0].open() ?? Promise.resolve()};
}
