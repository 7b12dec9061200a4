import type {Language} from "../course.js";
import type {Message} from "./message.js";
import {type UrlState, urlState} from "./urlState.js";

/** An element with a value; it dispatches "input" when the reader changes it, which is all that `view` needs. */
export interface Input<T> extends HTMLElement {
  value: T;
}

/** What every input is told. */
export interface InputOptions {
  /** What the reader chooses, in the page's language. */
  readonly label: string;
  /** The language of the input's own words. */
  readonly language?: Language;
  /** The name under which the address keeps the value. */
  readonly name?: string;
}

/** A text understood, or the rule that it breaks, e.g. "must be a number from 0 to 1". */
export type Reading<T> = {readonly value: T} | {readonly rule: string};

interface Behaviour<T> extends InputOptions {
  readonly language: Language;
  readonly value: T;
  /** Understands a text of the address. */
  read(text: string): Reading<T>;
  /** The text of a value: `read` gives the value back. */
  write(value: T): string;
  /** Draws a value. */
  show(value: T): void;
  /** Where a text of the address that breaks the rule is spoken of. */
  readonly message: Message;
}

let page: UrlState | undefined;
const state = (): UrlState => {
  page ??= urlState();
  return page;
};

/**
 * Gives an element a value that starts from the address and is kept there while it differs from the default.
 *
 * Setting `value` from code draws it and dispatches nothing. What the controls inside dispatch stays inside.
 *
 * @throws RangeError when the default, or a value set later, breaks the input's rule
 */
export function input<T, E extends HTMLElement>(element: E, behaviour: Behaviour<T>): E & Input<T> {
  const {language, label, name, read, write, show, message} = behaviour;
  let current = behaviour.value;

  function set(value: T): void {
    const reading = read(write(value));
    if ("rule" in reading) throw new RangeError(`${label} ${reading.rule}; got ${write(value)}`);
    current = value;
    message.say(null);
    show(value);
  }

  function startFromAddress(name: string): void {
    const text = state().read(name);
    if (text === null) return;
    const reading = read(text);
    if ("value" in reading) set(reading.value);
    else message.say(words[language].inAddress(refusal(label, reading.rule, text, language), write(current)));
  }

  element.addEventListener("input", (event) => {
    if (event.target !== element) event.stopImmediatePropagation();
    else if (name) state().write(name, write(current) === write(behaviour.value) ? null : write(current));
  });
  Object.defineProperty(element, "value", {get: () => current, set});
  set(current);
  if (name) startFromAddress(name);
  return element as E & Input<T>; // defineProperty is invisible to the type checker
}

/** The reader's change: sets a value and tells everyone, unless it is the value already. */
export function change<T>(element: Input<T>, value: T): void {
  const before = element.value;
  element.value = value;
  if (!Object.is(before, value)) element.dispatchEvent(new Event("input", {bubbles: true}));
}

/** Says which rule a text breaks, e.g. “1.2” cannot be used: β must lie in [0, 1). */
export const refusal = (subject: string, rule: string, text: string, language: Language): string =>
  words[language].refusal(subject, rule, text);

const words = {
  en: {
    refusal: (subject: string, rule: string, text: string) => `“${text}” cannot be used: ${subject} ${rule}.`,
    inAddress: (refusal: string, kept: string) => `In the address of this page, ${refusal} Using ${kept}.`
  },
  zh: {
    refusal: (subject: string, rule: string, text: string) =>
      `“${text}”不可用：${subject}${/\p{Script=Han}$/u.test(subject) ? "" : " "}${rule}。`,
    inAddress: (refusal: string, kept: string) => `网址中的${refusal}现用 ${kept}。`
  }
};
