// @vitest-environment jsdom
import {expect, test} from "vitest";
import {mirror} from "../../src/components/mirror.js";
import {slider} from "../../src/components/slider.js";

const options = {label: "Memory", min: 0, max: 1, step: 0.1};
const choose = (element: HTMLElement, text: string): void => {
  const box = element.querySelector<HTMLInputElement>("[type=text]")!;
  box.value = text;
  box.dispatchEvent(new Event("input", {bubbles: true}));
};

test("mirror(copy, source) starts at the source's value; each follows the other, and the source tells it once", () => {
  const source = slider({...options, value: 0.9});
  const copy = mirror(slider({...options, value: 0}), source);
  const told: number[] = [];
  source.addEventListener("input", () => told.push(source.value));
  expect(copy.value).toBe(0.9);
  choose(copy, "0.5");
  expect(source.value).toBe(0.5);
  choose(source, "0.2");
  expect(copy.value).toBe(0.2);
  expect(told).toEqual([0.5, 0.2]);
});
