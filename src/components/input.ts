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

/** How an input speaks with the address and with the reader. */
export interface Behaviour<T> extends InputOptions {
  readonly language: Language;
  /** The default: the address keeps only what differs from it. */
  readonly value: T;
  /** Understands a text of the address. */
  read(text: string): Reading<T>;
  /** The text of a value: `read` gives the value back. */
  write(value: T): string;
  /** Where a text of the address that breaks the rule is spoken of. */
  readonly message: Message;
}

let page: UrlState | undefined;

/** The address of this page, once for all inputs, because it may be changed only so often. */
function address(): UrlState {
  page ??= urlState();
  return page;
}

/** The value that the address asks for; null where it asks for none, or, after saying so, for one that breaks the rule. */
export function addressed<T>({
  name,
  label,
  language,
  value,
  read,
  write,
  message
}: Behaviour<T>): {value: T} | null {
  const text = name === undefined ? null : address().read(name);
  if (text === null) return null;
  const reading = read(text);
  if ("value" in reading) return reading;
  message.say(words[language].inAddress(refusal(label, reading.rule, text, language), write(value)));
  return null;
}

/** Keeps a value in the address, or takes it out where it is the default. */
export function keep<T>({name, value: usual, write}: Behaviour<T>, value: T): void {
  if (name) address().write(name, write(value) === write(usual) ? null : write(value));
}

/**
 * Gives an element a value that starts from the address and is kept there.
 *
 * Setting `value` from code draws it with `show` and dispatches nothing.
 *
 * @throws RangeError when the default, or a value set later, breaks the input's rule
 */
export function input<T, E extends HTMLElement>(
  element: E,
  behaviour: Behaviour<T>,
  show: (value: T) => void
): E & Input<T> {
  const {label, value, read, write, message} = behaviour;
  let current = value;

  function set(value: T): void {
    const reading = read(write(value));
    if ("rule" in reading) throw new RangeError(`${label} ${reading.rule}; got ${write(value)}`);
    current = value;
    message.say(null);
    show(value);
  }

  contain(element);
  element.addEventListener("input", () => keep(behaviour, current));
  Object.defineProperty(element, "value", {get: () => current, set});
  set(value);
  const asked = addressed(behaviour);
  if (asked) set(asked.value);
  return element as E & Input<T>; // the type checker does not see what defineProperty adds
}

/** Keeps the events of the controls inside an input inside it: the input dispatches its own. */
export function contain(element: HTMLElement): void {
  element.addEventListener("input", (event) => {
    if (event.target !== element) event.stopImmediatePropagation();
  });
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
    inAddress: (refusal: string, kept: string) =>
      `In the address of this page, ${refusal} Using ${kept || "none"}.`
  },
  zh: {
    refusal: (subject: string, rule: string, text: string) =>
      `“${text}”不可用：${subject}${/\p{Script=Han}$/u.test(subject) ? "" : " "}${rule}。`,
    inAddress: (refusal: string, kept: string) =>
      kept ? `网址中的${refusal}现用 ${kept}。` : `网址中的${refusal}这一项不用。`
  }
};
