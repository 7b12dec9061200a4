import {checkAtLeast, checkInRange, checkPositive} from "../checks.js";
import type {Schedule} from "../types.js";
import {cosineBetween} from "./cosineDecay.js";

export interface CosineRestartsOptions {
  readonly learningRate: number;
  readonly minimum?: number;
  readonly period: number;
  readonly multiplier?: number;
}

/**
 * Cosine decay with warm restarts (Loshchilov & Hutter 2017, arXiv:1608.03983).
 *
 * In cycles of period, period · multiplier, period · multiplier² … epochs the rate falls from α₀ to the minimum
 * along a cosine, and starts again at α₀.
 *
 * @throws RangeError when α₀ or the period is not positive, the multiplier below 1, or the minimum not in [0, α₀]
 */
export function cosineRestarts({
  learningRate,
  minimum = 0,
  period,
  multiplier = 1
}: CosineRestartsOptions): Schedule {
  checkPositive({learningRate, period});
  checkAtLeast({multiplier}, 1);
  checkInRange({minimum}, 0, learningRate);
  return (e) => {
    // cycles of one length are taken off at once, however many they are
    let [epoch, length] = [multiplier === 1 ? e % period : e, period];
    for (; epoch >= length; length *= multiplier) epoch -= length;
    return cosineBetween(learningRate, minimum, epoch / length);
  };
}
