import {checkFunction, checkNonNegative} from "../checks.js";
import type {Schedule} from "../types.js";

/**
 * One schedule after another: the first for so many epochs, then the second, whose epochs count from 0 again.
 *
 *     sequence(linearWarmup({learningRate, startFactor: 0.1, epochs: 5}), 5, cosineDecay({learningRate, epochs: 55}))
 *
 * @throws RangeError when the number of epochs is negative, TypeError when first or second is no schedule
 */
export function sequence(first: Schedule, epochs: number, second: Schedule): Schedule {
  checkNonNegative({epochs});
  checkFunction({first, second}, "a schedule");
  return (e) => (e < epochs ? first(e) : second(e - epochs));
}
