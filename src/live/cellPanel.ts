import {create, select} from "d3-selection";
import {message} from "../components/message.js";
import type {Language} from "../course.js";
import type {LiveWords} from "./words.js";
import type {Problem} from "./workshop.js";

/** A button below a cell. */
export interface Tool {
  readonly name: string;
  readonly label: string;
  readonly title?: string;
  act(): void;
}

/** What is seen of a cell beside its display: the code and, below it, a word on its state and the tools. */
export interface CellPanel {
  /** Shows the page's own code, a text of the reader's or an editor in its place, or both where the reader must choose. */
  show(what: null | string | HTMLElement, both: boolean): void;
  state(text: string): void;
  tools(tools: readonly Tool[]): void;
  focus(tool: string): void;
  tell(problem: Problem | null): void;
  say(text: string | null): void;
}

/** The panel of a cell's element. The page's own code stays in the document, whatever is shown. */
export function cellPanel(element: HTMLElement, words: LiveWords, language: Language): CellPanel {
  const root = select(element);
  const own = root.select<HTMLElement>(":scope > :is(pre, .observablehq-pre-container)");
  const panel = create("div").attr("class", "live-panel").node()!;
  const changed = message("status");
  const problem = message("alert");
  const news = message("status");
  const bar = root.select<HTMLElement>(":scope > .live-tools");
  bar.selectChildren().remove();
  const state = bar.append("span").attr("class", "live-state");
  const code = document.createElement("div");
  panel.append(changed, code, problem, news);
  bar.node()!.before(panel);
  let shown: null | string | HTMLElement = null;

  return {
    show(what, both) {
      own.property("hidden", what !== null && !both);
      changed.say(both ? words.changed : null);
      if (what === shown) return; // an editor that is put in again loses the focus
      shown = what;
      if (what === null) code.replaceChildren();
      else code.replaceChildren(typeof what === "string" ? codeBlock(what, language) : what);
    },
    state: (text) => void state.text(text),
    tools(tools) {
      bar
        .selectAll<HTMLButtonElement, Tool>("button")
        .data(tools, ({name}) => name)
        .join((enter) => enter.append("button").attr("type", "button"))
        .order()
        .attr("data-name", ({name}) => name)
        .attr("title", ({title}) => title ?? null)
        .text(({label}) => label)
        .on("click", (_event, {act}) => act());
    },
    focus: (tool) => bar.select<HTMLElement>(`[data-name="${tool}"]`).node()?.focus(),
    tell(fault) {
      problem.say(fault && (fault.line ? words.line(fault.line) : "") + fault.message);
    },
    say: news.say
  };
}

/** A text as the page shows code; its colours come with the editor. */
export function codeBlock(text: string, language: Language): HTMLElement {
  const block = create("pre").attr("data-language", "ts").attr("tabindex", "0");
  const code = block
    .append("code")
    .attr("class", "language-ts")
    .attr("lang", language === "zh" ? "en" : null);
  code.text(text);
  import("./made/editor.js").then(
    ({highlight}) => code.node()!.replaceChildren(highlight(text)),
    () => {} // Without the editor the code stands in one colour.
  );
  return block.node()!;
}
