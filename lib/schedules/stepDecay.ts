import {checkInteger, checkPositive} from "../checks.js";
import type {Schedule} from "../types.js";
import {wholePower} from "../wholePower.js";

export interface StepDecayOptions {
  readonly learningRate: number;
  readonly factor: number;
  readonly every: number;
}

/**
 * Decay by steps, one every so many epochs: α(e) = α₀ factor^⌊e / every⌋.
 *
 * @throws RangeError when α₀ or the factor is not positive, or every is not a positive integer
 */
export function stepDecay({learningRate, factor, every}: StepDecayOptions): Schedule {
  checkPositive({learningRate, factor});
  checkInteger({every});
  return (e) => learningRate * wholePower(factor, Math.floor(e / every));
}
