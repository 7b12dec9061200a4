import {checkNonNegative} from "./checks.js";
import {normalSampler} from "./normalSampler.js";
import type {Objective, Random} from "./types.js";

/** How strong the noise is, and where it comes from. */
export interface NoisyOptions {
  /** σ, the deviation of the noise in each entry of the gradient. */
  readonly deviation: number;
  readonly random: Random;
}

/**
 * An objective whose gradient is blurred, as that of a mini-batch is: g + σ n, n standard normal; the value stays exact.
 *
 * It draws new noise at every call, so one of these serves one run.
 *
 * @throws RangeError when σ is negative or not finite
 */
export function noisy(objective: Objective, {deviation, random}: NoisyOptions): Objective {
  checkNonNegative({deviation});
  const n = normalSampler(random);
  return (parameters) => {
    const {value, gradient} = objective(parameters);
    return {value, gradient: gradient.map((g) => g + deviation * n())};
  };
}
