// @vitest-environment jsdom
import {expect, test} from "vitest";
import {key} from "../../src/components/key.js";

test("key(styles) shows a sample of each line before its name", () => {
  const list = key([
    {label: "Adam", color: "red", dash: "4 2"},
    {label: "RMSProp", color: "blue"}
  ]);
  expect([...list.querySelectorAll("li")].map((item) => item.textContent)).toEqual(["Adam", "RMSProp"]);
  expect([...list.querySelectorAll("line")].map((line) => line.getAttribute("stroke-dasharray"))).toEqual([
    "4 2",
    null
  ]);
});
