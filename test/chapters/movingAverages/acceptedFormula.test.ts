import {from} from "arquero";
import {expect, test} from "vitest";
import {acceptedFormula} from "../../../src/chapters/movingAverages/acceptedFormula.js";
import {movingAveragesWords} from "../../../src/chapters/movingAverages/words.js";

const table = from([
  {min: 1, max: 4},
  {min: 2, max: 2}
]);

function gate(language: "en" | "zh" = "en") {
  const said: (string | null)[] = [];
  const accept = acceptedFormula(table, "d.max", {
    words: movingAveragesWords[language].column,
    refuse: (reason) => said.push(reason)
  });
  return {accept, said};
}

test("acceptedFormula lets pass what gives a number in every row", () => {
  const {accept, said} = gate();
  expect(accept("d.max - d.min")).toBe("d.max - d.min");
  expect(said).toEqual([null]);
});

test.each([
  ["d.max -", /^“d.max -” cannot be used: /],
  ["d.mox", "“d.mox” cannot be used: "],
  ["'warm'", "“'warm'” cannot be used: it must give a number on every day."],
  ["1 / (d.max - d.min)", "it must give a number on every day"],
  ["window.alert(1)", "“window.alert(1)” cannot be used: "],
  ["", "“” cannot be used: "]
])("acceptedFormula refuses %j, says why, and keeps the last that passed", (formula, reason) => {
  const {accept, said} = gate();
  accept("d.min * 2");
  expect(accept(formula)).toBe("d.min * 2");
  expect(said[1]).toMatch(reason);
});

test("acceptedFormula speaks the page's language", () => {
  const {accept, said} = gate("zh");
  expect(accept("'暖'")).toBe("d.max");
  expect(said).toEqual(["“'暖'”不可用：每一天都应得出一个数。"]);
});
