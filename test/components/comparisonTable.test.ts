// @vitest-environment jsdom
import {expect, test} from "vitest";
import {comparisonTable} from "../../src/components/comparisonTable.js";

const rows = [
  {
    label: "GD",
    cells: [
      {measured: 233, theory: 232.7},
      {measured: Infinity, theory: Infinity},
      {measured: null, theory: 1e7}
    ]
  }
];
const texts = (table: HTMLElement) => [...table.querySelectorAll("tbody td")].map((cell) => cell.textContent);

test("comparisonTable(columns, rows, words) writes whole numbers with theory below, a word for ∞, and leaves out what is not there", () => {
  const table = comparisonTable(["1", "2", "3"], rows, {caption: "Steps", never: "never", theory: "theory"});
  expect(texts(table)).toEqual(["233theory 233", "never", "theory 10⁷"]);
  expect(table.querySelector("data.theory")!.getAttribute("value")).toBe("232.7");
  expect([...table.querySelectorAll("th[scope=col]")].map(({textContent}) => textContent)).toEqual([
    "1",
    "2",
    "3"
  ]);
});

test("comparisonTable(…, {format}) writes numbers as it is told", () => {
  const table = comparisonTable(["1"], [{label: "s", cells: [{measured: 0.25, theory: null}]}], {
    caption: "",
    theory: "",
    format: (value) => value.toFixed(1)
  });
  expect(texts(table)).toEqual(["0.3"]);
});
