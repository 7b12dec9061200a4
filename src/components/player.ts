import {create, type Selection} from "d3-selection";
import type {Language} from "../course.js";
import {addressed, change, contain, type Input, type InputOptions, keep} from "./input.js";
import {message} from "./message.js";
import {readNumber} from "./readNumber.js";
import {ticker} from "./ticker.js";
import {whenHidden} from "./whenHidden.js";

export interface PlayerOptions extends Partial<InputOptions> {
  /** How many steps the run holds; 0 until there is a run. */
  readonly length?: number;
  /** The step at which the first run is shown, its start unless said otherwise: where that would show nothing. */
  readonly shown?: number;
  /** Steps a second at first, and those to choose from. */
  readonly rate?: number;
  readonly rates?: readonly number[];
}

/** An input whose value is the index of a run's step, from 0 to `length` − 1. */
export interface Player extends Input<number> {
  /**
   * How many steps the run holds. The first run is shown from its start, or finished where motion is to be reduced;
   * later the step stays, a reader at the end stays at the end, and "input" tells of a step that had to move.
   */
  length: number;
  readonly playing: boolean;
  /** Plays to the end, from the start where the end is reached; where motion is to be reduced, shows the end. */
  play(): void;
  pause(): void;
}

/**
 * Plays a run: `const step = view(player({length: run.length}))`.
 *
 * It keeps time by the clock, and pauses when its figure leaves the screen or the tab is hidden.
 *
 * @throws RangeError when a length, or a step set from code, is not a whole number in its range
 */
export function player({language = "en", ...options}: PlayerOptions = {}): Player {
  const {
    label = words[language].run,
    name,
    length: steps = 0,
    shown = 0,
    rate = 20,
    rates = usualRates
  } = options;
  const problem = message();
  const parts = draw(label, language, rate, rates);
  const root: HTMLElement = parts.root.node()!;
  root.append(problem);
  let length = 0;
  let step = 0;
  let unwatch: (() => void) | null = null;

  const last = (): number => Math.max(0, length - 1);
  const isPlaying = (): boolean => unwatch !== null;
  const show = (): void => parts.show(step, length, isPlaying());
  const read = (text: string) => readNumber(text, {min: 0, max: last(), integer: true, language});
  const behaviour = () => {
    const value = reducedMotion() ? last() : Math.min(shown, last());
    return {label, name, language, value, read, write: String, message: problem};
  };

  function set(to: number): void {
    const reading = read(String(to));
    if ("rule" in reading) throw new RangeError(`${label} ${reading.rule}; got ${to}`);
    step = to;
    problem.say(null);
    show();
  }

  function resize(to: number): void {
    if (!(Number.isInteger(to) && to >= 0))
      throw new RangeError(`length must be a whole number from 0; got ${to}`);
    const [before, isFirst, atEnd] = [step, length === 0, step === last()];
    length = to;
    if (isFirst && to > 0) step = (addressed(behaviour()) ?? behaviour()).value;
    else if (atEnd || step > last()) step = last();
    show();
    if (step !== before) root.dispatchEvent(new Event("input", {bubbles: true}));
  }

  function go(to: number): void {
    change(element, Math.max(0, Math.min(last(), to)));
    if (!isPlaying() || step === last()) pause();
  }

  function start(): void {
    if (step === last()) go(0);
    unwatch ??= whenHidden(root.closest("figure") ?? root, pause);
    clock.start();
    show();
  }

  function stop(): void {
    clock.stop();
    unwatch?.();
    unwatch = null;
  }

  function pause(): void {
    stop();
    if (length > 0) keep(behaviour(), step);
    show();
  }

  const clock = ticker(parts.rate, (steps) => go(step + steps));
  const goAndRest = (to: number): void => {
    stop();
    go(to);
  };
  const toggle = (): void => (isPlaying() ? pause() : start());
  parts.listen({
    restart: () => go(0),
    back: () => goAndRest(step - 1),
    toggle,
    forward: () => goAndRest(step + 1),
    seek: goAndRest
  });

  contain(root);
  root.addEventListener("input", () => {
    if (!isPlaying()) keep(behaviour(), step); // also where a picture has moved it
  });
  const element = Object.defineProperties(root, {
    value: {get: () => step, set},
    length: {get: () => length, set: resize},
    playing: {get: isPlaying},
    play: {value: () => (reducedMotion() ? go(last()) : start())},
    pause: {value: pause}
  }) as Player; // the type checker does not see what defineProperties adds
  resize(steps);
  return element;
}

const usualRates = [1, 5, 20, 60, 240];

/** The reader asks for less motion: runs are then shown finished, and move at the reader's own click only. */
const reducedMotion = (): boolean => matchMedia("(prefers-reduced-motion: reduce)").matches;

/** What the reader does with the player. */
interface Actions {
  restart(): void;
  back(): void;
  toggle(): void;
  forward(): void;
  seek(step: number): void;
}

function draw(label: string, language: Language, first: number, rates: readonly number[]) {
  const {position, speed, perSecond, of, play, pause, restart, back, forward} = words[language];
  const root = create("div").attr("class", "player").attr("role", "group").attr("aria-label", label);
  const restartButton = iconButton(root, "restart", restart);
  const backButton = iconButton(root, "back", back);
  const toggleButton = iconButton(root, "play", play).attr("class", "play");
  const forwardButton = iconButton(root, "forward", forward);
  const range = root.append("input").attr("type", "range").attr("aria-label", position);
  range.attr("min", 0).attr("step", 1);
  const count = root.append("span").attr("class", "count");
  const select = root.append("select").attr("aria-label", speed);
  const offered = [...new Set([...rates, first])].sort((a, b) => a - b);
  select.selectAll("option").data(offered).join("option").attr("value", String).text(perSecond);
  select.property("value", first);

  function show(step: number, length: number, playing: boolean): void {
    const last = Math.max(0, length - 1);
    name(toggleButton, playing ? "pause" : "play", playing ? pause : play);
    root.selectAll("button, input").property("disabled", length < 2);
    range.attr("max", last).attr("aria-valuetext", of(step, last));
    range.property("valueAsNumber", step);
    count.text(`${step} / ${last}`).style("min-width", `${2 * String(last).length + 2}ch`);
  }

  function listen({restart, back, toggle, forward, seek}: Actions): void {
    restartButton.on("click", restart);
    backButton.on("click", back);
    toggleButton.on("click", toggle);
    forwardButton.on("click", forward);
    range.on("input", () => seek(range.property("valueAsNumber")));
    range.on("keydown", (event: KeyboardEvent) => {
      if (event.key !== " ") return;
      event.preventDefault();
      toggle();
    });
  }

  return {root, show, listen, rate: () => Number(select.property("value"))};
}

type Button = Selection<HTMLButtonElement, undefined, null, undefined>;

function iconButton(
  root: Selection<HTMLDivElement, undefined, null, undefined>,
  icon: Icon,
  label: string
): Button {
  const button = root.append("button").attr("type", "button");
  button.append("svg").attr("viewBox", "0 0 16 16").attr("aria-hidden", "true").append("path");
  return name(button, icon, label);
}

function name(button: Button, icon: Icon, label: string): Button {
  button.select("path").attr("d", icons[icon]);
  return button.attr("aria-label", label).attr("title", label);
}

type Icon = keyof typeof icons;

const icons = {
  play: "M4 2.5v11l9.5-5.5z",
  pause: "M3.5 2.5h3v11h-3zM9.5 2.5h3v11h-3z",
  restart: "M2.5 3h2v10h-2zM13.5 3v10L5.5 8z",
  back: "M10.5 3v10L3 8zM11.5 3h1.5v10h-1.5z",
  forward: "M5.5 3v10L13 8zM3 3h1.5v10H3z"
};

const words = {
  en: {
    run: "Run",
    play: "Play",
    pause: "Pause",
    restart: "Back to the start",
    back: "One step back",
    forward: "One step forward",
    position: "Step",
    speed: "Speed",
    perSecond: (rate: number) => `${rate} ${rate === 1 ? "step" : "steps"}/s`,
    of: (step: number, last: number) => `step ${step} of ${last}`
  },
  zh: {
    run: "运行过程",
    play: "播放",
    pause: "暂停",
    restart: "回到开头",
    back: "后退一步",
    forward: "前进一步",
    position: "步数",
    speed: "速度",
    perSecond: (rate: number) => `每秒 ${rate} 步`,
    of: (step: number, last: number) => `第 ${step} 步，共 ${last} 步`
  }
};
