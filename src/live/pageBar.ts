import {create, select} from "d3-selection";
import {message} from "../components/message.js";
import type {Tool} from "./cellPanel.js";
import type {LiveWords} from "./words.js";

/** What concerns all edits of the page: a menu in the bar at the top, and questions above the text. */
export interface PageBar {
  /** How many cells are edited; with none there is no menu. */
  count(edits: number): void;
  /** Says something in the menu, or with null nothing. */
  say(text: string | null): void;
  /** Asks: some sentences, what they are about, and the answers to choose from; it stays until one is chosen. */
  ask(question: Question): void;
}

export interface Question {
  readonly title?: string;
  readonly texts: readonly string[];
  readonly about?: readonly HTMLElement[];
  readonly answers: readonly Tool[];
}

/** The menu and the place for questions; neither stands in `main`, whose children Framework counts. */
export function pageBar(words: LiveWords, tools: readonly Tool[]): PageBar {
  const opener = create("button")
    .attr("type", "button")
    .attr("class", "live-menu-button")
    .attr("popovertarget", "live-menu")
    .property("hidden", true);
  const menu = create("div").attr("id", "live-menu").attr("popover", "").attr("class", "live-tools");
  menu.attr("role", "group").attr("aria-label", words.pageMenu);
  for (const tool of tools) menu.append(() => button(tool));
  const news = message("status");
  menu.append(() => news);
  document.querySelector(".bar .switch-language")!.before(opener.node()!, menu.node()!);
  const questions = create("section")
    .attr("class", "live-questions")
    .attr("aria-label", words.questions)
    .node()!;

  return {
    count(edits) {
      opener.property("hidden", edits === 0).text(words.edits(edits));
      if (edits === 0 && menu.node()!.matches(":popover-open")) menu.node()!.hidePopover();
    },
    say: news.say,
    ask(question) {
      const asked = questionElement(question, () => {
        asked.remove();
        if (!questions.hasChildNodes()) questions.remove();
      });
      questions.append(asked);
      document.querySelector("#observablehq-main")!.before(questions);
    }
  };
}

function questionElement({title, texts, about = [], answers}: Question, close: () => void): HTMLElement {
  const root = create("div").attr("class", "live-question");
  if (title) root.append("h2").text(title);
  for (const text of texts) root.append("p").text(text);
  for (const element of about) root.append(() => element);
  const choices = root.append("div").attr("class", "live-tools");
  for (const answer of answers)
    choices.append(() =>
      select(button(answer))
        .on("click", () => {
          close();
          answer.act();
        })
        .node()
    );
  return root.node()!;
}

const button = ({name, label, title, act}: Tool): HTMLButtonElement =>
  create("button")
    .attr("type", "button")
    .attr("data-name", name)
    .attr("title", title ?? null)
    .text(label)
    .on("click", act)
    .node()!;
