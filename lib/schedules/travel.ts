import {checkFinite, checkInteger} from "../checks.js";
import {power as powerOf} from "../elementary.js";
import type {Schedule} from "../types.js";

/**
 * How far a schedule can go: Σ α(e)^power over the epochs 0 … epochs − 1.
 *
 * To arrive from anywhere in spite of noise, the sum with power 1 must grow without bound and that with power 2
 * must not (Robbins & Monro 1951).
 *
 * @throws RangeError when epochs is not an integer of at least 0, or the power is not finite
 */
export function travel(schedule: Schedule, epochs: number, power = 1): number {
  checkInteger({epochs}, 0);
  checkFinite({power});
  let sum = 0;
  for (let e = 0; e < epochs; e++) sum += powerOf(schedule(e), power);
  return sum;
}
