import {checkInRange, checkPositive} from "../checks.js";
import type {Schedule} from "../types.js";

export interface WarmupOptions {
  readonly learningRate: number;
  readonly startFactor: number;
  readonly epochs: number;
}

/**
 * Linear warm-up: the rate rises from startFactor · α₀ at epoch 0 to α₀ at epoch `epochs`, and stays there.
 *
 * @throws RangeError when α₀ or the number of epochs is not positive, or startFactor not in [0, 1]
 */
export function linearWarmup({learningRate, startFactor, epochs}: WarmupOptions): Schedule {
  checkPositive({learningRate, epochs});
  checkInRange({startFactor}, 0, 1);
  return (e) => learningRate * (startFactor + (1 - startFactor) * Math.min(1, e / epochs));
}
