import {
  type Activation,
  binaryCrossEntropy,
  combine,
  type Loss,
  type Matrix,
  map,
  meanSquaredError,
  multiply,
  multiplyTransposed,
  type Network,
  sigmoid,
  softmax,
  softmaxCrossEntropy,
  sumRows,
  transposedMultiply,
  type Vector
} from "../../lib/index.js";

/** The unit roundoff of single precision: a result is rounded by at most u of itself. */
export const u = 2 ** -24;

/**
 * How far the kernels' activations may be off, in u of max(1, |value|) and of max(1, |derivative|),
 * besides what their argument is off: a row of `activations.test.ts` holds each to it.
 */
export const activationUlps: Readonly<Record<string, readonly [number, number]>> = {
  identity: [0, 0],
  sigmoid: [3, 2],
  tanh: [4, 6],
  relu: [0, 0],
  leakyRelu: [2, 1],
  elu: [4, 4],
  gelu: [5, 7],
  silu: [4, 7],
  softplus: [3, 3]
};

/** sup |g′|, sup |g″| away from z = 0, and the jump of g′ at 0. */
const smoothness: Readonly<Record<string, (parameter: number) => readonly [number, number, number]>> = {
  identity: () => [1, 0, 0],
  sigmoid: () => [0.25, 0.0963, 0],
  tanh: () => [1, 0.77, 0],
  relu: () => [1, 0, 1],
  leakyRelu: (slope) => [Math.max(1, slope), 0, Math.abs(1 - slope)],
  elu: (alpha) => [Math.max(1, alpha), alpha, Math.abs(1 - alpha)],
  gelu: () => [1.129, 0.798, 0],
  silu: () => [1.1, 0.5, 0],
  softplus: () => [1, 0.25, 0]
};

export interface Bounds {
  readonly cost: number;
  readonly A: readonly Matrix[];
  readonly gradient: Vector;
}

/**
 * How far a pass in single precision may be from the one in double: a running error analysis, entry by entry
 * (Higham 2002, Accuracy and Stability of Numerical Algorithms, section 3.1, for the sums).
 *
 * A sum of n rounded products, in any order, fused or not, is off by at most γ = (n + 1) u / (1 − (n + 1) u) of the sum
 * of its absolute terms. What is off already passes on: E stands for the bound of a quantity and |Q| + E for the size
 * that its computed value can have.
 *
 *     E(Z) = γ (|W| |A| + |b|) + |W| E(A)                E(g(Z)) = sup|g′| E(Z) + rounding of g
 *     E(dA) = γ |Wᵀ| |dZ| + |Wᵀ| E(dZ)                   E(g′(Z)) = sup|g″| E(Z) + rounding of g′, + the jump where |Z| ≤ E(Z)
 *     E(dZ) = E(dA) |g′| + |dA| E(g′) + rounding         E(dW) = γ |dZ| |Aᵀ| + E(dZ) |Aᵀ| + |dZ| E(Aᵀ)
 */
export function roundingBounds(network: Network, loss: Loss, X: Matrix, Y: Matrix): Bounds {
  const {layers} = network;
  const last = layers.length - 1;
  const m = X.columns;
  const pass = network.forward(X);
  const {dA, dZ} = network.backward(X, Y, loss, pass);
  const logistic = loss === binaryCrossEntropy && layers[last].activation === sigmoid;
  const inputs = [X, ...pass.A];
  const errors = [map(X, () => 0)];
  const zErrors: Matrix[] = [];

  layers.forEach(({weights: W, bias: b, activation}, l) => {
    const factor = γ(W.columns + 2);
    const sums = multiply(absolute(W), size(inputs[l], errors[l]));
    const spread = multiply(absolute(W), errors[l]);
    zErrors[l] = combine(sums, spread, (sum, e) => factor * sum + e);
    zErrors[l] = addEach(
      zErrors[l],
      b.map((x) => factor * Math.abs(x))
    );
    const g = logistic && l === last ? undefined : activation;
    errors[l + 1] = combine(pass.A[l], zErrors[l], (a, e) =>
      g ? slopeBounds(g)[0] * e + ulps(g)[0] * u * Math.max(1, Math.abs(a)) : e
    );
  });

  const output = logistic ? pass.Z[last] : pass.A[last];
  const {cost, derivative} = lossBounds(loss, output, Y, errors[last + 1], m);
  let dZErrors = logistic
    ? derivative
    : throughSlope(layers[last].activation, pass.Z[last], zErrors[last], dA[last], derivative);
  const parts: number[][] = [];
  for (let l = last; l >= 0; --l) {
    const sizeOfdZ = size(dZ[l], dZErrors);
    const factor = γ(m + 1);
    const dW = combine(
      multiplyTransposed(sizeOfdZ, size(inputs[l], errors[l])),
      combine(
        multiplyTransposed(dZErrors, size(inputs[l], errors[l])),
        multiplyTransposed(sizeOfdZ, errors[l]),
        (a, b) => a + b
      ),
      (sum, e) => (factor * sum + e) / m
    );
    const [sums, spread] = [sumRows(sizeOfdZ), sumRows(dZErrors)];
    parts.unshift([...dW.data, ...sums.map((sum, i) => (factor * sum + spread[i]) / m)]);
    if (l === 0) break;
    const W = absolute(layers[l].weights);
    const step = γ(W.rows + 1);
    const dAErrors = combine(
      transposedMultiply(W, sizeOfdZ),
      transposedMultiply(W, dZErrors),
      (sum, e) => step * sum + e
    );
    dZErrors = throughSlope(layers[l - 1].activation, pass.Z[l - 1], zErrors[l - 1], dA[l - 1], dAErrors);
  }
  return {cost, A: errors.slice(1), gradient: Float64Array.from(parts.flat())};
}

/** E(dZ), which carries the 1/m in the kernels: a few roundings for that, one for the product with g′. */
function throughSlope(g: Activation, Z: Matrix, zErrors: Matrix, dA: Matrix, dAErrors: Matrix): Matrix {
  const [, curvature, jump] = slopeBounds(g);
  const slopeErrors = combine(
    Z,
    zErrors,
    (z, e) =>
      curvature * e + (Math.abs(z) <= e ? jump : 0) + ulps(g)[1] * u * Math.max(1, Math.abs(g.derivative(z)))
  );
  const slopes = combine(map(Z, g.derivative), slopeErrors, (d, e) => Math.abs(d) + e);
  const product = combine(dAErrors, slopes, (e, d) => e * d);
  const other = combine(dA, slopeErrors, (a, e) => Math.abs(a) * e);
  const rounding = combine(size(dA, dAErrors), slopes, (a, d) => 2 * u * a * d);
  return combine(
    combine(product, other, (a, b) => a + b),
    rounding,
    (a, b) => a + b
  );
}

/** What a loss and its derivative may be off when the outputs are off by `errors`. */
function lossBounds(loss: Loss, A: Matrix, Y: Matrix, errors: Matrix, m: number) {
  const n = A.rows;
  const largest = columnLargest(errors);
  if (loss === meanSquaredError) {
    const differences = combine(A, Y, (a, y) => Math.abs(a - y));
    const sizes = size(differences, errors);
    const squares = combine(sizes, errors, (d, e) => (2 * d * e + γ(n + 4) * d * d) / n);
    return {
      cost: total(squares) / m,
      derivative: combine(sizes, errors, (d, e) => (2 * e + 8 * u * 2 * d) / n)
    };
  }
  if (loss === softmaxCrossEntropy) {
    // exp is off by 3u of itself, and by u for each unit of the exponent's size; the sum and the quotient add n + 2
    const spread = columnSpread(A);
    const relative = (j: number) => (2 * spread[j] + n + 12) * u + 2 * largest[j];
    const P = softmax(A);
    const derivative = mapEntries(P, (p, i, j) => p * relative(j) + 6 * u * Math.abs(p - Y.data[i * m + j]));
    const costs = Array.from(
      {length: m},
      (_, j) => 2 * largest[j] + (n + 12) * u * (1 + spread[j] + Math.log(n))
    );
    return {cost: costs.reduce((sum, e) => sum + e, 0) / m, derivative};
  }
  // logits: ln(1 + eᶻ) − y z and σ(z) − y, with slopes of at most 1 and 1/4
  return {
    cost: total(combine(A, errors, (z, e) => e + γ(n + 8) * (1 + 2 * Math.abs(z)))) / m,
    derivative: combine(
      combine(A, Y, (z, y) => Math.abs(sigmoid(z) - y)),
      errors,
      (d, e) => e / 4 + 4 * u + 4 * u * d
    )
  };
}

const γ = (n: number) => (n * u) / (1 - n * u);
const absolute = (M: Matrix) => map(M, Math.abs);
const size = (M: Matrix, errors: Matrix) => combine(M, errors, (x, e) => Math.abs(x) + e);
const total = ({data}: Matrix) => data.reduce((sum, x) => sum + x, 0);
const word = ({name}: Activation) => name.replace(/\(.*/, "");
const ulps = (g: Activation) => activationUlps[word(g)];
const slopeBounds = (g: Activation) => smoothness[word(g)](Number(/\((.*)\)/.exec(g.name)?.[1] ?? 0));

function mapEntries({rows, columns, data}: Matrix, f: (x: number, i: number, j: number) => number): Matrix {
  return {rows, columns, data: data.map((x, k) => f(x, Math.floor(k / columns), k % columns))};
}

const addEach = (M: Matrix, column: Vector) => mapEntries(M, (x, i) => x + column[i]);

const columnsOf = ({rows, columns, data}: Matrix) =>
  Array.from({length: columns}, (_, j) => Array.from({length: rows}, (_, i) => data[i * columns + j]));

const columnLargest = (M: Matrix) => columnsOf(M).map((column) => Math.max(...column));
const columnSpread = (M: Matrix) => columnsOf(M).map((column) => Math.max(...column) - Math.min(...column));
