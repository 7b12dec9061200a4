import {create} from "d3-selection";
import type {Language} from "../course.js";
import type {Input} from "./input.js";
import {message} from "./message.js";

export interface WorkOptions<T> {
  readonly label: string;
  readonly language?: Language;
  /**
   * The work, which must leave the page time to answer: it reports how far it has come and what it has found so far,
   * and ends early when it is told to.
   */
  readonly work: (report: (share: number, value: T) => void, signal: AbortSignal) => Promise<unknown>;
}

/**
 * A button that starts work, shows how far it has come, and stops it: `view(workButton({label: "Measure", work}))`.
 *
 * The value is what has been reported last, null before the first report. What was found stays when the work is stopped.
 */
export function workButton<T>({label, language = "en", work}: WorkOptions<T>): Input<T | null> {
  const {stop, again, working, done, stopped} = words[language];
  const root = create("div").attr("class", "work");
  const button = root.append("button").attr("type", "button").text(label);
  const bar = root.append("progress").attr("max", 1).attr("aria-label", label).attr("hidden", "");
  const status = message("status");
  root.append(() => status);
  const element = root.node()!;
  let value: T | null = null;
  let running: AbortController | null = null;

  function report(share: number, found: T): void {
    value = found;
    bar.property("value", share);
    element.dispatchEvent(new Event("input", {bubbles: true}));
  }

  async function start(): Promise<void> {
    running = new AbortController();
    const {signal} = running;
    button.text(stop);
    bar.property("value", 0).attr("hidden", null);
    status.say(working);
    try {
      await work((share, found) => signal.aborted || report(share, found), signal);
    } finally {
      running = null;
      button.text(again);
      bar.attr("hidden", "");
      status.say(signal.aborted ? stopped : done);
    }
  }

  button.on("click", () => (running ? running.abort() : start()));
  return Object.defineProperty(element, "value", {get: () => value}) as HTMLDivElement & Input<T | null>;
}

const words = {
  en: {stop: "Stop", again: "Measure again", working: "Measuring …", done: "Done.", stopped: "Stopped."},
  zh: {stop: "停止", again: "再测一次", working: "正在测量……", done: "测完了。", stopped: "已停止。"}
};
