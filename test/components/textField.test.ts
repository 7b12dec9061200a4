// @vitest-environment jsdom
import {afterEach, expect, test} from "vitest";
import {textField} from "../../src/components/textField.js";

afterEach(() => void history.replaceState(null, "", "/"));

function shown(options = {}) {
  const element = textField({label: "Column", value: "d.max", ...options});
  const box = element.querySelector("input")!;
  const write = (text: string): void => {
    box.value = text;
    box.dispatchEvent(new Event("change", {bubbles: true}));
  };
  return {element, box, write, alert: element.querySelector("[role=alert]")!};
}

test("textField tells the text when the reader is done with it", () => {
  const {element, write} = shown();
  const told: string[] = [];
  element.addEventListener("input", () => told.push(element.value));
  write("d.min");
  write("d.min");
  expect(told).toEqual(["d.min"]);
});

test("textField starts from the address", () => {
  history.replaceState(null, "", "?column=d.mean");
  const {element, box} = shown({name: "column"});
  expect([element.value, box.value]).toEqual(["d.mean", "d.mean"]);
});

test("refuse(reason) says why and marks the box; refuse(null) takes it back", () => {
  const {element, box, alert} = shown();
  element.refuse("that is no column");
  expect(alert.textContent).toBe("that is no column");
  expect(box.getAttribute("aria-invalid")).toBe("true");
  element.refuse(null);
  expect(alert.textContent).toBe("");
  expect(box.hasAttribute("aria-invalid")).toBe(false);
});

test("the label belongs to the box", () => {
  const {element, box} = shown();
  expect(element.querySelector("label")!.htmlFor).toBe(box.id);
});
