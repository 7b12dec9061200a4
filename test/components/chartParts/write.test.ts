// @vitest-environment jsdom
import {create} from "d3-selection";
import {expect, test} from "vitest";
import {write} from "../../../src/components/chartParts/write.js";

test("write puts in the texts that differ, and keeps the nodes of the others", () => {
  const item = create("svg")
    .selectAll<SVGTextElement, unknown>("text")
    .data(["red", "blue", "red"])
    .join("text");
  item.text(String);
  const before = item.nodes().map((node) => node.firstChild);
  item.data(["red", "green", "red"]).call(write, (color, i) => `${color}${i === 2 ? "der" : ""}`);
  expect(item.nodes().map((node) => node.textContent)).toEqual(["red", "green", "redder"]);
  expect(item.nodes().map((node, i) => node.firstChild === before[i])).toEqual([true, false, false]);
});
