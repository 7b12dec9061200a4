// @vitest-environment jsdom
import {expect, test} from "vitest";
import {controls} from "../../src/components/controls.js";
import {slider} from "../../src/components/slider.js";
import {toggle} from "../../src/components/toggle.js";

const inputs = () => ({
  day: slider({label: "Day", min: 1, max: 365, integer: true, value: 30}),
  correct: toggle({label: "Bias correction", value: true})
});

test("controls(inputs, label) holds the inputs in their order under a name", () => {
  const {day, correct} = inputs();
  const group = controls({day, correct}, "The average");
  expect([...group.children]).toEqual([day, correct]);
  expect([group.getAttribute("role"), group.getAttribute("aria-label")]).toEqual(["group", "The average"]);
});

test("controls(inputs, label).value has the values under the inputs' names", () => {
  const {day, correct} = inputs();
  const group = controls({day, correct}, "The average");
  expect(group.value).toEqual({day: 30, correct: true});
  day.value = 31;
  expect(group.value).toEqual({day: 31, correct: true});
});

test("controls(inputs, label) passes on what its inputs tell", () => {
  const {day, correct} = inputs();
  const group = document.body.appendChild(controls({day, correct}, "The average"));
  const told: object[] = [];
  group.addEventListener("input", () => told.push(group.value));
  correct.querySelector("input")!.click();
  expect(told).toEqual([{day: 30, correct: false}]);
});
