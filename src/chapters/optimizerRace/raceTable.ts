import {write} from "../../components/chartParts/write.js";
import {formatNumber} from "../../components/formatNumber.js";
import {wideTable} from "../../components/wideTable.js";

export interface RaceRow {
  readonly label: string;
  readonly color: string;
  readonly dash?: string;
  readonly learningRate: number;
  readonly numbers: number;
  /** Steps to the tolerance; null where it was not reached. */
  readonly steps: number | null;
  readonly cost: number;
  readonly divergedAt: number | null;
  /** The lowest and the highest rate of the search that arrive; null where none does, or none was searched yet. */
  readonly arriving: readonly [number, number] | null;
}

export interface RaceTableWords {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly never: string;
}

/** A table that can be filled anew. */
export interface RaceTable extends HTMLElement {
  update(rows: readonly RaceRow[]): void;
}

/** The result of the race, a row for each optimizer, in the order in which they were chosen. */
export function raceTable({caption, columns, never}: RaceTableWords): RaceTable {
  const {root, table} = wideTable("race", caption);
  const head = table.append("thead").append("tr");
  head.selectAll("th").data(columns).join("th").attr("scope", "col").text(String);
  const body = table.append("tbody");

  const texts = ({learningRate, numbers, steps, cost, divergedAt, arriving}: RaceRow) => [
    {name: "rate", value: learningRate, text: formatNumber(learningRate, {digits: 3})},
    {name: "steps", value: steps ?? Infinity, text: steps === null ? never : String(steps)},
    {
      name: "arriving",
      value: arriving ? arriving[1] / arriving[0] : 0,
      text: arriving ? arriving.map((rate) => formatNumber(rate, {digits: 2})).join(" – ") : "—"
    },
    {name: "cost", value: cost, text: formatNumber(cost, {digits: 2})},
    {name: "diverged", value: divergedAt ?? Infinity, text: divergedAt === null ? "—" : String(divergedAt)},
    {name: "numbers", value: numbers, text: String(numbers)}
  ];
  return Object.assign(root.node()!, {
    update(rows: readonly RaceRow[]) {
      const row = body
        .selectAll("tr")
        .data(rows)
        .join((enter) => {
          const added = enter.append("tr");
          const name = added.append("th").attr("scope", "row");
          const sample = name.append("svg").attr("width", 28).attr("height", 10).attr("aria-hidden", "true");
          sample.append("line").attr("x2", 28).attr("y1", 5).attr("y2", 5).attr("stroke-width", 2.5);
          name.append("span").attr("class", "name");
          added.selectAll("td").data(columns.slice(1)).join("td").append("data");
          return added;
        });
      row.attr("data-line", ({label}) => label);
      row.select<HTMLElement>(".name").call(write, ({label}) => label);
      const line = row.select("line").attr("stroke", ({color}) => color);
      line.attr("stroke-dasharray", ({dash}) => dash ?? null);
      const cell = row.selectAll<HTMLElement, unknown>("data").data(texts);
      cell.attr("class", ({name}) => name).attr("value", ({value}) => value);
      cell.call(write, ({text}) => text);
    }
  });
}
