import {create} from "d3-selection";
import {identifier} from "./identifier.js";
import {change, type Input, type InputOptions, input, type Reading, refusal} from "./input.js";
import {message} from "./message.js";
import {type Pair, type PairRule, readPair, writePair} from "./readPair.js";

export interface StartFieldOptions<Usual> extends Partial<InputOptions>, Pick<PairRule, "domain" | "names"> {
  /** The start until the reader chooses one: also what an empty box means. Null where the page proposes it. */
  readonly value: Usual;
}

/** A start as two numbers, "x, y". */
export interface StartField<Start> extends Input<Start> {
  /** Shows what the page proposes while the reader has chosen no start. */
  propose(start: Pair): void;
}

/**
 * A box for the start that a picture's handle moves too.
 *
 *     start: startField({name: "start", language, domain, value: [-1.9, 0.8]})
 *     picture.addEventListener("input", () => change(inputs.start, picture.value));    picture.value = start;
 */
export function startField<Usual extends Pair | null>({
  language = "en",
  label = words[language],
  name,
  value,
  domain,
  names
}: StartFieldOptions<Usual>): StartField<Pair | Usual> {
  const problem = message();
  const id = identifier("start");
  const root = create("div").attr("class", "input text-field");
  root.append("label").attr("for", id).text(label);
  const box = root.append("input").attr("type", "text").attr("id", id).attr("spellcheck", "false");
  box.attr("autocomplete", "off").attr("aria-describedby", problem.id);
  root.append(() => problem);
  let proposed: Pair | null = value;

  const read = (text: string): Reading<Pair | Usual> =>
    text.trim() === "" ? {value} : readPair(text, {domain, names, language});
  const write = (start: Pair | null): string => (start ? writePair(start) : "");
  const show = (start: Pair | null): void => {
    box.property("value", (start ?? proposed)?.join(", ") ?? "").attr("aria-invalid", null);
  };
  const behaviour = {label, name, language, value, read, write, message: problem};
  const element: Input<Pair | Usual> = input<Pair | Usual, HTMLDivElement>(root.node()!, behaviour, show);
  box.on("change", () => {
    const text = box.property("value");
    const reading = read(text);
    if ("value" in reading) return change(element, reading.value);
    box.attr("aria-invalid", "true");
    problem.say(refusal(label, reading.rule, text, language));
  });
  return Object.assign(element, {
    propose(start: Pair) {
      proposed = start;
      show(element.value);
    }
  });
}

const words = {en: "Start x, y", zh: "起点 x, y"};
