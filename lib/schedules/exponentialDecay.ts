import {checkPositive} from "../checks.js";
import {power} from "../elementary.js";
import type {Schedule} from "../types.js";

export interface ExponentialOptions {
  readonly learningRate: number;
  readonly base?: number;
}

/**
 * Exponential decay: α(e) = α₀ baseᵉ. All its steps together reach α₀ / (1 − base) and no further.
 *
 * @throws RangeError when α₀ or the base is not positive
 */
export function exponentialDecay({learningRate, base = 0.95}: ExponentialOptions): Schedule {
  checkPositive({learningRate, base});
  return (e) => learningRate * power(base, e);
}
