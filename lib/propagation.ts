import {type Activation, sigmoid} from "./activations.js";
import {binaryCrossEntropy, type Loss, sigmoidCrossEntropy} from "./losses.js";
import {
  addColumn,
  combine,
  map,
  multiply,
  multiplyTransposed,
  sumRows,
  transposedMultiply
} from "./matrix.js";
import type {Matrix, Vector} from "./types.js";

/** The weights n_l × n_{l−1} and the bias of n_l entries of layer l, or their derivatives, as views into a flat vector. */
export interface LayerView {
  readonly weights: Matrix;
  readonly bias: Vector;
}

/** A layer of a network: weights and bias, as views into its parameters, and g. */
export interface Layer extends LayerView {
  readonly activation: Activation;
}

/** What a forward pass leaves: Z and A of the layers 1 … L, at index 0 … L − 1, a column a sample. */
export interface Pass {
  readonly Z: readonly Matrix[];
  readonly A: readonly Matrix[];
}

/** The gradient on its way back: dZ and dA of the layers 1 … L, at index 0 … L − 1, of each sample's loss. */
export interface Signals {
  readonly dZ: readonly Matrix[];
  readonly dA: readonly Matrix[];
}

/** What a backward pass leaves; `dW` and `db` look into `gradient` as the layers look into the parameters. */
export interface Derivatives extends Signals {
  readonly cost: number;
  readonly gradient: Vector;
  readonly dW: readonly Matrix[];
  readonly db: readonly Vector[];
}

/** The number of weights and biases of layers with the sizes n₀ … n_L: Σ n_l (n_{l−1} + 1). */
export function countParameters(sizes: readonly number[]): number {
  return sizes.slice(1).reduce((count, size, l) => count + size * (sizes[l] + 1), 0);
}

/** Each layer's weights and bias as they stand in a flat vector: W⁽¹⁾ row by row, b⁽¹⁾, W⁽²⁾, b⁽²⁾ … */
export function layerViews(flat: Vector, sizes: readonly number[]): LayerView[] {
  let end = 0;
  const next = (length: number) => {
    end += length;
    return flat.subarray(end - length, end);
  };
  return sizes.slice(1).map((rows, l) => ({
    weights: {rows, columns: sizes[l], data: next(rows * sizes[l])},
    bias: next(rows)
  }));
}

/** Z⁽ˡ⁾ = W⁽ˡ⁾ A⁽ˡ⁻¹⁾ + b⁽ˡ⁾ and A⁽ˡ⁾ = g⁽ˡ⁾(Z⁽ˡ⁾), from A⁽⁰⁾ = X. */
export function forward(layers: readonly Layer[], X: Matrix): Pass {
  const Z: Matrix[] = [];
  const A: Matrix[] = [];
  layers.forEach(({weights: W, bias: b, activation: g}, l) => {
    Z[l] = addColumn(multiply(W, l === 0 ? X : A[l - 1]), b);
    A[l] = map(Z[l], g);
  });
  return {Z, A};
}

/** The derivatives of the cost loss(A⁽ᴸ⁾, Y), the layers' from dA⁽ᴸ⁾ = ∂𝓛/∂A⁽ᴸ⁾ as `backwardSignals` says. */
export function backward(
  layers: readonly Layer[],
  X: Matrix,
  Y: Matrix,
  loss: Loss,
  pass: Pass
): Derivatives {
  const last = layers.length - 1;
  const lastA = loss.sampleGradients(pass.A[last], Y);
  const lastZ = isLogistic(loss, layers[last])
    ? sigmoidCrossEntropy.sampleGradients(pass.Z[last], Y)
    : undefined;
  const signals = backwardSignals(layers, pass, lastA, lastZ);
  return {
    cost: costOf(layers, Y, loss, pass),
    ...signals,
    ...means(signals.dZ, [X, ...pass.A.slice(0, last)])
  };
}

/**
 * dA⁽ˡ⁾ = W⁽ˡ⁺¹⁾ᵀ dZ⁽ˡ⁺¹⁾ and dZ⁽ˡ⁾ = dA⁽ˡ⁾ * g⁽ˡ⁾′(Z⁽ˡ⁾) of all layers, from dA⁽ᴸ⁾, and dZ⁽ᴸ⁾ where it is known better.
 */
export function backwardSignals(layers: readonly Layer[], {Z}: Pass, lastA: Matrix, lastZ?: Matrix): Signals {
  const last = layers.length - 1;
  const [dA, dZ]: [Matrix[], Matrix[]] = [[], []];
  dA[last] = lastA;
  dZ[last] = lastZ ?? throughActivation(layers[last], lastA, Z[last]);
  for (let l = last - 1; l >= 0; --l) {
    dA[l] = transposedMultiply(layers[l + 1].weights, dZ[l + 1]);
    dZ[l] = throughActivation(layers[l], dA[l], Z[l]);
  }
  return {dA, dZ};
}

/** The cost J = loss(A⁽ᴸ⁾, Y) of the predictions that a pass has made. */
export function costOf(layers: readonly Layer[], Y: Matrix, loss: Loss, {Z, A}: Pass): number {
  const last = layers.length - 1;
  return isLogistic(loss, layers[last]) ? sigmoidCrossEntropy(Z[last], Y) : loss(A[last], Y);
}

/** A sigmoid under its cross-entropy: together dZ = A − Y is stable at any Z, where apart they meet as 0 · ∞. */
function isLogistic(loss: Loss, {activation}: Layer): boolean {
  return loss === binaryCrossEntropy && activation === sigmoid;
}

function throughActivation({activation: g}: Layer, dA: Matrix, Z: Matrix): Matrix {
  return combine(dA, Z, (d, z) => d * g.derivative(z));
}

/** dW⁽ˡ⁾ = (1/m) dZ⁽ˡ⁾ A⁽ˡ⁻¹⁾ᵀ and db⁽ˡ⁾ = (1/m) Σ columns of dZ⁽ˡ⁾, in one flat gradient. */
function means(
  dZ: readonly Matrix[],
  inputs: readonly Matrix[]
): Pick<Derivatives, "gradient" | "dW" | "db"> {
  const m = inputs[0].columns;
  const sizes = [inputs[0].rows, ...dZ.map(({rows}) => rows)];
  const gradient = new Float64Array(countParameters(sizes));
  const slots = layerViews(gradient, sizes);
  slots.forEach(({weights: dW, bias: db}, l) => {
    dW.data.set(multiplyTransposed(dZ[l], inputs[l]).data);
    db.set(sumRows(dZ[l]));
  });
  for (let i = 0; i < gradient.length; ++i) gradient[i] /= m;
  return {gradient, dW: slots.map(({weights}) => weights), db: slots.map(({bias}) => bias)};
}
