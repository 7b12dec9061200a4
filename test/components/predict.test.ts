// @vitest-environment jsdom
import {expect, test} from "vitest";
import {type PredictOptions, predict} from "../../src/components/predict.js";

const question: PredictOptions<number> = {
  question: "How many days does the average remember?",
  answers: [2, 10, 90].map((value) => ({value, label: `${value} days`})),
  right: 10,
  because: "The window is 1/(1−β)."
};

function shown(options = question) {
  const element = predict<number>(options);
  const told: (number | null)[] = [];
  element.addEventListener("input", () => told.push(element.value));
  const buttons = [...element.querySelectorAll("button")];
  return {element, told, buttons, verdict: element.querySelector("[role=status]")!};
}

test("predict(options) asks, and has no value yet", () => {
  const {element, buttons, verdict} = shown();
  expect(element.querySelector(`#${element.getAttribute("aria-labelledby")}`)!.textContent).toBe(
    question.question
  );
  expect(buttons.map((button) => button.textContent)).toEqual(["2 days", "10 days", "90 days", "Show me"]);
  expect([element.value, verdict.textContent]).toEqual([null, ""]);
});

test.each([
  [1, 10, "Right. The window is 1/(1−β)."],
  [0, 2, "Not quite: it is “10 days”. The window is 1/(1−β)."],
  [3, 10, "It is “10 days”. The window is 1/(1−β)."]
])("predict(options) takes answer %d as %d and says so", (i, value, sentence) => {
  const {element, told, buttons, verdict} = shown();
  buttons[i].click();
  expect([element.value, told]).toEqual([value, [value]]);
  expect(verdict.textContent).toBe(sentence);
});

test.each([
  [1, "答对了。窗口是 1/(1−β)。"],
  [0, "不太对，答案是“10 days”。窗口是 1/(1−β)。"],
  [3, "答案是“10 days”。窗口是 1/(1−β)。"]
])("predict(options) speaks Chinese to answer %d", (i, sentence) => {
  const {buttons, verdict} = shown({...question, because: "窗口是 1/(1−β)。", language: "zh"});
  buttons[i].click();
  expect(verdict.textContent).toBe(sentence);
});

test("predict(options) marks the given and the right answer", () => {
  const {buttons} = shown();
  buttons[0].click();
  expect(buttons.slice(0, 3).map((button) => button.getAttribute("aria-pressed"))).toEqual([
    "true",
    "false",
    "false"
  ]);
  expect(buttons.map((button) => button.classList.contains("right"))).toEqual([false, true, false, false]);
});

test("predict(options) lets a prediction be made once, and keeps the focus where it is", () => {
  const {element, told, buttons} = shown();
  buttons[0].click();
  buttons[1].click();
  expect([element.value, told]).toEqual([2, [2]]);
  expect(buttons.map((button) => [button.disabled, button.getAttribute("aria-disabled")])).toEqual(
    Array(4).fill([false, "true"])
  );
});

test("predict(options) without the right answer among the answers is an error", () => {
  expect(() => shown({...question, right: 3})).toThrow(
    new RangeError("right must be one of the answers; got 3")
  );
});
