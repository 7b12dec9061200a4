import {checkPositive} from "../checks.js";
import {power as powerOf} from "../elementary.js";
import type {Schedule} from "../types.js";

export interface PolynomialOptions {
  readonly learningRate: number;
  readonly power?: number;
  readonly epochs: number;
}

/**
 * Polynomial decay to 0: α(e) = α₀ (1 − e / epochs)^power, and 0 from epoch `epochs` on.
 *
 * @throws RangeError when α₀, the power or the number of epochs is not positive
 */
export function polynomialDecay({learningRate, power = 1, epochs}: PolynomialOptions): Schedule {
  checkPositive({learningRate, power, epochs});
  return (e) => learningRate * powerOf(1 - Math.min(e, epochs) / epochs, power);
}
