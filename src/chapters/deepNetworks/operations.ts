import type {ActiveLayer} from "../../components/networkDiagram.js";

/** The operations of a pass in the order in which they are made. */
export type OperationKind = "given" | "Z" | "A" | "J" | "dA" | "dZ" | "dW" | "db";

/** One matrix is computed from others. Matrices have keys: "W2", "Z2", "dW2" …, "A0" for X, "Y", "loss" and "J". */
export interface Operation {
  readonly kind: OperationKind;
  /** The layer l that it belongs to; 0 for what is given. */
  readonly layer: number;
  readonly result: string;
}

/** What can be wrong with a backward pass. */
export const bugs = ["none", "transpose", "mean", "axis", "slope"] as const;
export type Bug = (typeof bugs)[number];

/** A matrix as it stands in a formula: transposed, or as the slopes of the activation there. */
export interface Factor {
  readonly key: string;
  readonly transposed?: boolean;
  readonly slope?: boolean;
}

/** A part of a formula. */
export type Term = Factor | {readonly sign: string};

export const isFactor = (term: Term): term is Factor => "key" in term;

/** The operations of one forward and one backward pass through so many layers; the first only gives what is given. */
export function operationsOf(layers: number): readonly Operation[] {
  const up = Array.from({length: layers}, (_, i) => i + 1);
  const forward = up.flatMap((layer) => [operation("Z", layer), operation("A", layer)]);
  const backward = up
    .toReversed()
    .flatMap((layer) => [
      operation("dZ", layer),
      operation("dW", layer),
      operation("db", layer),
      ...(layer > 1 ? [operation("dA", layer - 1)] : [])
    ]);
  return [
    {kind: "given", layer: 0, result: "A0"},
    ...forward,
    {kind: "J", layer: layers, result: "J"},
    operation("dA", layers),
    ...backward
  ];
}

const operation = (kind: Exclude<OperationKind, "given" | "J">, layer: number): Operation => ({
  kind,
  layer,
  result: `${kind}${layer}`
});

export interface FormulaOptions {
  readonly bug?: Bug;
  /** As for one sample: small letters, and no mean. */
  readonly single?: boolean;
}

/** The formula of an operation, right of its equals sign, in a network of so many layers. */
export function formulaOf(
  {kind, layer: l}: Operation,
  layers: number,
  {bug = "none", single = false}: FormulaOptions = {}
): readonly Term[] {
  const isLast = l === layers;
  const mean = bug === "mean" || single ? [] : [{sign: "1/m"}];
  const summed = bug === "axis" ? [{sign: "Σ₀"}] : single ? [] : [{sign: "Σ₁"}];
  const formulas: Readonly<Record<OperationKind, () => readonly Term[]>> = {
    given: () => [{key: "Y"}],
    Z: () => [{key: `W${l}`}, {sign: "·"}, {key: `A${l - 1}`}, {sign: "+"}, {key: `b${l}`}],
    A: () => [{sign: isLast ? "σ" : "g"}, {key: `Z${l}`}],
    J: () => [...(single ? [] : [{sign: "1/m Σ"}]), {key: "loss"}],
    dA: () =>
      isLast
        ? [{sign: "−Y/A + (1 − Y)/(1 − A),"}, {key: `A${l}`}, {sign: ","}, {key: "Y"}]
        : [{key: `W${l + 1}`, transposed: true}, {sign: "·"}, {key: `dZ${l + 1}`}],
    dZ: () =>
      bug === "slope" && !isLast
        ? [{key: `dA${l}`}]
        : [{key: `dA${l}`}, {sign: "*"}, {key: `Z${l}`, slope: true}],
    dW: () => [...mean, {key: `dZ${l}`}, {sign: "·"}, {key: `A${l - 1}`, transposed: bug !== "transpose"}],
    db: () => [...mean, ...summed, {key: `dZ${l}`}]
  };
  return formulas[kind]();
}

/** The key without its layer, and the layer: of "dW2" "dW" and 2. */
export function partsOf(key: string): {letter: string; layer: number | null} {
  const [, letter, digits] = /^(\D+)(\d*)$/.exec(key)!; // every key is of this form
  return {letter, layer: digits === "" ? null : Number(digits)};
}

/** The letter of a matrix as it is written, for one sample a small one, and its layer where that is written. */
export function writtenParts(
  key: string,
  {single = false}: {readonly single?: boolean} = {}
): {readonly letter: string; readonly layer: number | null} {
  const {letter, layer} = partsOf(key);
  if (key === "loss") return {letter: "𝓛", layer};
  if (key === "A0") return {letter: single ? "x" : "X", layer: null};
  return {letter: single && !/[WJ]/.test(letter) ? letter.toLowerCase() : letter, layer};
}

/** A matrix in a line of text: Z⁽²⁾, for one sample z⁽²⁾. */
export function symbolOf(key: string, options: {readonly single?: boolean} = {}): string {
  const {letter, layer} = writtenParts(key, options);
  return layer === null ? letter : `${letter}⁽${superscripts[layer]}⁾`;
}

/** The same as it stands in a formula. */
export function factorText(
  {key, transposed, slope}: Factor,
  options: {readonly single?: boolean} = {}
): string {
  const symbol = symbolOf(key, options);
  return slope ? `g′(${symbol})` : transposed ? `${symbol}ᵀ` : symbol;
}

const superscripts = [..."⁰¹²³⁴⁵⁶⁷⁸⁹"];

/** Whether the columns of an operation's result are samples. */
export const columnsAreSamples = ({kind}: Operation): boolean =>
  ["given", "Z", "A", "dA", "dZ"].includes(kind);

/** Where in the network an operation takes place: in the neurons of a layer, or in the weights that lead to it. */
export function activeLayer({kind, layer}: Operation): ActiveLayer | null {
  if (kind === "given") return null;
  return {layer, weights: kind === "Z" || kind === "dW", backward: kind.startsWith("d")};
}

/** An operation as a line of text: dW⁽²⁾ = 1/m dZ⁽²⁾ · A⁽¹⁾ᵀ. */
export function formulaText(operation: Operation, layers: number, options: FormulaOptions = {}): string {
  const terms = formulaOf(operation, layers, options).map((term) =>
    isFactor(term) ? factorText(term, options) : term.sign
  );
  return [symbolOf(operation.result, options), "=", ...terms].join(" ");
}
