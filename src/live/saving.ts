/** Loaded by the local preview alone: gives each edited cell a button that writes it into the page's file. */
import type {Language} from "../course.js";
import {codeBlock, type Tool} from "./cellPanel.js";
import type {Offer} from "./offered.js";
import {holdsFence} from "./pageSource.js";
import {type SaveRequest, savePath} from "./saveRequest.js";

const words = {
  en: {
    save: "Save",
    title: (file: string) => `Write this cell into ${file}`,
    saved: (file: string) => `Saved in ${file}.`,
    refused: (why: string) => `Not saved: ${why}.`,
    fence: "Not saved: a line of the cell would close its fence in the page (``` or ~~~).",
    gone: "Not saved: the preview does not answer. Is npm start still running?",
    stale: "Not saved: the file has changed",
    untouched:
      "The file no longer holds what this page showed, so nothing was written. Reload the page to go on from the file.",
    theirs: "In the file",
    nothing: "The file has no cell here any more.",
    yours: "Yours",
    fine: "That is fine"
  },
  zh: {
    save: "保存",
    title: (file: string) => `把这个单元写入 ${file}`,
    saved: (file: string) => `已保存到 ${file}。`,
    refused: (why: string) => `没有保存：${why}。`,
    fence: "没有保存：单元里有一行会关上它在页面里的代码块（``` 或 ~~~）。",
    gone: "没有保存：预览没有回应。npm start 还在运行吗？",
    stale: "没有保存：文件已有变化",
    untouched: "文件里的内容已不是本页所显示的，所以什么也没有写入。重新载入本页，就可以接着文件改。",
    theirs: "文件里的",
    nothing: "文件里这个位置已经没有单元了。",
    yours: "你的",
    fine: "好的"
  }
}[document.documentElement.lang as Language]; // the page's template sets one of the two

const {saveToken = "", saveFile = ""} = document.querySelector<HTMLElement>("[data-save-token]")!.dataset;

document.addEventListener("live-offer", ({detail}) => {
  const {edited, comparing} = detail.cell;
  if (edited && !comparing) detail.tools.push(saver(detail));
});

const saver = (offer: Offer): Tool => ({
  name: "save",
  label: words.save,
  title: words.title(`src/${saveFile}`),
  act: () => void save(offer)
});

async function save({cell, place, ask}: Offer): Promise<void> {
  const code = cell.text;
  if (holdsFence(code)) return cell.say(words.fence);
  try {
    const response = await send({file: saveFile, ...place(), code});
    const {message, current} = (await response.json()) as {message: string; current: string | null};
    if (response.ok) cell.say(words.saved(`src/${saveFile}`));
    else if (response.status === 409) tellBoth(code, current, ask);
    else cell.say(words.refused(message));
  } catch {
    cell.say(words.gone);
  }
}

const send = (request: SaveRequest): Promise<Response> =>
  fetch(savePath, {
    method: "POST",
    headers: {"content-type": "application/json", "x-live-token": saveToken},
    body: JSON.stringify(request)
  });

function tellBoth(yours: string, theirs: string | null, ask: Offer["ask"]): void {
  const language = document.documentElement.lang as Language;
  ask({
    title: words.stale,
    texts: [words.untouched],
    about: [
      heading(words.theirs),
      theirs === null ? paragraph(words.nothing) : codeBlock(theirs, language),
      heading(words.yours),
      codeBlock(yours, language)
    ],
    answers: [{name: "fine", label: words.fine, act: () => {}}]
  });
}

const heading = (text: string): HTMLElement =>
  Object.assign(document.createElement("h3"), {textContent: text});
const paragraph = (text: string): HTMLElement =>
  Object.assign(document.createElement("p"), {textContent: text});
