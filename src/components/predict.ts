import {create} from "d3-selection";
import type {Language} from "../course.js";
import {identifier} from "./identifier.js";
import type {Input} from "./input.js";
import {message} from "./message.js";

export interface PredictOptions<T> {
  readonly question: string;
  /** Two to four answers. */
  readonly answers: readonly {readonly value: T; readonly label: string}[];
  /** The value of the answer that holds. */
  readonly right: NoInfer<T>;
  /** One sentence that says why. */
  readonly because: string;
  readonly language?: Language;
}

/**
 * A question to answer before the run: `const guess = view(predict({question, answers, right, because}))`.
 *
 * The value is null until the reader answers, then the answer; who asks to be shown gets the right one.
 * A prediction is made once.
 *
 * @throws RangeError when the right answer is not among the answers
 */
export function predict<const T extends string | number | boolean>(
  options: PredictOptions<T>
): Input<T | null> {
  const {question, answers, right, because, language = "en"} = options;
  const holds = answers.find((answer) => answer.value === right);
  if (!holds) throw new RangeError(`right must be one of the answers; got ${right}`);
  const spoken = words[language];
  const id = identifier("question");
  const verdict = message("status");
  let given: T | null = null;

  const root = create("div").attr("class", "predict").attr("role", "group").attr("aria-labelledby", id);
  root.append("p").attr("class", "question").attr("id", id).text(question);
  const row = root.append("div").attr("class", "answers");
  const answer = row.selectAll("button").data(answers).join("button").attr("type", "button");
  answer.text(({label}) => label).on("click", (_, {value}) => decide(value));
  const showMe = row.append("button").attr("type", "button").attr("class", "show-me").text(spoken.showMe);
  showMe.on("click", () => decide(right, spoken.shown(holds.label)));
  root.append(() => verdict);

  function decide(value: T, sentence = value === right ? spoken.right : spoken.wrong(holds!.label)): void {
    if (given !== null) return;
    given = value;
    answer.attr("aria-pressed", (answer) => answer.value === value);
    answer.classed("right", (answer) => answer.value === right);
    row.selectAll("button").attr("aria-disabled", "true");
    verdict.say(sentence + spoken.gap + because);
    root.node()!.dispatchEvent(new Event("input", {bubbles: true}));
  }
  return Object.defineProperty(root.node()!, "value", {get: () => given}) as HTMLDivElement & Input<T | null>;
}

const words = {
  en: {
    showMe: "Show me",
    right: "Right.",
    wrong: (label: string) => `Not quite: it is “${label}”.`,
    shown: (label: string) => `It is “${label}”.`,
    gap: " "
  },
  zh: {
    showMe: "直接看答案",
    right: "答对了。",
    wrong: (label: string) => `不太对，答案是“${label}”。`,
    shown: (label: string) => `答案是“${label}”。`,
    gap: ""
  }
};
