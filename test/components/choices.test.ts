// @vitest-environment jsdom
import {afterEach, beforeEach, expect, test, vi} from "vitest";
import {type ChoicesOptions, choices} from "../../src/components/choices.js";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.runAllTimers();
  vi.useRealTimers();
  document.body.replaceChildren();
  history.replaceState(null, "", "/");
});

const optimizers: ChoicesOptions<"momentum" | "rmsprop" | "adam"> = {
  label: "Optimizers",
  name: "optimizers",
  options: [
    {value: "momentum", label: "Momentum"},
    {value: "rmsprop", label: "RMSProp"},
    {value: "adam", label: "Adam"}
  ],
  value: ["momentum"]
};

function shown(options = optimizers) {
  const element = choices(options);
  document.body.append(element);
  const told: (readonly string[])[] = [];
  element.addEventListener("input", () => told.push(element.value));
  const boxes = [...element.querySelectorAll<HTMLInputElement>("[type=checkbox]")];
  return {element, told, boxes, alert: element.querySelector("[role=alert]")!};
}

test("choices(options) are labelled boxes under the label, none chosen unless told", () => {
  const {element, boxes} = shown({...optimizers, value: undefined});
  expect(element.querySelector("legend")!.textContent).toBe("Optimizers");
  expect(boxes.map((box) => box.closest("label")!.textContent)).toEqual(["Momentum", "RMSProp", "Adam"]);
  expect(element.value).toEqual([]);
});

test("choices(options) tell each change in the order of the options", () => {
  const {boxes, told} = shown();
  for (const i of [2, 1, 0]) boxes[i].click();
  expect(told).toEqual([
    ["momentum", "adam"],
    ["momentum", "rmsprop", "adam"],
    ["rmsprop", "adam"]
  ]);
});

test("choices(options) follow the value set from code without telling", () => {
  const {element, boxes, told} = shown();
  element.value = ["adam"];
  expect(boxes.map((box) => box.checked)).toEqual([false, false, true]);
  expect(told).toEqual([]);
});

test("choices(options) are kept in the address, also when none is left", () => {
  history.replaceState(null, "", "/?optimizers=adam,rmsprop");
  const {element, boxes} = shown();
  expect(element.value).toEqual(["rmsprop", "adam"]);
  boxes[1].click();
  boxes[2].click();
  vi.runAllTimers();
  expect(location.search).toBe("?optimizers=");
  expect(shown().element.value).toEqual([]);
});

test.each([
  [
    "en",
    "In the address of this page, “adam,sgd” cannot be used: Optimizers must be taken from momentum, rmsprop, adam, with commas between. Using momentum."
  ],
  ["zh", "网址中的“adam,sgd”不可用：Optimizers 应取自 momentum、rmsprop、adam，以逗号分隔。现用 momentum。"]
] as const)("choices(options) answer an unknown option in the address (%s)", (language, message) => {
  history.replaceState(null, "", "/?optimizers=adam,sgd");
  const {element, alert} = shown({...optimizers, language});
  expect(element.value).toEqual(["momentum"]);
  expect(alert.textContent).toBe(message);
});
