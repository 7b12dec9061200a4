import {create} from "d3-selection";
import {type Heatmap, heatmap} from "../../components/heatmap.js";
import type {Language} from "../../course.js";
import type {Matrix} from "../../lib/types.js";
import {isMatrix, type Ledger} from "./ledger.js";
import {type FormulaOptions, formulaOf, isFactor, type Operation, symbolOf} from "./operations.js";

export interface LedgerTableWords {
  readonly caption: string;
  readonly layer: (index: number) => string;
  /** The name of a button that leads to where a matrix is made. */
  readonly go: (symbol: string, shape: string) => string;
}

export interface LedgerTableOptions {
  readonly words: LedgerTableWords;
  readonly layers: number;
  readonly operations: readonly Operation[];
  readonly width: number;
  /** How wide the column of row names is. */
  readonly left: number;
  readonly language: Language;
}

export interface LedgerTable extends HTMLTableElement {
  /** The step that the reader asked for last; the table dispatches "input" for each. */
  value: number;
  /** Shows the matrices of a pass. */
  show(ledger: Ledger, options: {readonly single: boolean}): void;
  /** Shows what is known at a step, and what that step takes and makes. */
  at(step: number, options: FormulaOptions): void;
}

/** The rows of the table: what stands together in a row, for the layer of each column. */
const rows: readonly (readonly string[])[] = [["W", "b"], ["Z"], ["A"], ["dA"], ["dZ"], ["dW", "db"]];

/** Every matrix of a pass in small, a layer a column; each is a button that leads to the step that makes it. */
export function ledgerTable({
  words,
  layers,
  operations,
  width,
  left,
  language
}: LedgerTableOptions): LedgerTable {
  const room = (width - left) / (layers + 1) - 6;
  const narrow = room < 100;
  const table = create("table").attr("class", "ledger").style("width", `${width}px`);
  table.append("caption").text(words.caption);
  const head = table.append("thead").append("tr");
  head.append("td").style("width", `${left}px`);
  const columns = Array.from({length: layers + 1}, (_, layer) => layer);
  head.selectAll("th").data(columns).join("th").attr("scope", "col").text(words.layer);
  const line = table.append("tbody").selectAll("tr").data(rows).join("tr");
  line
    .append("th")
    .attr("scope", "row")
    .text((letters) => letters.join(", "));
  const cell = line
    .selectAll("td")
    .data((letters) => columns.map((layer) => keysOf(letters, layer)))
    .join("td");
  const button = cell
    .append("div")
    .selectAll<HTMLButtonElement, string>("button")
    .data((keys) => keys)
    .join("button")
    .attr("type", "button");
  const stepOf = (key: string): number =>
    Math.max(
      0,
      operations.findIndex(({result}) => result === key)
    );
  const maps = new Map<string, Heatmap>();
  button.each(function (key) {
    const share = /W/.test(key) ? 0.76 : /b/.test(key) ? 0.2 : 1;
    const view = heatmap({
      label: key,
      numbers: false,
      language,
      width: share * room,
      height: 60,
      cell: [11, 10]
    });
    view.setAttribute("aria-hidden", "true"); // the button tells what it shows
    maps.set(key, view);
    this.append(view);
  });
  button.append("small");
  button.on("click", (_, key) => {
    view.value = stepOf(key);
    view.dispatchEvent(new Event("input", {bubbles: true}));
  });

  const view = Object.assign(table.node()!, {
    value: 0,
    show(ledger: Ledger, {single}: {readonly single: boolean}) {
      const shapeOf = (key: string): string => {
        const entry = ledger[key];
        return isMatrix(entry) ? `${entry.rows}×${entry.columns}` : "—";
      };
      for (const [key, map] of maps) {
        const entry = ledger[key];
        const like = ledger[key.slice(1)] as Matrix; // what a derivative is by; only asked for a derivative
        map.update(isMatrix(entry) ? entry : {rows: like.rows, columns: like.columns, data: null});
      }
      button.attr("aria-label", (key) => words.go(symbolOf(key, {single}), shapeOf(key)));
      const shape = (key: string): string => (narrow ? "" : ` ${shapeOf(key)}`);
      button.select("small").text((key) => `${symbolOf(key, {single})}${shape(key)}`);
    },
    at(step: number, options: FormulaOptions) {
      const operation = operations[step];
      const taken = new Set(
        formulaOf(operation, layers, options)
          .filter(isFactor)
          .map(({key}) => key)
      );
      button.classed("unknown", (key) => stepOf(key) > step);
      button.classed("operand", (key) => taken.has(key) || (taken.has("loss") && key === `A${layers}`));
      button.attr("aria-current", (key) => (key === operation.result ? "step" : null));
    }
  });
  return view;
}

/** The keys in a cell of the table: the input layer has only X, and no derivatives are asked for there. */
const keysOf = (letters: readonly string[], layer: number): string[] => {
  if (layer > 0) return letters.map((letter) => `${letter}${layer}`);
  return letters[0] === "A" ? ["A0"] : [];
};
