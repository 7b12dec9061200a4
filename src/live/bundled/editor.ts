import {autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap} from "@codemirror/autocomplete";
import {
  history,
  historyKeymap,
  indentLess,
  indentMore,
  moveLineDown,
  moveLineUp,
  standardKeymap,
  toggleComment
} from "@codemirror/commands";
import {localCompletionSource, typescriptLanguage} from "@codemirror/lang-javascript";
import {bracketMatching, indentOnInput, syntaxHighlighting} from "@codemirror/language";
import {EditorState, StateEffect, StateField} from "@codemirror/state";
import {Decoration, type DecorationSet, EditorView, keymap, lineNumbers} from "@codemirror/view";
import {completions, type Vocabulary} from "./completions.js";
import {pageColors} from "./highlight.js";

export {highlight} from "./highlight.js";
export type {Vocabulary} from "./completions.js";

export interface EditorOptions {
  /** What screen readers call the text. */
  readonly label: string;
  readonly vocabulary: Vocabulary;
  /** Shift+Enter or Ctrl+Enter. */
  run(): void;
  /** Escape: where the focus goes is the caller's to say. */
  leave(): void;
  /** The reader has changed the text. */
  change(text: string): void;
}

/** An editor of one cell's code. */
export interface Editor {
  readonly element: HTMLElement;
  focus(): void;
  /** Puts another text in; the reader can take it back. */
  replace(text: string): void;
  /** Marks a line, counted from 1, or with null none. */
  mark(line: number | null): void;
  destroy(): void;
}

/** An editor with the text of a cell in it. */
export function createEditor(text: string, {label, vocabulary, run, leave, change}: EditorOptions): Editor {
  const act = (action: () => void) => () => {
    action();
    return true;
  };
  const view = new EditorView({
    doc: text,
    extensions: [
      keymap.of([
        ...["Shift-Enter", "Ctrl-Enter", "Mod-Enter"].map((key) => ({key, run: act(run)})),
        ...completionKeymap,
        {key: "Escape", run: act(leave)},
        {key: "Tab", run: whereIndenting(indentMore), shift: whereIndenting(indentLess)},
        ...closeBracketsKeymap,
        {key: "Mod-/", run: toggleComment},
        {key: "Alt-ArrowUp", run: moveLineUp},
        {key: "Alt-ArrowDown", run: moveLineDown},
        ...standardKeymap,
        ...historyKeymap
      ]),
      lineNumbers(),
      history(),
      indentOnInput(),
      bracketMatching(),
      closeBrackets(),
      typescriptLanguage,
      typescriptLanguage.data.of({autocomplete: localCompletionSource}),
      autocompletion({icons: false}),
      completions(vocabulary),
      syntaxHighlighting(pageColors),
      markedLine,
      theme,
      EditorState.phrases.of({Completions: vocabulary.heading}),
      EditorView.contentAttributes.of({"aria-label": label, tabindex: "0"}),
      EditorView.updateListener.of((update) => {
        if (update.docChanged) change(update.state.doc.toString());
      })
    ]
  });
  return {
    element: view.dom,
    focus: () => view.focus(),
    replace: (insert) => view.dispatch({changes: {from: 0, to: view.state.doc.length, insert}}),
    mark: (line) => view.dispatch({effects: markLine.of(line)}),
    destroy: () => view.destroy()
  };
}

type Command = (view: EditorView) => boolean;

/** Tab indents before the first letter of a line and across lines; anywhere else it goes on to the next control. */
const whereIndenting =
  (command: Command): Command =>
  (view) => {
    const {from, to} = view.state.selection.main;
    const line = view.state.doc.lineAt(from);
    const indenting =
      to > line.to || (line.text !== "" && /^\s*$/.test(line.text.slice(0, from - line.from)));
    return indenting && command(view);
  };

const markLine = StateEffect.define<number | null>();

const markedLine = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, {effects, docChanged, state}) {
    const effect = effects.find((effect) => effect.is(markLine));
    if (!effect) return docChanged ? Decoration.none : marks;
    const line = effect.value;
    if (line === null || line > state.doc.lines) return Decoration.none;
    return Decoration.set(Decoration.line({class: "cm-fault"}).range(state.doc.line(line).from));
  },
  provide: (field) => EditorView.decorations.from(field)
});

const theme = EditorView.theme({
  "&": {
    font: "var(--monospace-font)",
    backgroundColor: "var(--background-raised)",
    color: "var(--foreground)"
  },
  "&.cm-focused": {outline: "2px solid var(--accent)", outlineOffset: "0"},
  ".cm-scroller": {font: "inherit", overflow: "auto", maxHeight: "70vh"},
  ".cm-content": {caretColor: "var(--foreground)", padding: "0.8rem 0"},
  ".cm-gutters": {backgroundColor: "transparent", color: "var(--muted)", border: "0"},
  ".cm-fault": {
    backgroundColor: "color-mix(in srgb, var(--red) 6%, transparent)",
    boxShadow: "inset 3px 0 var(--red)"
  },
  "&.cm-focused .cm-matchingBracket": {
    backgroundColor: "var(--accent-faint)",
    outline: "1px solid var(--accent)"
  },
  "&.cm-focused .cm-nonmatchingBracket": {backgroundColor: "transparent", color: "var(--red)"},
  ".cm-tooltip": {
    backgroundColor: "var(--background)",
    color: "var(--foreground)",
    border: "1px solid var(--control)"
  },
  ".cm-tooltip.cm-tooltip-autocomplete > ul": {font: "var(--monospace-font)", maxHeight: "14em"},
  ".cm-tooltip-autocomplete ul li[aria-selected]": {
    backgroundColor: "var(--accent-faint)",
    color: "var(--foreground)"
  },
  ".cm-completionDetail": {color: "var(--muted)", fontStyle: "normal"},
  ".cm-tooltip.cm-completionInfo": {
    padding: "0.5rem 0.8rem",
    maxWidth: "min(36rem, 90vw)",
    maxHeight: "60vh",
    overflow: "auto",
    font: "0.8125rem/1.5 var(--sans)",
    whiteSpace: "normal"
  },
  ".cm-completionInfo p": {margin: "0.3rem 0"},
  ".cm-completionInfo pre": {
    margin: "0.4rem 0",
    padding: "0.3rem 0.6rem",
    border: "0",
    font: "0.75rem/1.5 var(--mono)",
    whiteSpace: "pre-wrap"
  }
});
