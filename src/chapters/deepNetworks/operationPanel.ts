import {create, type Selection} from "d3-selection";
import {type Heatmap, heatmap, type MatrixCell, type Shown} from "../../components/heatmap.js";
import {change, type Input, input, type Reading} from "../../components/input.js";
import {message} from "../../components/message.js";
import type {Language} from "../../course.js";
import {map, transpose} from "../../lib/matrix.js";
import type {Network} from "../../lib/network.js";
import type {Matrix} from "../../lib/types.js";
import {isMatrix, type Ledger} from "./ledger.js";
import {
  type Bug,
  type Factor,
  factorText,
  formulaOf,
  isFactor,
  type Operation,
  partsOf,
  symbolOf,
  writtenParts
} from "./operations.js";

export interface PanelState {
  readonly ledger: Ledger;
  readonly network: Network;
  readonly operation: Operation;
  readonly bug: Bug;
  /** Writes small letters, as for one sample. */
  readonly single: boolean;
  /** The entry that is shown. */
  readonly at: MatrixCell;
  /** What of each operand goes into the chosen entry, by the operand's key. */
  readonly marks: Readonly<Record<string, Partial<MatrixCell>>>;
}

export interface PanelWords {
  readonly label: string;
  readonly cell: string;
  readonly cellRule: string;
  readonly stuck: (problem: string) => string;
  /** What the engine objects to shapes, in the page's language. */
  readonly objection: (problem: string) => string;
}

export interface OperationPanelOptions {
  readonly words: PanelWords;
  readonly width: number;
  readonly language: Language;
}

/** The panel; its value is the entry of the result that the reader looks at, which the address keeps. */
export interface OperationPanel extends Input<MatrixCell> {
  update(state: PanelState): void;
}

/** One operation of a pass with its matrices: the result first, its operands below, as the formula has them. */
export function operationPanel({words, width, language}: OperationPanelOptions): OperationPanel {
  const problem = message();
  const root = create("div").attr("class", "operation").attr("role", "group").attr("aria-label", words.label);
  const [first, second] = [root.append("div"), root.append("div")];
  for (const line of [first, second]) line.attr("class", "terms");
  const stuck = root.append("p").attr("class", "stuck");
  root.append(() => problem);
  const element = input(root.node()!, {...cellBehaviour(words), language, message: problem}, () => {});
  let result: Heatmap | null = null;
  let operands: readonly {readonly factor: Factor; readonly view: Heatmap}[] = [];
  let before = "";

  /** Makes the views of an operation: cells are as wide as lets its operands stand in one line, or each in its own. */
  function build(state: PanelState, made: Shown): void {
    const terms = formulaOf(state.operation, state.network.layers.length, state);
    const columns = terms.map((term) => (isFactor(term) ? matrixOf(term, state).columns : 0));
    const widest = Math.max(made.columns, ...columns);
    const together = (width - 34 * terms.length - 20) / columns.reduce((sum, count) => sum + count, 1);
    const cell = Math.max(Math.min(40, together), Math.min(30, (width - 6) / widest));
    const view = (label: string, pick: boolean): Heatmap =>
      heatmap({label, pick, language, width: width - 6, height: mostHeight, cell: [cell, 24]});
    first.selectAll("*").remove();
    second.selectAll("*").remove();
    const factor = {key: state.operation.result};
    result = captioned(first, factor, made, state, view(factorText(factor, state), true));
    result.addEventListener("input", () => change(element, result!.value));
    const signs = terms.length > 1 ? [{sign: "="}, ...terms] : terms;
    operands = signs.flatMap((term) => {
      if (isFactor(term)) {
        const matrix = matrixOf(term, state);
        return [
          {factor: term, view: captioned(second, term, matrix, state, view(factorText(term, state), false))}
        ];
      }
      second.append("span").attr("class", "sign").text(term.sign);
      return [];
    });
  }

  function update(state: PanelState): void {
    const {ledger, network, operation, bug, single} = state;
    const entry = ledger[operation.result];
    const made: Shown = isMatrix(entry) ? entry : {...expectedShape(operation, ledger), data: null};
    root.style("min-height", `${tallest(state)}px`);
    const look = [
      operation.result,
      bug,
      single,
      made.rows,
      made.columns,
      network.sizes,
      isMatrix(entry)
    ].join();
    if (look !== before) build(state, made);
    before = look;
    result!.value = state.at;
    result!.update(made, {label: symbolOf(operation.result, state)});
    for (const {factor, view} of operands)
      view.update(matrixOf(factor, state), {mark: markOf(factor, state)});
    stuck.text(isMatrix(entry) ? "" : words.stuck(words.objection(entry.problem)));
  }

  return Object.assign(element, {update});
}

/** The most pixels that a matrix takes, and what its caption takes. */
const [mostHeight, captionHeight] = [224, 36];

/** About the pixels of the tallest operation where its operands stand in one line, so that the page stands still. */
const tallest = ({network: {sizes}, ledger}: PanelState): number => {
  const [most, samples] = [Math.max(...sizes), (ledger.Y as Matrix).columns];
  return 24 * most + Math.min(mostHeight, 24 * Math.max(most, samples)) + 2 * captionHeight;
};

type Line = Selection<HTMLDivElement, undefined, null, undefined>;

/** Puts a matrix into a line, below its symbol and shape. */
function captioned(
  line: Line,
  {key, transposed, slope}: Factor,
  {rows, columns}: Shown,
  state: PanelState,
  view: Heatmap
): Heatmap {
  const {letter, layer} = writtenParts(key, state);
  const figure = line.append("div").attr("class", "term");
  const caption = figure.append("p");
  if (slope) caption.append("span").text("g′(");
  caption.append("var").text(letter);
  if (layer !== null) caption.append("sup").text(`(${layer})`);
  if (transposed) caption.append("sup").text("ᵀ");
  if (slope) caption.append("span").text(")");
  caption.append("small").text(`${rows}×${columns}`);
  figure.append(() => view);
  return view;
}

/** A matrix as the formula has it; formulas name only what the pass has. */
function matrixOf({key, transposed, slope}: Factor, {ledger, network}: PanelState): Matrix {
  const matrix = ledger[key] as Matrix;
  if (slope) return map(matrix, network.layers[partsOf(key).layer! - 1].activation.derivative);
  return transposed ? transpose(matrix) : matrix;
}

function markOf({key, transposed}: Factor, {marks}: PanelState): Partial<MatrixCell> | null {
  const mark = marks[key] ?? null;
  return mark && transposed ? {row: mark.column, column: mark.row} : mark;
}

/** The shape that a derivative has if all is well: that of what it is the derivative by. */
function expectedShape({result}: Operation, ledger: Ledger): Pick<Matrix, "rows" | "columns"> {
  const {rows, columns} = ledger[result.slice(1)] as Matrix;
  return {rows, columns};
}

const most = 16;

const cellBehaviour = ({cell: label, cellRule: rule}: PanelWords) => ({
  label,
  name: "cell",
  value: {row: 0, column: 0},
  write: ({row, column}: MatrixCell) => `${row + 1}.${column + 1}`,
  read(text: string): Reading<MatrixCell> {
    const [row, column] = (/^(\d{1,2})\.(\d{1,2})$/.exec(text) ?? []).slice(1).map(Number);
    const isPlace = [row, column].every((index) => index >= 1 && index <= most);
    return isPlace ? {value: {row: row - 1, column: column - 1}} : {rule};
  }
});

/** The place nearest to one that a matrix has. */
export const inside = (
  {row, column}: MatrixCell,
  {rows, columns}: Pick<Matrix, "rows" | "columns">
): MatrixCell => ({
  row: Math.min(row, rows - 1),
  column: Math.min(column, columns - 1)
});
