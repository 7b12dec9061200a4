import type {Activation} from "../activations.js";
import {checkInteger, checkKind, checkNonNegative} from "../checks.js";
import {exp} from "../elementary.js";
import {gaussianDensity} from "../gaussian.js";

/** `depth` wide layers alike. */
export interface MeanFieldOptions {
  readonly activation: Activation;
  readonly depth: number;
  /** ν = σ_w √n, what a layer's weights make of the size of a signal: 1 for LeCun's, √2 for He's. */
  readonly weightScale: number;
  /** The root mean square of the inputs. */
  readonly input?: number;
}

/** Root mean squares in the layers 1 … L. */
export interface MeanField {
  readonly Z: readonly number[];
  readonly A: readonly number[];
  /** That of the slopes g′: what a gradient is multiplied by on its way from A to Z. */
  readonly slope: readonly number[];
  /** The gradient, from one of 1 in dA⁽ᴸ⁾. */
  readonly dZ: readonly number[];
}

/**
 * The size of a signal and of its gradient in layers so wide that z is normal: weights independent, biases zero.
 *
 *     z⁽ˡ⁾ ~ N(0, s²),  s = ν rms(a⁽ˡ⁻¹⁾)      rms(a)² = E[g(z)²]      rms(dz⁽ˡ⁾) = ν √E[g′(z)²] rms(dz⁽ˡ⁺¹⁾)
 *
 * The factor from layer to layer is ν for linear units, ν/√2 for ReLU, at most ν/4 for the sigmoid.
 * Poole et al. 2016, arXiv:1606.05340; Schoenholz et al. 2017, arXiv:1611.01232.
 *
 * @throws TypeError for no activation; RangeError when depth is not a positive integer, or ν or the input is negative
 */
export function meanField({activation, depth, weightScale, input = 1}: MeanFieldOptions): MeanField {
  checkKind("activation", activation, "derivative", "an activation");
  checkInteger({depth});
  checkNonNegative({weightScale, input});
  const [Z, A, slope, dZ]: [number[], number[], number[], number[]] = [[], [], [], []];
  for (let l = 0; l < depth; ++l) {
    Z[l] = weightScale * (l === 0 ? input : A[l - 1]);
    A[l] = gaussianRms(activation, Z[l]);
    slope[l] = gaussianRms(activation.derivative, Z[l]);
  }
  for (let l = depth - 1; l >= 0; --l) dZ[l] = slope[l] * (l === depth - 1 ? 1 : weightScale * dZ[l + 1]);
  return {Z, A, slope, dZ};
}

/**
 * √E[f(z)²] for z ~ N(0, s²), s finite, by the midpoint rule in u with z/s = 9 sinh(10u) / sinh(10).
 * The nodes lie dense around 0, where steep slopes do their work, and never on it, where some functions jump.
 */
function gaussianRms(f: (z: number) => number, s: number): number {
  if (!Number.isFinite(s)) return Number.NaN;
  let largest = 0;
  for (let k = 0; k < count; ++k) {
    values[k] = f(s * nodes[k]);
    largest = Math.max(largest, Math.abs(values[k]));
  }
  if (!(largest > 0 && largest < Infinity)) return largest;
  let sum = 0;
  for (let k = 0; k < count; ++k) sum += weights[k] * (values[k] / largest) ** 2;
  return largest * Math.sqrt(sum);
}

const count = 256;
const place = (k: number): number => (10 * (2 * k + 1 - count)) / count;
const sinh = (x: number): number => (exp(x) - exp(-x)) / 2;
const nodes = Float64Array.from({length: count}, (_, k) => (9 * sinh(place(k))) / sinh(10));
const weights = nodes.map(
  (t, k) => ((90 * (exp(place(k)) + exp(-place(k)))) / 2 / sinh(10)) * (2 / count) * gaussianDensity(t)
);
const values = new Float64Array(count);
