import {checkInRange, checkPositive} from "../checks.js";
import {cosine} from "../elementary.js";
import type {Schedule} from "../types.js";

export interface CosineOptions {
  readonly learningRate: number;
  readonly minimum?: number;
  readonly epochs: number;
}

/**
 * Cosine decay: α(e) = minimum + (α₀ − minimum) (1 + cos(π e / epochs)) / 2.
 *
 * After `epochs` it rises again along the cosine, as PyTorch's CosineAnnealingLR does.
 *
 * @throws RangeError when α₀ or the number of epochs is not positive, or the minimum not in [0, α₀]
 */
export function cosineDecay({learningRate, minimum = 0, epochs}: CosineOptions): Schedule {
  checkPositive({learningRate, epochs});
  checkInRange({minimum}, 0, learningRate);
  return (e) => cosineBetween(learningRate, minimum, e / epochs);
}

/** The value a share of the way from one to another, along half a period of a cosine. */
export function cosineBetween(from: number, to: number, share: number): number {
  return to + ((from - to) * (1 + cosine(Math.PI * share))) / 2;
}
