import type {Editor} from "./bundled/editor.js";
import type {ExerciseCheck} from "./exerciseCheck.js";
import {cellPanel, type Tool} from "./cellPanel.js";
import type {Slot} from "./graph.js";
import type {Prepared, Problem, Workshop} from "./workshop.js";

/** A cell that the reader can edit: its text, its editor while that is open, and its place in the page. */
export interface LiveCell {
  readonly element: HTMLElement;
  /** The reader's text. */
  readonly text: string;
  /** Whether the text differs from the page's; that of a cell of the reader's own always does. */
  readonly edited: boolean;
  /** Whether the text has been written but not run. */
  readonly waiting: boolean;
  /** Whether the page's own text has changed and the reader has not chosen yet. */
  readonly comparing: boolean;
  readonly opened: boolean;
  /** Opens the editor and puts the focus there. */
  open(): Promise<void>;
  /** Puts a text in; it waits until it is run. `compare` where the page's own has changed and the reader must choose. */
  put(text: string, compare?: boolean): void;
  /** Runs the text, or says why it cannot. */
  run(): Promise<void>;
  /** Brings back the page's text and what it does. */
  reset(): void;
  /** Takes the cell out of the page's graph. */
  remove(): void;
  /** Says something below the cell. */
  say(text: string | null): void;
}

export interface LiveCellOptions {
  readonly workshop: Workshop;
  /** The page's text, or null for a cell of the reader's own. */
  readonly original: string | null;
  readonly slot: Slot;
  /** Tools beside running, opening and resetting. */
  tools(cell: LiveCell): readonly Tool[];
  /** Something of the cell that is kept has changed. */
  changed(cell: LiveCell): void;
  /** What answers an exercise. Its cell runs by itself when the reader pauses, and keeps its names from the page. */
  readonly exercise?: ExerciseCheck;
}

/** How long a pause in typing is, in milliseconds. */
const pause = 400;

/** Makes the element of a cell live: it holds the block where the cell displays, the page's code and a bar for tools. */
export function liveCell(element: HTMLElement, options: LiveCellOptions): LiveCell {
  const {workshop, original, slot, changed, exercise} = options;
  const {words, graph, language} = workshop;
  const panel = cellPanel(element, words, language);
  let text = original ?? "";
  let lastRun = original;
  let editor: Editor | null = null;
  let opening: Promise<void> | null = null;
  let typing: number | undefined;
  let comparing = false;
  let forget = (): void => {};

  const cell: LiveCell = {
    element,
    get text() {
      return text;
    },
    get edited() {
      return text !== original;
    },
    get waiting() {
      return text !== lastRun;
    },
    get comparing() {
      return comparing;
    },
    get opened() {
      return editor !== null;
    },
    open() {
      opening ??= makeEditor();
      return opening.then(() => editor?.focus());
    },
    put(next, compare = false) {
      text = next;
      comparing = compare && next !== original;
      panel.say(null);
      editor?.replace(next);
      draw();
    },
    run,
    reset,
    remove() {
      clearTimeout(typing);
      forget();
      editor?.destroy();
      slot.remove();
    },
    say: panel.say
  };

  async function run(): Promise<void> {
    clearTimeout(typing);
    const source = text;
    if (source === original && slot.original) return reset();
    const prepared = await workshop.prepare(source);
    if ("message" in prepared) refuse(prepared);
    else start(prepared, source);
  }

  function tell(problem: Problem | null): void {
    panel.tell(problem);
    editor?.mark(problem?.line ?? null);
  }

  function refuse(problem: Problem): void {
    forget();
    tell(problem);
    exercise?.failed();
  }

  /** An earlier run is not heard any more once its text has been replaced. */
  function start({definition, silent, problem}: Prepared, source: string): void {
    forget();
    let heard = true;
    forget = () => {
      heard = false;
    };
    lastRun = source;
    comparing = false;
    panel.say(silent ? words.silent : null);
    slot.run(exercise ? {...definition, outputs: []} : definition, {
      done(value) {
        if (!heard) return;
        tell(clash(definition.outputs));
        void exercise?.ran((value ?? {}) as Readonly<Record<string, unknown>>); // a body returns its outputs or nothing
      },
      failed(error) {
        if (!heard) return;
        tell(problem(error));
        exercise?.failed();
      }
    });
    draw();
    changed(cell);
  }

  function clash(outputs: readonly string[]): Problem | null {
    const names = graph.clashes(outputs);
    return names.length ? {message: words.clash(names.join(", ")), line: null} : null;
  }

  function reset(): void {
    if (original === null) return;
    clearTimeout(typing);
    forget();
    if (lastRun !== original && slot.original) slot.run(slot.original);
    text = lastRun = original;
    comparing = false;
    editor?.replace(original);
    tell(null);
    panel.say(null);
    draw();
    changed(cell);
    if (exercise) void run();
  }

  async function makeEditor(): Promise<void> {
    void import("./made/transpiler.js");
    const {createEditor} = await import("./made/editor.js");
    editor = createEditor(text, {
      label: words.code,
      vocabulary: {
        heading: words.completions,
        library: "../lib/index.js",
        names: graph.names,
        documented: async () => (await import("./made/names.js")).names
      },
      run,
      leave: () => panel.focus("run"),
      change
    });
    draw();
    if (exercise) void run();
  }

  function change(next: string): void {
    if (next === text) return;
    text = next;
    changed(cell);
    clearTimeout(typing);
    if (exercise) typing = window.setTimeout(run, pause);
    draw();
  }

  function close(): void {
    editor?.destroy();
    editor = opening = null;
    draw();
    panel.focus("edit");
  }

  function draw(): void {
    panel.show(editor ? editor.element : cell.edited ? text : null, comparing);
    panel.state(
      cell.waiting ? words.waiting : original === null ? words.own : cell.edited ? words.edited : ""
    );
    const tools: readonly (Tool | false)[] = [
      (editor !== null || cell.waiting) && {
        name: "run",
        label: comparing ? words.keepMine : words.run,
        title: words.runTitle,
        act: run
      },
      editor === null && {name: "edit", label: words.edit, act: cell.open},
      original !== null &&
        cell.edited && {
          name: "reset",
          label: comparing ? words.takeTheirs : words.reset,
          title: words.resetTitle,
          act: reset
        },
      ...options.tools(cell),
      editor !== null && {name: "close", label: words.close, act: close}
    ];
    panel.tools(tools.filter((tool) => tool !== false));
  }

  draw();
  return cell;
}
