import {create} from "d3-selection";
import type {Language} from "../course.js";
import {codeBlock, type Tool} from "./cellPanel.js";
import type {KeptCell} from "./kept.js";
import type {LiveCell} from "./liveCell.js";
import type {PageBar} from "./pageBar.js";
import type {PageCell} from "./pageCell.js";
import type {PageCells} from "./pageCells.js";
import {fenced, withEdits} from "./pageSource.js";
import {carriesCode, packHash, unpackHash} from "./shareLink.js";
import type {LiveWords} from "./words.js";

interface SharingOptions {
  readonly words: LiveWords;
  readonly language: Language;
  /** The cells and the bar of the page; they are made after this. */
  cells(): PageCells;
  bar(): PageBar;
}

/** The ways in which edits leave the page, and the one in which code comes in: a link. */
export interface Sharing {
  tools(cell: LiveCell, page: () => PageCell): Tool[];
  readonly pageTools: readonly Tool[];
  /** Asks what to do with the code that the address carries, if it carries any. */
  readLink(): Promise<void>;
}

export function sharing({words, language, cells, bar}: SharingOptions): Sharing {
  async function copy(text: string | Promise<string>, say: (text: string) => void): Promise<void> {
    try {
      await navigator.clipboard.writeText(await text);
      say(words.copied);
    } catch {
      say(words.notCopied);
    }
  }

  const link = async (kept: readonly KeptCell[]): Promise<string> => withoutHash() + (await packHash(kept));

  async function download(): Promise<void> {
    const source = document.querySelector<HTMLAnchorElement>("a.source")!.href;
    try {
      const response = await fetch(source);
      if (!response.ok) throw new Error(response.statusText);
      save(withEdits(await response.text(), cells().places()), /([^/]*)\.txt$/.exec(source)![1]);
    } catch {
      bar().say(words.noSource);
    }
  }

  async function readLink(): Promise<void> {
    const {hash} = location;
    if (!carriesCode(hash)) return;
    try {
      ask(await unpackHash(hash));
    } catch {
      forgetHash();
      const fine = {name: "fine", label: words.fine, act: () => {}};
      bar().ask({texts: [words.linkBroken], answers: [fine]});
    }
  }

  /** Code of others is shown first; it runs, and is kept, only once the reader says so. */
  function ask(kept: readonly KeptCell[]): void {
    const framed = window.top !== window;
    const replaces = cells().edits > 0 ? words.linkReplaces : null;
    bar().ask({
      title: words.link,
      texts: [words.linkIntroduction, replaces, framed ? words.linkFramed : null].filter(
        (text) => text !== null
      ),
      about: kept.flatMap(({at, code, below}) => [
        ...(code === null ? [] : shown(words.linkCell(at + 1), code)),
        ...below.flatMap((own) => shown(words.linkScratch(at + 1), own.code))
      ]),
      answers: [
        ...(framed ? [] : [{name: "run-link", label: words.runLink, act: () => void accept(kept)}]),
        {name: "drop-link", label: words.dropLink, act: forgetHash}
      ]
    });
  }

  const shown = (title: string, code: string): HTMLElement[] => [
    create("h3").text(title).node()!,
    codeBlock(code, language)
  ];

  async function accept(kept: readonly KeptCell[]): Promise<void> {
    forgetHash();
    cells().reset();
    const toRun = kept.map((cell) => ({
      ...cell,
      waiting: false,
      below: cell.below.map((own) => ({...own, waiting: false}))
    }));
    await cells().restore(toRun, true);
  }

  return {
    tools: (cell, page) =>
      cell.opened
        ? [
            {
              name: "copy-link",
              label: words.copyLink,
              title: words.copyLinkTitle,
              act: () => void copy(link(cells().kept(page())), cell.say)
            },
            {
              name: "copy-markdown",
              label: words.copyMarkdown,
              act: () => void copy(fenced(cell.text), cell.say)
            }
          ]
        : [],
    pageTools: [
      {
        name: "copy-link",
        label: words.copyLink,
        title: words.copyLinkTitle,
        act: () => void copy(link(cells().kept()), bar().say)
      },
      {name: "download", label: words.download, title: words.downloadTitle, act: () => void download()}
    ],
    readLink
  };
}

const withoutHash = (): string => location.href.replace(/#.*$/, "");

function forgetHash(): void {
  history.replaceState(history.state, "", withoutHash());
}

function save(text: string, name: string): void {
  const url = URL.createObjectURL(new Blob([text], {type: "text/markdown"}));
  create("a").attr("href", url).attr("download", name).node()!.click();
  URL.revokeObjectURL(url);
}
