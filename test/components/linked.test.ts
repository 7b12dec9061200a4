// @vitest-environment jsdom
import {expect, test} from "vitest";
import {key} from "../../src/components/key.js";
import {linked} from "../../src/components/linked.js";

const styles = [
  {label: "Adam", color: "red"},
  {label: "RMSProp", color: "blue"}
];
const chart = (): HTMLElement => {
  const view = document.createElement("div");
  view.innerHTML = '<i data-line="Adam"></i><i data-line="RMSProp"></i><b></b>';
  return view;
};
const quiet = (view: Element): (string | null)[] =>
  [...view.querySelectorAll(".quiet")].map((mark) => mark.getAttribute("data-line"));
const send = (target: Element, type: string): boolean =>
  target.dispatchEvent(new Event(type, {bubbles: true}));

test.each([
  ["pointerover", "pointerleave"],
  ["focusin", "focusout"]
])("linked(…) lets the other lines step back in every view on %s, until %s", (enter, leave) => {
  const [a, b] = [chart(), chart()];
  linked(a, b);
  send(a.querySelector("i")!, enter);
  expect([quiet(a), quiet(b)]).toEqual([["RMSProp"], ["RMSProp"]]);
  send(a.querySelector("b")!, enter);
  expect(quiet(b)).toEqual([]);
  send(b.querySelector("i")!, enter);
  send(b, leave);
  expect(quiet(a)).toEqual([]);
});

test("linked(…) keeps the emphasis of a name that was pressed in the key, until it is pressed again", () => {
  const [view, names] = [chart(), key(styles, {pressable: true})];
  linked(view, names);
  const button = names.querySelectorAll("button")[1];
  button.click();
  expect(button.getAttribute("aria-pressed")).toBe("true");
  send(view, "pointerleave");
  expect(quiet(view)).toEqual(["Adam"]);
  button.click();
  expect(button.getAttribute("aria-pressed")).toBe("false");
  expect(quiet(view)).toEqual([]);
});

test("linked(…) gives back what ends it", () => {
  const view = chart();
  linked(view)();
  send(view.querySelector("i")!, "pointerover");
  expect(quiet(view)).toEqual([]);
});
