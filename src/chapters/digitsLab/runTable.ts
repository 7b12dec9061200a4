import type {EnterElement, Selection} from "d3-selection";
import {formatNumber} from "../../components/formatNumber.js";
import {identifier} from "../../components/identifier.js";
import {change, contain, type Input} from "../../components/input.js";
import {wideTable} from "../../components/wideTable.js";
import type {Run, Status} from "./runBook.js";
import {runStyles} from "./runStyles.js";

export interface RunTableWords {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly show: (run: number) => string;
  readonly keep: (run: number) => string;
  readonly drop: (run: number) => string;
  readonly never: string;
  readonly statuses: Readonly<Record<Status, string>>;
}

export interface RunTableOptions {
  readonly words: RunTableWords;
  /** A run's hyperparameters in words. */
  readonly describe: (run: Run) => string;
  readonly keep: (id: number, kept: boolean) => void;
  readonly drop: (id: number) => void;
}

/** The table; its value is the id of the run whose network the page shows. */
export interface RunTable extends Input<number> {
  update(runs: readonly Run[]): void;
}

/** The runs side by side, a row each: how they were set and how well they do; which is shown, kept and dropped. */
export function runTable({words, describe, keep, drop}: RunTableOptions): RunTable {
  const {root, table} = wideTable("runs", words.caption);
  table
    .append("thead")
    .append("tr")
    .selectAll("th")
    .data(words.columns)
    .join("th")
    .attr("scope", "col")
    .text(String);
  const body = table.append("tbody");
  const group = identifier("shown");
  let shown = 0;
  let runs: readonly Run[] = [];

  function enterRow(entering: Selection<EnterElement, Run, HTMLTableSectionElement, undefined>) {
    const row = entering.append("tr");
    const name = row.append("th").attr("scope", "row").append("label");
    name.append("input").attr("type", "radio").attr("name", group);
    const sample = name.append("svg").attr("width", 28).attr("height", 10).attr("aria-hidden", "true");
    sample.append("line").attr("x2", 28).attr("y1", 5).attr("y2", 5).attr("stroke-width", 2.5);
    name.append("b");
    name.append("small");
    for (const column of numbers) row.append("td").attr("class", column).append("data");
    row.append("td").append("input").attr("type", "checkbox").attr("class", "keep");
    row.append("td").append("button").attr("type", "button").text("✕");
    return row;
  }

  function update(next: readonly Run[]): void {
    const newest = next[next.length - 1].id;
    if (!next.some(({id}) => id === shown) || !runs.some(({id}) => id === newest)) shown = newest;
    runs = next;
    const row = body
      .selectAll<HTMLTableRowElement, Run>("tr")
      .data(runs, ({id}) => id)
      .join(enterRow);
    row.attr("data-run", ({slot}) => slot + 1).attr("data-status", ({status}) => status);
    row
      .select("line")
      .attr("stroke", ({slot}) => runStyles[slot].color)
      .attr("stroke-dasharray", ({slot}) => runStyles[slot].dash ?? null);
    row.select("b").text(({slot}) => slot + 1);
    row.select("small").text((run) => `${describe(run)} · ${words.statuses[run.status]}`);
    row
      .select("[type=radio]")
      .attr("aria-label", ({slot}) => words.show(slot + 1))
      .property("checked", ({id}) => id === shown)
      .on("change", (_, {id}) => change(element, id));
    row
      .select(".keep")
      .attr("aria-label", ({slot}) => words.keep(slot + 1))
      .property("checked", ({kept}) => kept)
      .on("change", ({target}, {id}) => keep(id, (target as HTMLInputElement).checked));
    row
      .select("button")
      .attr("aria-label", ({slot}) => words.drop(slot + 1))
      .on("click", (_, {id}) => drop(id));
    for (const column of numbers) {
      const cell = row.select<HTMLDataElement>(`.${column} data`);
      cell.attr("value", (run) => numberOf[column](run) ?? "");
      cell.text((run) => {
        const number = numberOf[column](run);
        return number === undefined ? words.never : formats[column](number);
      });
    }
  }

  contain(root.node()!);
  const element = Object.defineProperties(root.node()!, {
    value: {
      get: () => shown,
      set(id: number) {
        shown = id;
        update(runs);
      }
    },
    update: {value: update}
  }) as unknown as RunTable; // the type checker does not see what defineProperties adds
  return element;
}

const numbers = ["epochs", "trainAccuracy", "testAccuracy", "testCost", "to95", "best"] as const;
type Column = (typeof numbers)[number];

const last = ({marks}: Run) => marks[marks.length - 1];

const numberOf: Readonly<Record<Column, (run: Run) => number | undefined>> = {
  epochs: (run) => last(run)?.epoch ?? 0,
  trainAccuracy: (run) => last(run)?.train.accuracy,
  testAccuracy: (run) => last(run)?.test.accuracy,
  testCost: (run) => last(run)?.test.cost,
  to95: ({marks}) => marks.find(({test}) => test.accuracy! >= 0.95)?.epoch,
  best: ({marks}) => (marks.length ? Math.max(...marks.map(({test}) => test.accuracy!)) : undefined)
};

const share = (value: number): string => `${(100 * value).toFixed(1)} %`;
const formats: Readonly<Record<Column, (value: number) => string>> = {
  epochs: String,
  trainAccuracy: share,
  testAccuracy: share,
  testCost: (value) => formatNumber(value, {digits: 3}),
  to95: String,
  best: share
};
