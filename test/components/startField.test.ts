// @vitest-environment jsdom
import {afterEach, beforeEach, expect, test, vi} from "vitest";
import {startField} from "../../src/components/startField.js";
import type {Pair} from "../../src/components/readPair.js";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.runAllTimers();
  vi.useRealTimers();
  history.replaceState(null, "", "/");
});

const domain: readonly [Pair, Pair] = [
  [-2, 2],
  [-1, 1]
];

function shown<Usual extends Pair | null>(value: Usual) {
  const element = startField({name: "start", value, domain});
  const box = element.querySelector("input")!;
  const write = (text: string): void => {
    box.value = text;
    box.dispatchEvent(new Event("change", {bubbles: true}));
  };
  return {element, box, write, alert: element.querySelector("[role=alert]")!};
}

test("a start typed is told and kept in the address; an empty box gives the usual one back", () => {
  const {element, box, write} = shown([-1.5, 0.5]);
  const told: Pair[] = [];
  element.addEventListener("input", () => told.push(element.value));
  expect(box.value).toBe("-1.5, 0.5");
  write("1, −0.25");
  expect([element.value, location.search]).toEqual([[1, -0.25], "?start=1%2C-0.25"]);
  write("");
  vi.runAllTimers();
  expect(told).toEqual([
    [1, -0.25],
    [-1.5, 0.5]
  ]);
  expect([box.value, location.search]).toEqual(["-1.5, 0.5", ""]);
});

test("a start that breaks the rule stays in the box, is named, and changes nothing", () => {
  const {element, box, write, alert} = shown([-1.5, 0.5]);
  write("3, 0");
  expect([element.value, box.value, box.getAttribute("aria-invalid")]).toEqual([[-1.5, 0.5], "3, 0", "true"]);
  expect(alert.textContent).toBe(
    "“3, 0” cannot be used: Start x, y must be two numbers with a comma between, x from −2 to 2 and y from −1 to 1."
  );
});

test("the address gives the start, or is named and ignored", () => {
  history.replaceState(null, "", "?start=0.5,1");
  expect(shown([-1.5, 0.5]).element.value).toEqual([0.5, 1]);
  history.replaceState(null, "", "?start=0.5,9");
  const {element, alert} = shown([-1.5, 0.5]);
  expect(element.value).toEqual([-1.5, 0.5]);
  expect(alert.textContent).toContain("In the address of this page, “0.5,9” cannot be used");
});

test("without a usual start the value is null, and the box shows what the page proposes", () => {
  const {element, box, write} = shown(null);
  element.propose([1, 1]);
  expect([element.value, box.value]).toEqual([null, "1, 1"]);
  write("0, 0");
  element.propose([2, 1]);
  expect([element.value, box.value]).toEqual([[0, 0], "0, 0"]);
});
