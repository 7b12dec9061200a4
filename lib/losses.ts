import {sigmoid, softmax, softplus} from "./activations.js";
import {exp, log, log1p} from "./elementary.js";
import {columnMaxima, combine, map, shape, sumColumns} from "./matrix.js";
import type {Matrix} from "./types.js";

/**
 * What training makes small: the mean cost J = (1/m) Σⱼ 𝓛ⱼ of m predictions, a column a sample.
 *
 * `gradient` is the derivative of that very mean, ∂J/∂prediction, and carries the 1/m.
 * `sampleGradients` stacks the derivatives of the single samples' losses, ∂𝓛ⱼ/∂predictionⱼ = m · gradient:
 * it is dA (for logits losses dZ) of the last layer in the course's convention.
 * A prediction that is not finite gives a cost that is not finite, so that divergence shows.
 */
export interface Loss {
  (prediction: Matrix, target: Matrix): number;
  gradient(prediction: Matrix, target: Matrix): Matrix;
  sampleGradients(prediction: Matrix, target: Matrix): Matrix;
  readonly name: string;
}

/**
 * The mean squared error: 𝓛 = (1/n) Σᵢ (aᵢ − yᵢ)², ∂𝓛/∂aᵢ = 2 (aᵢ − yᵢ) / n, with n outputs a sample.
 *
 * J is the mean over all entries, as PyTorch's `mse_loss`.
 *
 * @throws RangeError when prediction and target differ in shape
 */
export const meanSquaredError = loss({
  name: "meanSquaredError",
  cost: (A, Y) => sum(combine(A, Y, (a, y) => (a - y) ** 2)) / A.rows,
  derivatives: (A, Y) => combine(A, Y, (a, y) => (2 * (a - y)) / A.rows)
});

/**
 * The cross-entropy of probabilities a and targets y in [0, 1], summed over a sample's outputs:
 *
 *     𝓛 = −Σᵢ (yᵢ ln aᵢ + (1 − yᵢ) ln(1 − aᵢ))        ∂𝓛/∂aᵢ = −yᵢ/aᵢ + (1 − yᵢ)/(1 − aᵢ)
 *
 * An a (or 1 − a) below e⁻¹⁰⁰ counts as e⁻¹⁰⁰, so that certain and wrong costs 100, as in PyTorch, not infinity.
 *
 * @throws RangeError when the shapes differ, or a probability or a target lies outside [0, 1]
 */
export const binaryCrossEntropy = loss({
  name: "binaryCrossEntropy",
  check: (A, Y) => {
    inUnitInterval("prediction", A);
    inUnitInterval("target", Y);
  },
  cost: (A, Y) => sum(combine(A, Y, (a, y) => -(y * log(atLeast(a)) + (1 - y) * log1m(a)))),
  derivatives: (A, Y) => combine(A, Y, (a, y) => -y / atLeast(a) + (1 - y) / atLeast(1 - a))
});

/**
 * The cross-entropy of a sigmoid's logits z and targets y in [0, 1], stable for any z, summed over a sample's outputs:
 *
 *     𝓛 = Σᵢ ln(1 + e^(zᵢ)) − yᵢ zᵢ        ∂𝓛/∂zᵢ = σ(zᵢ) − yᵢ
 *
 * @throws RangeError when the shapes differ, or a target lies outside [0, 1]
 */
export const sigmoidCrossEntropy = loss({
  name: "sigmoidCrossEntropy",
  check: (_, Y) => inUnitInterval("target", Y),
  cost: (Z, Y) => sum(combine(Z, Y, (z, y) => Math.max(z, 0) - y * z + softplus(-Math.abs(z)))),
  derivatives: (Z, Y) => combine(Z, Y, (z, y) => sigmoid(z) - y)
});

/**
 * The cross-entropy of a softmax's logits z and a target distribution y (one-hot for a label), stable for any z:
 *
 *     𝓛 = Σᵢ yᵢ (ln Σₖ e^(zₖ) − zᵢ)        ∂𝓛/∂zᵢ = softmax(z)ᵢ − yᵢ
 *
 * @throws RangeError when the shapes differ, a target lies outside [0, 1], or a target column does not sum to 1
 */
export const softmaxCrossEntropy = loss({
  name: "softmaxCrossEntropy",
  check: (_, Y) => {
    inUnitInterval("target", Y);
    columnsSumToOne(Y);
  },
  cost: (Z, Y) => sum(combine(negativeLogSoftmax(Z), Y, (l, y) => y * l)),
  derivatives: (Z, Y) => combine(softmax(Z), Y, (a, y) => a - y)
});

const losses = [meanSquaredError, binaryCrossEntropy, sigmoidCrossEntropy, softmaxCrossEntropy];

/**
 * The loss of that name, as its `name` says it.
 *
 * @throws RangeError when no loss has the name
 */
export function lossNamed(name: string): Loss {
  const found = losses.find((known) => known.name === name);
  if (!found) throw new RangeError(`loss must be known; got ${name}`);
  return found;
}

interface Parts {
  name: string;
  check?: (prediction: Matrix, target: Matrix) => void;
  cost: (prediction: Matrix, target: Matrix) => number;
  derivatives: (prediction: Matrix, target: Matrix) => Matrix;
}

/** A loss from the summed cost of all samples and the derivatives of the single ones. */
function loss({name, check, cost, derivatives}: Parts): Loss {
  const checked =
    <T>(f: (prediction: Matrix, target: Matrix) => T) =>
    (prediction: Matrix, target: Matrix): T => {
      if (shape(prediction) !== shape(target))
        throw new RangeError(`prediction must be ${shape(target)} as the target; got ${shape(prediction)}`);
      check?.(prediction, target);
      return f(prediction, target);
    };
  const value = checked((prediction, target) => cost(prediction, target) / prediction.columns);
  const sampleGradients = checked(derivatives);
  const gradient = (prediction: Matrix, target: Matrix) =>
    map(sampleGradients(prediction, target), (d) => d / prediction.columns);
  return Object.defineProperty(Object.assign(value, {gradient, sampleGradients}), "name", {value: name});
}

const smallest = exp(-100);
const atLeast = (p: number) => Math.max(p, smallest);
const log1m = (p: number) => Math.max(log1p(-p), -100);

function sum({data}: Matrix): number {
  return data.reduce((total, x) => total + x, 0);
}

function inUnitInterval(name: string, {data}: Matrix): void {
  // a NaN prediction passes, to make the cost NaN
  const bad = data.find((p) => p < 0 || p > 1);
  if (bad !== undefined) throw new RangeError(`${name} must lie in [0, 1]; got ${bad}`);
}

function columnsSumToOne(Y: Matrix): void {
  const sums = sumColumns(Y);
  const j = sums.findIndex((sum) => Math.abs(sum - 1) > 1e-9);
  if (j >= 0)
    throw new RangeError(`target column ${j} must sum to 1, one-hot or a distribution; got ${sums[j]}`);
}

function negativeLogSoftmax(Z: Matrix): Matrix {
  const largest = columnMaxima(Z);
  const logSums = sumColumns(map(Z, (z, _, j) => exp(z - largest[j]))).map(log);
  return map(Z, (z, _, j) => logSums[j] - (z - largest[j]));
}
