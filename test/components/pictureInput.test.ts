// @vitest-environment jsdom
import {afterEach, beforeEach, expect, test, vi} from "vitest";
import {change} from "../../src/components/input.js";
import {pictureInput} from "../../src/components/pictureInput.js";
import {readNumber} from "../../src/components/readNumber.js";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.runAllTimers();
  vi.useRealTimers();
  history.replaceState(null, "", "/");
});

const step = () =>
  pictureInput({
    name: "t",
    label: "step",
    language: "en",
    value: 1,
    read: (text) => readNumber(text, {min: 1, max: 100, integer: true}),
    write: String
  });

test("it keeps in the address what a picture is moved to, and shows nothing", () => {
  const input = step();
  change(input, 30);
  expect([input.value, location.search, input.textContent]).toEqual([30, "?t=30", ""]);
});

test("it starts from the address, and speaks only of what that asks for in vain", () => {
  history.replaceState(null, "", "?t=7");
  expect([step().value, step().textContent]).toEqual([7, ""]);
  history.replaceState(null, "", "?t=700");
  expect(step().value).toBe(1);
  expect(step().textContent).toBe(
    "In the address of this page, “700” cannot be used: step must be a whole number from 1 to 100. Using 1."
  );
});
