import {create} from "d3-selection";
import {identifier} from "./identifier.js";
import {change, type Input, type InputOptions, input, type Reading} from "./input.js";
import {message} from "./message.js";

/** What can be chosen: its value in code and in the address, and its words. */
export interface Option<T> {
  readonly value: T;
  readonly label: string;
  /** Why it cannot be chosen now. */
  readonly disabled?: string | null;
}

export interface ChoiceOptions<T> extends InputOptions {
  readonly options: readonly Option<T>[];
  /** The first option unless said otherwise. */
  readonly value?: NoInfer<T>;
  /** A list that opens instead of a row of segments: where there are more than five options. */
  readonly select?: boolean;
}

/** An input of one among several. */
export interface Choice<T> extends Input<T> {
  /** Makes an option unavailable for a reason that the reader sees, or with null available again. */
  disable(value: T, reason: string | null): void;
}

/** One of several: `view(choice({label: "Start", options: [{value: "zero", label: "zero"}, …]}))`. */
export function choice<const T extends string | number | boolean>(options: ChoiceOptions<T>): Choice<T> {
  const {label, name, language = "en", options: offered, select = offered.length > 5} = options;
  const {value = offered[0].value} = options;
  const reasons = new Map(offered.map((option) => [option.value, option.disabled ?? null]));
  const problem = message();
  const hint = create("p").attr("class", "hint").attr("id", identifier("hint"));
  const draw = select ? drawList : drawSegments;
  const {root, show, disable} = draw(label, offered, hint.attr("id"), (value) => change(element, value));
  root.append(hint.node()!, problem);

  function read(text: string): Reading<T> {
    const found = offered.find((option) => String(option.value) === text);
    if (!found) return {rule: words[language].known(offered.map((option) => option.value))};
    const reason = reasons.get(found.value);
    return reason ? {rule: words[language].available(reason)} : {value: found.value};
  }

  function showReasons(): void {
    const given = offered.filter((option) => reasons.get(option.value));
    hint.text(given.map(({label, value}) => words[language].hint(label, reasons.get(value)!)).join(" "));
    disable((value) => reasons.get(value) ?? null);
  }

  const behaviour = {label, name, language, value, read, write: String, message: problem};
  const element = input(root, behaviour, show);
  showReasons();
  return Object.assign(element, {
    disable(value: T, reason: string | null) {
      reasons.set(value, reason);
      showReasons();
    }
  });
}

/** The two looks of a choice: what they are made of, and how a value and the reasons are shown. */
interface Look<T> {
  readonly root: HTMLElement;
  show(value: T): void;
  disable(reason: (value: T) => string | null): void;
}

type Draw = <T>(
  label: string,
  options: readonly Option<T>[],
  hint: string,
  choose: (value: T) => void
) => Look<T>;

const drawSegments: Draw = (label, options, hint, choose) => {
  const group = identifier("choice");
  const root = create("fieldset").attr("class", "input choice").attr("aria-describedby", hint);
  root.append("legend").text(label);
  const segment = root.append("div").attr("class", "segments").selectAll("label").data(options).join("label");
  const radio = segment.append("input").attr("type", "radio").attr("name", group);
  radio.attr("value", ({value}) => String(value)).on("change", (_, {value}) => choose(value));
  segment.append("span").text((option) => option.label);
  return {
    root: root.node()!,
    show: (chosen) => radio.property("checked", ({value}) => value === chosen),
    disable(reason) {
      segment.attr("title", ({value}) => reason(value));
      radio.property("disabled", ({value}) => reason(value) !== null);
    }
  };
};

const drawList: Draw = (label, options, hint, choose) => {
  const id = identifier("choice");
  const root = create("div").attr("class", "input choice");
  root.append("label").attr("for", id).text(label);
  const list = root.append("select").attr("id", id).attr("aria-describedby", hint);
  const option = list.selectAll("option").data(options).join("option");
  option.attr("value", ({value}) => String(value)).text((option) => option.label);
  list.on("change", () => choose(options[list.property("selectedIndex")].value));
  return {
    root: root.node()!,
    show: (chosen) =>
      list.property(
        "selectedIndex",
        options.findIndex(({value}) => value === chosen)
      ),
    disable: (reason) => option.property("disabled", ({value}) => reason(value) !== null)
  };
};

const words = {
  en: {
    known: (values: readonly unknown[]) => `must be one of ${values.join(", ")}`,
    available: (reason: string) => `must be available (${reason})`,
    hint: (label: string, reason: string) => `${label}: ${reason}`
  },
  zh: {
    known: (values: readonly unknown[]) => `应为 ${values.join("、")} 之一`,
    available: (reason: string) => `应为可选的项（${reason}）`,
    hint: (label: string, reason: string) => `${label}：${reason}`
  }
};
