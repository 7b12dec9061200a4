import {checkPositive} from "../checks.js";
import type {Schedule} from "../types.js";

/**
 * A constant rate: α(e) = α₀.
 *
 * @throws RangeError when the rate is not positive and finite
 */
export function constant(learningRate: number): Schedule {
  checkPositive({learningRate});
  return () => learningRate;
}
