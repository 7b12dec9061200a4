import {create} from "d3-selection";
import {identifier} from "./identifier.js";
import {change, type Input, type InputOptions, input, type Reading} from "./input.js";
import {message} from "./message.js";

export interface ToggleOptions extends InputOptions {
  readonly value?: boolean;
  /** Why it cannot be switched now. */
  readonly disabled?: string | null;
}

/** A switch. */
export interface Toggle extends Input<boolean> {
  /** Holds the switch for a reason that the reader sees, or with null frees it; the value stays. */
  disable(reason: string | null): void;
}

/** A switch, on or off: `view(toggle({label: "Bias correction", value: true}))`; the address keeps "on" or "off". */
export function toggle({
  label,
  name,
  language = "en",
  value = false,
  disabled = null
}: ToggleOptions): Toggle {
  const problem = message();
  const root = create("div").attr("class", "input toggle");
  const line = root.append("label");
  const box = line.append("input").attr("type", "checkbox").attr("role", "switch");
  line.append("span").text(label);
  const hint = root.append("p").attr("class", "hint").attr("id", identifier("hint"));
  box.attr("aria-describedby", hint.attr("id"));
  root.append(() => problem);

  const read = (text: string): Reading<boolean> =>
    text === "on" || text === "off" ? {value: text === "on"} : {rule: words[language]};
  const write = (value: boolean): string => (value ? "on" : "off");
  const show = (value: boolean): unknown => box.property("checked", value);
  const element = input(root.node()!, {label, name, language, value, read, write, message: problem}, show);
  box.on("change", () => change(element, box.property("checked")));

  function disable(reason: string | null): void {
    box.property("disabled", reason !== null);
    line.attr("title", reason);
    hint.text(reason ?? "");
  }
  disable(disabled);
  return Object.assign(element, {disable});
}

const words = {en: "must be on or off", zh: "应为 on（开）或 off（关）"};
