// @vitest-environment jsdom
import {expect, it} from "vitest";
import {slider} from "../../src/components/slider.js";

it("slider dispatches input when a pin is pressed", () => {
  const s = slider({label: "Memory", symbol: "β", min: 0, max: 1, value: 0.5, step: 0.1, pins: [0.5, 0.9]});
  document.body.append(s);
  const seen: number[] = [];
  s.addEventListener("input", () => seen.push(s.value));
  s.querySelectorAll("button")[1].click();
  expect(seen).toEqual([0.9]);
});
