// @vitest-environment jsdom
import {expect, test} from "vitest";
import {wideTable} from "../../src/components/wideTable.js";

test("wideTable(name, caption) puts a table into a region that keys can scroll, both named", () => {
  const {root, table} = wideTable("race", "Steps");
  const region = root.node()!;
  expect(region.firstElementChild).toBe(table.node());
  expect([region.tabIndex, region.getAttribute("role"), region.getAttribute("aria-label")]).toEqual([
    0,
    "region",
    "Steps"
  ]);
  expect([table.attr("class"), table.select("caption").text()]).toEqual(["race", "Steps"]);
});
