import {create} from "d3-selection";
import type {Option} from "./choice.js";
import {change, type Input, type InputOptions, input, type Reading} from "./input.js";
import {message} from "./message.js";

export interface ChoicesOptions<T> extends InputOptions {
  readonly options: readonly Omit<Option<T>, "disabled">[];
  /** None unless said otherwise. */
  readonly value?: readonly NoInfer<T>[];
}

/** Any of several, in the order of the options: `view(choices({label: "Optimizers", options: […]}))`. */
export function choices<const T extends string>(options: ChoicesOptions<T>): Input<readonly T[]> {
  const {label, name, language = "en", options: offered, value = []} = options;
  const problem = message();
  const root = create("fieldset").attr("class", "input choices").attr("aria-describedby", problem.id);
  root.append("legend").text(label);
  const line = root.append("div").attr("class", "boxes").selectAll("label").data(offered).join("label");
  const box = line.append("input").attr("type", "checkbox");
  line.append("span").text((option) => option.label);
  root.append(() => problem);

  const known = offered.map((option) => option.value);
  function read(text: string): Reading<readonly T[]> {
    const asked = text === "" ? [] : text.split(",");
    const strange = asked.some((item) => !known.some((value) => value === item));
    return strange ? {rule: words[language](known)} : {value: known.filter((value) => asked.includes(value))};
  }
  const write = (chosen: readonly T[]): string => chosen.join(",");
  const show = (chosen: readonly T[]): unknown =>
    box.property("checked", ({value}) => chosen.includes(value));
  const element = input(root.node()!, {label, name, language, value, read, write, message: problem}, show);

  box.on("change", () =>
    change(
      element,
      known.filter((_, i) => box.nodes()[i].checked)
    )
  );
  return element;
}

const words = {
  en: (values: readonly string[]) => `must be taken from ${values.join(", ")}, with commas between`,
  zh: (values: readonly string[]) => `应取自 ${values.join("、")}，以逗号分隔`
};
