import {checkDecay, checkEntries, checkInteger} from "./checks.js";
import {log} from "./elementary.js";
import type {Vector} from "./types.js";
import {wholePower} from "./wholePower.js";

/** How an average is taken: its β, where it starts, and whether the bias of a start at 0 is corrected. */
export interface AverageOptions {
  readonly beta: number;
  readonly initial?: "zero" | "first";
  readonly correctBias?: boolean;
}

/**
 * The exponentially weighted moving average of a series, one value a day t = 1 … n.
 *
 *     vₜ = β vₜ₋₁ + (1 − β) xₜ        v₀ = 0, or v₁ = x₁ when initial is "first"
 *     v̂ₜ = vₜ / (1 − βᵗ)              when correctBias (Kingma & Ba 2015, § 3)
 *
 * The same as pandas `ewm(alpha=1-β, adjust=True)` when corrected, `adjust=False` when started at the first value.
 *
 * @throws RangeError when β is not in [0, 1), values are none or not finite, or an average that starts at the
 *   first value is to be corrected: it has no bias
 */
export function ema(values: ArrayLike<number>, options: AverageOptions): Vector {
  const {beta, initial, correctBias} = checked(options);
  if (values.length === 0) throw new RangeError("values must hold at least one number; got none");
  checkEntries("values", values);
  let v = 0;
  return Float64Array.from(values, (x, k) => {
    v = initial === "first" && k === 0 ? x : beta * v + (1 - beta) * x;
    return correctBias ? v / biasFactor(k + 1, beta) : v;
  });
}

/**
 * The weights of days 1 … t in the average on day t, the first day first.
 *
 *     wₖ = (1 − β) βᵗ⁻ᵏ        w₁ = βᵗ⁻¹ when initial is "first"        all over 1 − βᵗ when correctBias
 *
 * @throws RangeError when t is not a positive integer, or as `ema` does
 */
export function emaWeights(t: number, options: AverageOptions): Vector {
  const {beta, initial, correctBias} = checked(options);
  checkInteger({t});
  const whole = correctBias ? biasFactor(t, beta) : 1;
  const weights = Float64Array.from(
    {length: t},
    (_, k) => ((1 - beta) * wholePower(beta, t - 1 - k)) / whole
  );
  if (initial === "first") weights[0] = wholePower(beta, t - 1);
  return weights;
}

/**
 * How many equal weights would average as well: (Σw)² / Σw². The average of so many days is as noisy.
 *
 * @throws RangeError when there is no weight, or one is not finite
 */
export function effectiveCount(weights: ArrayLike<number>): number {
  if (weights.length === 0) throw new RangeError("weights must hold at least one number; got none");
  checkEntries("weights", weights);
  let [sum, squares] = [0, 0];
  for (let k = 0; k < weights.length; k++) {
    sum += weights[k];
    squares += weights[k] ** 2;
  }
  return sum ** 2 / squares;
}

/**
 * How many days an average reaches back, roughly: 1 / (1 − β), where weights have fallen to 1/e.
 *
 * @throws RangeError when β is not in [0, 1)
 */
export function effectiveWindow(beta: number): number {
  checkDecay({beta});
  return 1 / (1 - beta);
}

/**
 * The variance of the average of independent noise over the variance of the noise, in the long run: (1 − β) / (1 + β).
 *
 * @throws RangeError when β is not in [0, 1)
 */
export function varianceRatio(beta: number): number {
  checkDecay({beta});
  return (1 - beta) / (1 + beta);
}

/**
 * How many days an average lags behind a steady rise, in the long run: β / (1 − β).
 *
 * @throws RangeError when β is not in [0, 1)
 */
export function rampLag(beta: number): number {
  checkDecay({beta});
  return beta / (1 - beta);
}

/**
 * What an average started at 0 shows of a constant on day t, and so what corrects its bias: 1 − βᵗ.
 *
 * @throws RangeError when β is not in [0, 1) or t not a positive integer
 */
export function biasFactor(t: number, beta: number): number {
  checkDecay({beta});
  checkInteger({t});
  return 1 - wholePower(beta, t);
}

/**
 * The first day on which the bias βᵗ of an average started at 0 is below a share.
 *
 * @throws RangeError when the share is not in (0, 1) or β not in [0, 1)
 */
export function daysToBias(share: number, beta: number): number {
  checkDecay({beta});
  if (!(share > 0 && share < 1)) throw new RangeError(`share must be in (0, 1); got ${share}`);
  const t = Math.max(1, Math.floor(log(share) / log(beta)));
  return wholePower(beta, t) < share ? t : t + 1;
}

/**
 * The learning rate αₜ with which gradient descent on ½ (x − yₜ)² is the corrected average: (1 − β) / (1 − βᵗ).
 *
 *     v̂ₜ = v̂ₜ₋₁ + αₜ (yₜ − v̂ₜ₋₁)
 *
 * @throws RangeError as `biasFactor` does
 */
export function averagingRate(t: number, beta: number): number {
  return (1 - beta) / biasFactor(t, beta);
}

/**
 * How long Adam's step is on a steady gradient at step t, in units of the learning rate, ε left out.
 *
 *     both       1                                the right correction: m̂ / √v̂
 *     none       (1 − β₁ᵗ) / √(1 − β₂ᵗ)            m / √v
 *     misprint   √((1 − β₁ᵗ) / (1 − β₂ᵗ))          v corrected with β₁ in the place of β₂
 *
 * @throws RangeError when t is not a positive integer, β₁ or β₂ not in [0, 1), or the correction unknown
 */
export function adamStepFactor(
  t: number,
  {beta1 = 0.9, beta2 = 0.999, correction = "both"}: AdamStepOptions = {}
): number {
  const [first, second] = [biasFactor(t, beta1), biasFactor(t, beta2)];
  const factors = {both: 1, none: first / Math.sqrt(second), misprint: Math.sqrt(first / second)};
  if (!Object.hasOwn(factors, correction))
    throw new RangeError(
      `correction must be "both", "none" or "misprint"; got ${JSON.stringify(correction)}`
    );
  return factors[correction];
}

export interface AdamStepOptions {
  readonly beta1?: number;
  readonly beta2?: number;
  readonly correction?: "both" | "none" | "misprint";
}

function checked({beta, initial = "zero", correctBias = true}: AverageOptions): Required<AverageOptions> {
  checkDecay({beta});
  if (initial !== "zero" && initial !== "first")
    throw new RangeError(`initial must be "zero" or "first"; got ${JSON.stringify(initial)}`);
  if (initial === "first" && correctBias)
    throw new RangeError(
      'correctBias must be false when initial is "first": an average started at the first value has no bias; got true'
    );
  return {beta, initial, correctBias};
}
