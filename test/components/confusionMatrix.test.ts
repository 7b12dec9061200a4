// @vitest-environment jsdom
import {expect, test} from "vitest";
import {confusionMatrix} from "../../src/components/confusionMatrix.js";

const made = () => {
  const view = confusionMatrix({
    label: "What is taken for what",
    classes: ["a", "b", "c"],
    truth: "is",
    answer: "read as",
    describe: (truth, answer, count) => `${truth} as ${answer}: ${count}`,
    width: 200
  });
  view.update([10, 0, 0, 1, 9, 0, 0, 5, 5], {label: "24 of 30 right"});
  return view;
};
const cells = (view: Element): Element[] => [...view.querySelectorAll("g g:nth-of-type(2) rect")];

test("confusionMatrix writes counts, none for zero, with rows and columns named", () => {
  const texts = [...made().querySelectorAll("text")].map((text) => text.textContent);
  expect(texts).toEqual([
    "read as",
    "is",
    "a",
    "a",
    "b",
    "b",
    "c",
    "c",
    "10",
    "",
    "",
    "1",
    "9",
    "",
    "",
    "5",
    "5"
  ]);
  expect(made().getAttribute("aria-label")).toBe("24 of 30 right");
});

test("confusionMatrix colours right answers blue, wrong ones orange, a tenth of a class as strong as all of it right", () => {
  const fills = cells(made()).map((cell) => cell.getAttribute("fill"));
  expect(fills[0]).toMatch(/--blue\) 45\.0%/);
  expect(fills[8]).toMatch(/--blue\) 22\.5%/);
  expect(fills[3]).toMatch(/--orange\) 45\.0%/);
  expect(fills[7]).toMatch(/--orange\) 45\.0%/);
  expect(fills[1]).toMatch(/--orange\) 0\.0%/);
});

test("confusionMatrix's value is the chosen cell, and its cursor says it", () => {
  const view = made();
  const cursor = view.querySelector(".cursor")!;
  for (const key of ["ArrowDown", "ArrowDown", "ArrowRight"])
    cursor.dispatchEvent(new KeyboardEvent("keydown", {key, cancelable: true}));
  expect(view.value).toBe(7);
  expect(cursor.getAttribute("aria-valuetext")).toBe("2 as 1: 5");
});
