import {formatNumber} from "../../components/formatNumber.js";
import type {MatrixCell} from "../../components/heatmap.js";
import type {TermBarsState} from "../../components/termBars.js";
import type {Matrix} from "../../lib/types.js";
import {isMatrix, type Ledger} from "./ledger.js";
import {type Bug, type Operation, type OperationKind, partsOf, symbolOf} from "./operations.js";

/** A number that goes into another, and how it is written. */
export interface Part {
  readonly label: string;
  readonly value: number;
  readonly text: string;
}

/** How one entry of a result came about. */
export interface Explanation {
  /** The arithmetic: Z⁽¹⁾[1, 3] = 0.31 · 0.52 + … = 0.65. */
  readonly equation: string;
  /** What is summed, or what the entry is made of. */
  readonly parts: readonly Part[];
  /** How the parts make the entry. */
  readonly by: "sum" | "mean" | "product" | "function";
  readonly value: number;
  /** What of each operand goes into the entry, by the operand's key. */
  readonly marks: Readonly<Record<string, Partial<MatrixCell>>>;
}

export interface ExplainOptions {
  readonly bug?: Bug;
  readonly single?: boolean;
}

/** How the entry at a place of an operation's result came about; null where the pass got stuck before. */
export function explain(
  ledger: Ledger,
  operation: Operation,
  at: MatrixCell,
  {bug = "none", single = false}: ExplainOptions = {}
): Explanation | null {
  const result = ledger[operation.result];
  if (!isMatrix(result)) return null;
  const matrix = (key: string): Matrix => ledger[key] as Matrix; // where a result is, its operands are
  const entry = (key: string, row: number, column: number): number =>
    matrix(key).data[row * matrix(key).columns + column];
  const value = entry(operation.result, at.row, at.column);
  const symbol = (key: string): string => symbolOf(key, {single});
  const {arithmetic, ...rest} = explainers[operation.kind]({
    l: operation.layer,
    i: at.row,
    j: at.column,
    m: matrix("Y").columns,
    isLast: !(`W${operation.layer + 1}` in ledger),
    bug,
    value,
    matrix,
    entry,
    symbol
  });
  const place = result.data.length > 1 ? `[${at.row + 1}, ${at.column + 1}]` : "";
  const left = `${symbol(operation.result)}${place}`;
  return {...rest, value, equation: [left, ...(arithmetic ? [arithmetic] : []), number(value)].join(" = ")};
}

interface Context {
  readonly l: number;
  readonly i: number;
  readonly j: number;
  readonly m: number;
  readonly isLast: boolean;
  readonly bug: Bug;
  readonly value: number;
  readonly matrix: (key: string) => Matrix;
  readonly entry: (key: string, row: number, column: number) => number;
  readonly symbol: (key: string) => string;
}

type Draft = Omit<Explanation, "equation" | "value"> & {readonly arithmetic: string};

const explainers: Readonly<Record<OperationKind, (context: Context) => Draft>> = {
  given: () => ({arithmetic: "", by: "function", parts: [], marks: {}}),

  Z({l, i, j, matrix, entry}) {
    const [W, A, b] = [`W${l}`, `A${l - 1}`, `b${l}`];
    const parts = [
      ...numbered(matrix(W).columns, "k = ", (k) => [entry(W, i, k), entry(A, k, j)]),
      part("b", entry(b, i, 0))
    ];
    const marks = {[W]: {row: i}, [A]: {column: j}, [b]: {row: i, column: 0}};
    return {arithmetic: sum(parts), by: "sum", parts, marks};
  },

  A({l, i, j, entry, isLast, symbol}) {
    const z = entry(`Z${l}`, i, j);
    const parts = [part(symbol(`Z${l}`), z)];
    const arithmetic = `${isLast ? "σ" : "g"}(${number(z)})`;
    return {arithmetic, by: "function", parts, marks: {[`Z${l}`]: {row: i, column: j}}};
  },

  J: ({m, entry}) =>
    mean(
      m,
      numbered(m, "", (k) => [entry("loss", 0, k)]),
      {loss: {row: 0}}
    ),

  dA({l, i, j, isLast, matrix, entry, symbol}) {
    if (isLast) {
      const [a, y] = [entry(`A${l}`, i, j), entry("Y", i, j)];
      const arithmetic = y === 1 ? `−1 / ${number(a)}` : `1 / (1 − ${number(a)})`;
      const parts = [part(symbol(`A${l}`), a), part(symbol("Y"), y)];
      return {
        arithmetic,
        by: "function",
        parts,
        marks: {[`A${l}`]: {row: i, column: j}, Y: {row: i, column: j}}
      };
    }
    const [W, dZ] = [`W${l + 1}`, `dZ${l + 1}`];
    const parts = numbered(matrix(W).rows, "k = ", (k) => [entry(W, k, i), entry(dZ, k, j)]);
    return {arithmetic: sum(parts), by: "sum", parts, marks: {[W]: {column: i}, [dZ]: {column: j}}};
  },

  dZ({l, i, j, isLast, bug, entry, symbol, value}) {
    const dA = entry(`dA${l}`, i, j);
    const marks = {[`dA${l}`]: {row: i, column: j}, [`Z${l}`]: {row: i, column: j}};
    if (bug === "slope" && !isLast)
      return {arithmetic: "", by: "product", parts: [part(symbol(`dA${l}`), dA)], marks};
    const slope = dA === 0 ? 0 : value / dA;
    const parts = [part(symbol(`dA${l}`), dA), part("g′", slope)];
    return {arithmetic: parts.map(({text}) => text).join(" · "), by: "product", parts, marks};
  },

  dW({l, i, j, m, bug, matrix, entry}) {
    const [dZ, A] = [`dZ${l}`, `A${l - 1}`];
    if (bug === "transpose")
      return mean(
        m,
        numbered(matrix(A).rows, "", (k) => [entry(dZ, i, k), entry(A, k, j)]),
        {[dZ]: {row: i}, [A]: {column: j}}
      );
    const products = numbered(m, "", (k) => [entry(dZ, i, k), entry(A, j, k)]);
    return mean(bug === "mean" ? 1 : m, products, {[dZ]: {row: i}, [A]: {row: j}});
  },

  db({l, i, j, m, bug, matrix, entry}) {
    const dZ = `dZ${l}`;
    if (bug === "axis")
      return mean(
        m,
        numbered(matrix(dZ).rows, "", (k) => [entry(dZ, k, j)]),
        {[dZ]: {column: j}}
      );
    return mean(
      bug === "mean" ? 1 : m,
      numbered(m, "", (k) => [entry(dZ, i, k)]),
      {[dZ]: {row: i}}
    );
  }
};

const part = (label: string, value: number): Part => ({label, value, text: factor(value)});

/** So many products with their numbers. */
const numbered = (count: number, prefix: string, factors: (k: number) => readonly number[]): Part[] =>
  Array.from({length: count}, (_, k) => ({
    label: `${prefix}${k + 1}`,
    value: factors(k).reduce((product, x) => product * x, 1),
    text: factors(k).map(factor).join(" · ")
  }));

/** A sum divided by m: the mean of its parts, unless a mistake adds up something else than m samples. */
function mean(m: number, parts: readonly Part[], marks: Explanation["marks"]): Draft {
  if (m === 1) return {arithmetic: sum(parts), by: "sum", parts, marks};
  const arithmetic = `1/${m} (${sum(parts)})`;
  if (parts.length === m) return {arithmetic, by: "mean", parts, marks};
  return {arithmetic, by: "sum", parts: parts.map((part) => ({...part, value: part.value / m})), marks};
}

/** A sum written out, with dots in the middle where it is long. */
function sum(parts: readonly Part[]): string {
  const texts = parts.map(({text}) => text);
  return (texts.length > 7 ? [...texts.slice(0, 5), "…", texts.at(-1)!] : texts).join(" + ");
}

const number = (value: number): string => formatNumber(value, {digits: 3});

/** A number as it stands in a product or a sum: in brackets where it has a sign. */
const factor = (value: number): string => (value < 0 ? `(${number(value)})` : number(value));

/** Where in the network an entry belongs: a neuron of a layer, with an input for a weight; null for the cost. */
export function neuronOf(
  {kind, result}: Operation,
  {row, column}: MatrixCell
): {layer: number; unit: number; input?: number} | null {
  const {layer} = partsOf(result);
  if (layer === null) return null;
  return kind === "dW" ? {layer, unit: row, input: column} : {layer, unit: row};
}

/** The parts of an entry as bars, and the entry as the last. */
export function barsOf(
  explanation: Explanation | null,
  {mean, describe}: {readonly mean: string; readonly describe: (equation: string) => string}
): TermBarsState {
  const nothing = {parts: [], by: "function", value: Number.NaN, equation: "—"} as const;
  const {parts, by, value, equation} = explanation ?? nothing;
  const label = {sum: "Σ", mean, product: "=", function: "="}[by];
  return {parts, result: {label, value}, across: by === "mean", description: describe(equation)};
}
