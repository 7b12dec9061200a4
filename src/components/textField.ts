import {create} from "d3-selection";
import type {Language} from "../course.js";
import {identifier} from "./identifier.js";
import {change, type Input, input} from "./input.js";
import {message} from "./message.js";

export interface TextFieldOptions {
  readonly label: string;
  readonly name?: string;
  readonly language?: Language;
  readonly value: string;
}

/** A line of text; whoever reads it may refuse it with a reason. */
export interface TextField extends Input<string> {
  /** Shows why the text cannot be used, or with null that it can. */
  refuse(reason: string | null): void;
}

/** A line that the reader writes; its value is the text when the reader is done with it. */
export function textField({label, name, language = "en", value}: TextFieldOptions): TextField {
  const problem = message();
  const id = identifier("text");
  const root = create("div").attr("class", "input text-field");
  root.append("label").attr("for", id).text(label);
  const box = root.append("input").attr("type", "text").attr("id", id).attr("spellcheck", "false");
  box.attr("autocomplete", "off").attr("aria-describedby", problem.id);
  root.append(() => problem);
  const behaviour = {
    label,
    name,
    language,
    value,
    read: (text: string) => ({value: text}),
    write: String,
    message: problem
  };
  const element = input(root.node()!, behaviour, (text) => box.property("value", text));
  box.on("change", () => change(element, box.property("value")));
  return Object.assign(element, {
    refuse(reason: string | null) {
      box.attr("aria-invalid", reason === null ? null : "true");
      problem.say(reason);
    }
  });
}
