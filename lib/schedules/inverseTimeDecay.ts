import {checkNonNegative, checkPositive} from "../checks.js";
import type {Schedule} from "../types.js";

export interface InverseTimeOptions {
  readonly learningRate: number;
  readonly decayRate: number;
}

/**
 * Decay with the inverse of time: α(e) = α₀ / (1 + k e), with k = decayRate.
 *
 * @throws RangeError when α₀ is not positive or k is negative
 */
export function inverseTimeDecay({learningRate, decayRate}: InverseTimeOptions): Schedule {
  checkPositive({learningRate});
  checkNonNegative({decayRate});
  return (e) => learningRate / (1 + decayRate * e);
}
