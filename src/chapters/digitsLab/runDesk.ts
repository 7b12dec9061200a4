import {create} from "d3-selection";
import {addressed, keep, type Reading} from "../../components/input.js";
import {message} from "../../components/message.js";
import type {Language} from "../../course.js";
import {type ComparisonName, comparisonNames, comparisons} from "./comparisons.js";
import {mostRuns, type Run, type RunBook} from "./runBook.js";
import type {Settings} from "./settings.js";
import {parseSettings, writeSettings} from "./settingsText.js";

export interface DeskWords {
  readonly label: string;
  /** What the address has of the runs, and the rule for it. */
  readonly runs: string;
  readonly runsRule: string;
  readonly train: string;
  readonly stop: string;
  readonly resume: string;
  readonly extend: (epochs: number) => string;
  readonly full: string;
  readonly changed: string;
  readonly compare: string;
  readonly comparisons: Readonly<Record<ComparisonName, string>>;
  readonly progress: string;
  readonly pace: (epochs: number, perSecond: number) => string;
  /** What is said of a run: when it begins, and how it ended. */
  readonly training: (run: number) => string;
  readonly stopped: (run: number, epochs: number) => string;
  readonly finished: (run: number, epochs: number, right: number, all: number) => string;
  readonly diverged: (run: number, updates: number) => string;
  readonly refused: (run: number, problem: string) => string;
  readonly loaded: (run: number, right: number, all: number) => string;
}

export interface DeskOptions {
  /** The name under which the address keeps how the runs were set. */
  readonly name: string;
  readonly language: Language;
  readonly book: RunBook;
  /** The hyperparameters as they are set now. */
  readonly settings: () => Settings;
  /** Sets the inputs to the hyperparameters of a run. */
  readonly adopt: (settings: Settings) => void;
  readonly words: DeskWords;
}

/** Where trainings are begun, stopped and resumed, and which says how they go. */
export interface RunDesk extends HTMLElement {
  /** Shows the runs beside the hyperparameters as they are set now. */
  update(runs: readonly Run[], settings: Settings): void;
}

/** The buttons of the lab and what there is to say of its runs, which the address keeps: it trains them again. */
export function runDesk({name, language, book, settings, adopt, words}: DeskOptions): RunDesk {
  const root = create("div").attr("class", "run-desk").attr("role", "group").attr("aria-label", words.label);
  const main = root.append("div").attr("class", "buttons");
  const button = (text: string) => main.append("button").attr("type", "button").text(text);
  const train = button(words.train).attr("class", "primary");
  const stop = button(words.stop).attr("class", "primary");
  const resume = button(words.resume).attr("class", "primary");
  const extend = button("").attr("class", "primary");
  const progress = main.append("progress").attr("aria-label", words.progress);
  const pace = main.append("span").attr("class", "count");
  const hint = root.append("p").attr("class", "hint");
  const said = root.append(() => message("status")).node() as ReturnType<typeof message>;
  const problem = root.append(() => message()).node() as ReturnType<typeof message>;
  const rows = root.append("div").attr("class", "buttons");
  rows.append("span").text(words.compare);
  const comparison = rows.selectAll("button").data(comparisonNames).join("button").attr("type", "button");
  comparison.text((name) => words.comparisons[name]);
  const refused = root.append(() => message()).node() as ReturnType<typeof message>;
  const behaviour = {
    name,
    label: words.runs,
    language,
    value: [],
    read: (text: string) => readRuns(text, words.runsRule),
    write: (list: readonly Settings[]) => list.map(writeSettings).join("*"),
    message: refused
  };
  let current: Run | undefined;
  let kept = "";

  train.on("click", () => book.train(settings()));
  stop.on("click", () => book.stop());
  resume.on("click", () => book.resume());
  extend.on("click", () => current && book.extend(current.id, settings().epochs));
  comparison.on("click", (_, name) => {
    const list = comparisons[name];
    adopt(list[list.length - 1]);
    book.compare(list);
  });

  function keepInAddress(runs: readonly Run[]): void {
    const trained = runs.filter(({status}) => status !== "new" && status !== "loaded");
    const list = trained.map((run) => run.settings);
    if (behaviour.write(list) === kept) return;
    kept = behaviour.write(list);
    keep(behaviour, list);
  }
  function update(runs: readonly Run[], now: Settings): void {
    const training = runs.find(({status}) => status === "training");
    const isStopped = !training && runs.some(({status}) => status === "stopped");
    const isFull = runs.filter(({kept}) => kept).length === mostRuns;
    current = runs.find(({kept}) => !kept);
    const further = !training && !isStopped && current && isLonger(current, now) ? now.epochs : null;
    train.attr("hidden", training ? "" : null).property("disabled", isFull);
    train.classed("primary", !isStopped && !further);
    stop.attr("hidden", training ? null : "");
    resume.attr("hidden", isStopped ? null : "");
    extend.attr("hidden", further ? null : "").text(further ? words.extend(further) : "");
    const shown = training ?? runs[runs.length - 1];
    const epochs = shown.marks[shown.marks.length - 1]?.epoch ?? 0;
    progress
      .attr("hidden", epochs ? null : "")
      .attr("max", shown.settings.epochs)
      .property("value", epochs);
    pace.text(epochs ? words.pace(epochs, (1000 * epochs) / shown.milliseconds) : "");
    const isOther = current && current.status !== "new" && !further && !isSame(current.settings, now);
    hint.text(isFull ? words.full : isOther ? words.changed : "");
    const news = sentence(shown, words);
    if (news !== said.textContent) said.say(news);
    problem.say(shown.status === "refused" ? words.refused(shown.slot + 1, shown.problem ?? "") : null);
    keepInAddress(runs);
  }
  const asked = addressed<readonly Settings[]>(behaviour);
  if (asked) book.compare(asked.value);
  return Object.assign(root.node()!, {update});
}

function readRuns(text: string, rule: string): Reading<readonly Settings[]> {
  const list = text.split("*").map(parseSettings);
  const isSound = list.length <= mostRuns && list.every((settings) => settings !== null);
  return isSound ? {value: list} : {rule};
}

const isSame = (a: Settings, b: Settings): boolean =>
  (Object.keys(a) as (keyof Settings)[]).every((name) => a[name] === b[name]); // the keys of settings

/** Whether a run that has finished is to have more epochs, and is else as the settings say. */
const isLonger = ({status, settings}: Run, now: Settings): boolean =>
  status === "finished" && now.epochs > settings.epochs && isSame({...settings, epochs: now.epochs}, now);

function sentence({slot, status, marks, prepared, updates}: Run, words: DeskWords): string | null {
  const run = slot + 1;
  const last = marks[marks.length - 1];
  const all = prepared.test.labels.length;
  const right = Math.round((last?.test.accuracy ?? 0) * all);
  if (status === "training") return words.training(run);
  if (status === "stopped") return words.stopped(run, last?.epoch ?? 0);
  if (status === "finished") return words.finished(run, last?.epoch ?? 0, right, all);
  if (status === "diverged") return words.diverged(run, updates);
  return status === "loaded" ? words.loaded(run, right, all) : null;
}
