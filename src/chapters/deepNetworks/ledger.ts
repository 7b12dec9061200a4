import type {Layer} from "../../lib/propagation.js";
import {binaryCrossEntropy} from "../../lib/losses.js";
import {
  combine,
  map,
  multiply,
  multiplyTransposed,
  selectColumns,
  sumColumns,
  sumRows,
  transposedMultiply,
  zeroMatrix
} from "../../lib/matrix.js";
import type {Matrix, Vector} from "../../lib/types.js";
import type {Example} from "./example.js";
import type {Bug} from "./operations.js";

/** What one sample's backward step through a layer gives. */
export interface SampleDerivatives {
  readonly dz: Matrix;
  readonly dW: Matrix;
  readonly db: Matrix;
  readonly dBefore: Matrix;
}

/** The layer's code, as the page shows it and the reader may change it. */
export interface LayerCode {
  readonly forwardLayer: (layer: Layer, A: Matrix) => {readonly Z: Matrix; readonly A: Matrix};
  readonly backwardLayer: (layer: Layer, da: Matrix, z: Matrix, before: Matrix) => SampleDerivatives;
}

/** A matrix, or why there is none. */
export type Entry = Matrix | {readonly problem: string};

/** Every matrix of a forward and a backward pass by its key: "A0", "W1" … "Z4", "A4", "Y", "loss", "J", "dA4" … "db1". */
export type Ledger = Readonly<Record<string, Entry>>;

export const isMatrix = (entry: Entry | undefined): entry is Matrix => entry !== undefined && "data" in entry;

/** Runs both passes with the given code; where there is a bug, the backward one with the matrices of all samples. */
export function ledgerOf({network, X, Y}: Example, code: LayerCode, bug: Bug = "none"): Ledger {
  const ledger: Record<string, Entry> = {A0: X, Y};
  const {layers} = network;
  layers.forEach((layer, i) => {
    ledger[`W${i + 1}`] = layer.weights;
    ledger[`b${i + 1}`] = column(layer.bias);
  });
  const A = [X];
  const Z = layers.map((layer, i) => {
    const made = code.forwardLayer(layer, A[i]);
    [ledger[`Z${i + 1}`], ledger[`A${i + 1}`]] = [made.Z, made.A];
    A.push(made.A);
    return made.Z;
  });
  const last = layers.length;
  ledger.loss = losses(A[last], Y);
  ledger.J = {rows: 1, columns: 1, data: Float64Array.of(binaryCrossEntropy(A[last], Y))};
  let dA: Matrix = binaryCrossEntropy.sampleGradients(A[last], Y);
  for (let l = last; l >= 1; --l) {
    ledger[`dA${l}`] = dA;
    const layer = layers[l - 1];
    const step =
      bug === "none"
        ? bySamples(code, layer, dA, Z[l - 1], A[l - 1])
        : wrongly({bug, isLast: l === last}, layer, dA, Z[l - 1], A[l - 1]);
    [ledger[`dZ${l}`], ledger[`dW${l}`], ledger[`db${l}`]] = [step.dZ, step.dW, step.db];
    dA = step.dBefore;
  }
  return ledger;
}

interface BackwardStep {
  readonly dZ: Matrix;
  readonly dW: Entry;
  readonly db: Entry;
  readonly dBefore: Matrix;
}

/** The code for one sample run for each: dZ and dA side by side, dW and db averaged. */
function bySamples(
  {backwardLayer}: LayerCode,
  layer: Layer,
  dA: Matrix,
  Z: Matrix,
  before: Matrix
): BackwardStep {
  const each = Array.from({length: Z.columns}, (_, j) => {
    const [da, z, a] = [dA, Z, before].map((M) => selectColumns(M, [j]));
    return backwardLayer(layer, da, z, a);
  });
  return {
    dZ: sideBySide(each.map(({dz}) => dz)),
    dW: average(each.map(({dW}) => dW)),
    db: average(each.map(({db}) => db)),
    dBefore: sideBySide(each.map(({dBefore}) => dBefore))
  };
}

/** The matrices of all samples at once, with a mistake. */
function wrongly(
  {bug, isLast}: {bug: Bug; isLast: boolean},
  {weights: W, activation: g}: Layer,
  dA: Matrix,
  Z: Matrix,
  before: Matrix
): BackwardStep {
  const m = bug === "mean" ? 1 : Z.columns;
  const mean = (M: Matrix): Matrix => map(M, (sum) => sum / m);
  const dZ = bug === "slope" && !isLast ? dA : combine(dA, Z, (d, z) => d * g.derivative(z));
  return {
    dZ,
    dW: attempt(() => mean(bug === "transpose" ? multiply(dZ, before) : multiplyTransposed(dZ, before))),
    db: mean(bug === "axis" ? row(sumColumns(dZ)) : column(sumRows(dZ))),
    dBefore: transposedMultiply(W, dZ)
  };
}

/** What the engine computes, or its objection to the shapes. */
function attempt(compute: () => Matrix): Entry {
  try {
    return compute();
  } catch (error) {
    if (error instanceof RangeError) return {problem: error.message};
    throw error;
  }
}

const losses = (A: Matrix, Y: Matrix): Matrix =>
  row(
    Float64Array.from({length: Y.columns}, (_, j) =>
      binaryCrossEntropy(selectColumns(A, [j]), selectColumns(Y, [j]))
    )
  );

const column = (data: Vector): Matrix => ({rows: data.length, columns: 1, data});
const row = (data: Vector): Matrix => ({rows: 1, columns: data.length, data});

const average = (matrices: readonly Matrix[]): Matrix =>
  map(
    matrices.reduce((sum, M) => combine(sum, M, (a, b) => a + b)),
    (sum) => sum / matrices.length
  );

function sideBySide(columns: readonly Matrix[]): Matrix {
  return map(zeroMatrix(columns[0].rows, columns.length), (_, i, j) => columns[j].data[i]);
}
