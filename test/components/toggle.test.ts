// @vitest-environment jsdom
import {afterEach, beforeEach, expect, test, vi} from "vitest";
import {type ToggleOptions, toggle} from "../../src/components/toggle.js";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.runAllTimers();
  vi.useRealTimers();
  document.body.replaceChildren();
  history.replaceState(null, "", "/");
});

const correction: ToggleOptions = {label: "Bias correction", name: "correct", value: true};

function shown(options = correction) {
  const element = toggle(options);
  document.body.append(element);
  const told: boolean[] = [];
  element.addEventListener("input", () => told.push(element.value));
  const box = element.querySelector<HTMLInputElement>("[role=switch]")!;
  return {
    element,
    told,
    box,
    hint: element.querySelector(".hint")!,
    alert: element.querySelector("[role=alert]")!
  };
}

test("toggle(options) is off unless told, and labelled", () => {
  const {element, box} = shown({label: "Noise"});
  expect([element.value, box.checked]).toEqual([false, false]);
  expect(box.closest("label")!.textContent).toBe("Noise");
});

test("toggle(options) tells each switch", () => {
  const {box, told} = shown();
  box.click();
  box.click();
  expect(told).toEqual([false, true]);
});

test("toggle(options) follows the value set from code without telling", () => {
  const {element, box, told} = shown();
  element.value = false;
  expect(box.checked).toBe(false);
  expect(told).toEqual([]);
});

test("disable(reason) holds the switch, shows why and keeps the value; disable(null) frees it", () => {
  const {element, box, hint, told} = shown();
  element.disable("the first value needs no correction");
  box.click();
  expect([box.disabled, element.value, told]).toEqual([true, true, []]);
  expect(hint.textContent).toBe("the first value needs no correction");
  expect(box.getAttribute("aria-describedby")).toBe(hint.id);
  expect(box.closest("label")!.title).toBe("the first value needs no correction");
  element.disable(null);
  box.click();
  expect([hint.textContent, told]).toEqual(["", [false]]);
});

test("toggle({disabled}) is held from the start", () => {
  expect(shown({...correction, disabled: "not here"}).box.disabled).toBe(true);
});

test("toggle(options) is kept in the address as on or off", () => {
  history.replaceState(null, "", "/?correct=off");
  const {element, box} = shown();
  expect(element.value).toBe(false);
  box.click();
  vi.runAllTimers();
  expect(location.search).toBe("");
  box.click();
  vi.runAllTimers();
  expect(location.search).toBe("?correct=off");
});

test.each([
  ["en", "In the address of this page, “yes” cannot be used: Bias correction must be on or off. Using on."],
  ["zh", "网址中的“yes”不可用：Bias correction 应为 on（开）或 off（关）。现用 on。"]
] as const)("toggle(options) answers another word in the address (%s)", (language, message) => {
  history.replaceState(null, "", "/?correct=yes");
  const {element, alert} = shown({...correction, language});
  expect(element.value).toBe(true);
  expect(alert.textContent).toBe(message);
});
