import {checkNonNegative, checkPositive} from "./checks.js";
import {exp, expm1, tanh as hyperbolicTangent, log1p} from "./elementary.js";
import {gaussianCumulative, gaussianDensity} from "./gaussian.js";
import {columnMaxima, map, sumColumns} from "./matrix.js";
import type {Matrix} from "./types.js";

/** What a unit does to its weighted input: a = g(z), with the derivative g′(z). */
export interface Activation {
  (z: number): number;
  derivative(z: number): number;
  readonly name: string;
}

/** The identity: g(z) = z, g′(z) = 1. A network of these alone is linear. */
export const identity = activation(
  "identity",
  (z) => z,
  () => 1
);

/** The logistic sigmoid: g(z) = 1 / (1 + e⁻ᶻ), g′ = g(z) g(−z), exact in both tails. */
export const sigmoid = activation(
  "sigmoid",
  (z) => {
    const e = exp(-Math.abs(z));
    return (z < 0 ? e : 1) / (1 + e);
  },
  (z) => sigmoid(z) * sigmoid(-z)
);

/** The hyperbolic tangent: g(z) = tanh z, g′ = 1 / cosh² z = 4e / (1 + e)² with e = e^(−2|z|), which is 1 − g² without its
 * cancellation. */
export const tanh = activation("tanh", hyperbolicTangent, (z) => {
  const e = exp(-2 * Math.abs(z));
  return (4 * e) / (1 + e) ** 2;
});

/** The rectifier: g(z) = max(0, z), g′ = 1 for z > 0, else 0 (0 at the kink, as PyTorch). */
export const relu = activation(
  "relu",
  (z) => Math.max(0, z),
  (z) => (z > 0 ? 1 : 0)
);

/**
 * The leaky rectifier: g(z) = z for z > 0, else slope · z; g′(0) = slope (Maas et al. 2013).
 *
 * @throws RangeError when slope is negative or not finite
 */
export function leakyRelu(slope = 0.01): Activation {
  checkNonNegative({slope});
  return activation(
    `leakyRelu(${slope})`,
    (z) => (z > 0 ? z : slope * z),
    (z) => (z > 0 ? 1 : slope)
  );
}

/**
 * The exponential linear unit: g(z) = z for z > 0, else α (eᶻ − 1); g′(0) = α (Clevert et al. 2015).
 *
 * @throws RangeError when alpha is not positive and finite
 */
export function elu(alpha = 1): Activation {
  checkPositive({alpha});
  return activation(
    `elu(${alpha})`,
    (z) => (z > 0 ? z : alpha * expm1(z)),
    (z) => (z > 0 ? 1 : alpha * exp(z))
  );
}

/** The Gaussian error linear unit: g(z) = z Φ(z), g′ = Φ(z) + z φ(z), exact, not the tanh form (Hendrycks & Gimpel 2016). */
export const gelu = activation(
  "gelu",
  // + 0 makes a zero tail 0, not −0; beyond ±40 Φ is 0 or 1, and infinity · 0 must not arise
  (z) => (z < -40 ? 0 : z * gaussianCumulative(z) + 0),
  (z) => (Math.abs(z) > 40 ? gaussianCumulative(z) : gaussianCumulative(z) + z * gaussianDensity(z))
);

/** The sigmoid linear unit, or swish: g(z) = z σ(z), g′ = σ(z) (1 + z σ(−z)). */
export const silu = activation(
  "silu",
  (z) => z * sigmoid(z) + 0,
  (z) => sigmoid(z) * (1 + z * sigmoid(-z)) + 0
);

/** The smooth rectifier: g(z) = ln(1 + eᶻ), g′ = σ(z). */
export const softplus = activation(
  "softplus",
  (z) => Math.max(z, 0) + log1p(exp(-Math.abs(z))),
  (z) => sigmoid(z)
);

/**
 * The softmax of each column (a column is a sample): aᵢⱼ = e^(zᵢⱼ − maxⱼ) / Σₖ e^(zₖⱼ − maxⱼ). Every column sums to 1.
 *
 * Its derivative joins the units of a layer, so it is no `Activation`: train it through `softmaxCrossEntropy`.
 */
export function softmax(Z: Matrix): Matrix {
  const largest = columnMaxima(Z);
  const powers = map(Z, (z, _, j) => exp(z - largest[j]));
  const sums = sumColumns(powers);
  return map(powers, (power, _, j) => power / sums[j]);
}

const fixed = [identity, sigmoid, tanh, relu, gelu, silu, softplus];
const families: Record<string, (parameter: number) => Activation> = {leakyRelu, elu};

/**
 * The activation of that name, as its `name` says it: "tanh", "leakyRelu(0.01)", "elu(1)".
 *
 * @throws RangeError when no activation has the name
 */
export function activationNamed(name: string): Activation {
  const found = fixed.find((known) => known.name === name);
  if (found) return found;
  const [, family, parameter] = /^(\w+)\((\S+)\)$/.exec(name) ?? [];
  if (!Object.hasOwn(families, family ?? "")) throw new RangeError(`activation must be known; got ${name}`);
  return families[family](Number(parameter));
}

function activation(
  name: string,
  value: (z: number) => number,
  derivative: (z: number) => number
): Activation {
  return Object.defineProperty(
    Object.assign((z: number) => value(z), {derivative}),
    "name",
    {value: name}
  );
}
