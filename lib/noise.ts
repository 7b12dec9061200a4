import {checkFinite, checkInteger, checkNonNegative} from "./checks.js";
import type {Schedule} from "./types.js";

/**
 * Where gradient descent on ½x² with a constant rate α and gradient noise of deviation σ ends up: E[x²] = ασ² / (2 − α).
 *
 * @throws RangeError when α is not in (0, 2), where the descent diverges, or σ is negative
 */
export function noiseFloor(learningRate: number, deviation = 1): number {
  checkNonNegative({deviation});
  if (!(learningRate > 0 && learningRate < 2))
    throw new RangeError(`learningRate must be in (0, 2); got ${learningRate}`);
  return (learningRate * deviation ** 2) / (2 - learningRate);
}

export interface NoiseOptions {
  readonly deviation?: number;
  readonly start?: number;
}

/**
 * E[x²] after so many steps of gradient descent on ½x² from a start, with gradient noise of deviation σ:
 *
 *     x ← x − αₜ (x + σ noise)        E[x²] ← (1 − αₜ)² E[x²] + αₜ² σ²
 *
 * @throws RangeError when steps is not an integer of at least 0, σ is negative or the start is not finite
 */
export function expectedSquare(
  schedule: Schedule,
  steps: number,
  {deviation = 1, start = 0}: NoiseOptions = {}
): number {
  checkInteger({steps}, 0);
  checkNonNegative({deviation});
  checkFinite({start});
  let square = start ** 2;
  for (let t = 0; t < steps; t++) {
    const rate = schedule(t);
    square = (1 - rate) ** 2 * square + (rate * deviation) ** 2;
  }
  return square;
}
