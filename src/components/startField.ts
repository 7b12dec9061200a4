import {create} from "d3-selection";
import type {Language} from "../course.js";
import type {Point} from "./contour.js";
import {identifier} from "./identifier.js";
import {change, type Input, input, type Reading, refusal} from "./input.js";
import {message} from "./message.js";

export interface StartFieldOptions {
  readonly label: string;
  readonly name?: string;
  readonly language: Language;
  /** The rule that a text breaks which is no pair of numbers. */
  readonly rule: string;
}

/** The start as two numbers, "x, y"; null is the start that each surface proposes. */
export interface StartField extends Input<Point | null> {
  /** Shows the start that the surface proposes while the reader has chosen none. */
  propose(start: Point): void;
}

/** A box for the start of a run, which the picture's handle moves too. */
export function startField({label, name, language, rule}: StartFieldOptions): StartField {
  const problem = message();
  const id = identifier("start");
  const root = create("div").attr("class", "input text-field");
  root.append("label").attr("for", id).text(label);
  const box = root.append("input").attr("type", "text").attr("id", id).attr("spellcheck", "false");
  box.attr("autocomplete", "off").attr("aria-describedby", problem.id);
  root.append(() => problem);
  let proposed: Point | null = null;

  const read = (text: string): Reading<Point | null> => {
    if (text.trim() === "") return {value: null};
    const numbers = text.normalize("NFKC").replaceAll("−", "-").split(",").map(Number);
    const fits = numbers.length === 2 && numbers.every((number) => Math.abs(number) <= 100);
    return fits && !/,\s*(?:,|$)|^\s*,/.test(text) ? {value: [numbers[0], numbers[1]]} : {rule};
  };
  const write = (at: Point | null): string => at?.join(",") ?? "";
  const show = (at: Point | null): void => {
    box.property("value", (at ?? proposed)?.join(", ") ?? "").attr("aria-invalid", null);
  };
  const behaviour = {label, name, language, value: null, read, write, message: problem};
  const element: Input<Point | null> = input<Point | null, HTMLDivElement>(root.node()!, behaviour, show);
  box.on("change", () => {
    const text = box.property("value");
    const reading = read(text);
    if ("value" in reading) return change(element, reading.value);
    box.attr("aria-invalid", "true");
    problem.say(refusal(label, reading.rule, text, language));
  });
  return Object.assign(element, {
    propose(start: Point) {
      proposed = start;
      show(element.value);
    }
  });
}
