import {checkPositive} from "../checks.js";
import type {Schedule} from "../types.js";

/**
 * Decay with the inverse root of time: α(e) = α₀ / √(e + 1).
 *
 * @throws RangeError when α₀ is not positive
 */
export function inverseSqrt({learningRate}: {learningRate: number}): Schedule {
  checkPositive({learningRate});
  return (e) => learningRate / Math.sqrt(e + 1);
}
