import {checkInRange, checkInteger, checkPositive} from "../checks.js";
import {log, power} from "../elementary.js";

/** A descent of `depth` linear layers of one weight each. */
export interface DepthEscapeOptions {
  readonly depth: number;
  readonly learningRate: number;
  /** The weight that all layers begin with, between 0 and the weight that has the cost. */
  readonly start: number;
  /** The cost that counts as escaped; at the saddle it is ½. */
  readonly cost?: number;
}

/**
 * The steps in which D linear layers of one weight each, all alike, leave the saddle at 0 of ½ (wᴰ − 1)²:
 *
 *     αt = ∫ dw / (w^(D−1) (1 − wᴰ)) = Σₖ ∫ w^(kD+1−D) dw,  k = 0, 1 …  from the start to wᴰ = 1 − √(2 cost)
 *
 * The first term tells it: ln(1/start) for D = 2, start^(2−D) / (D − 2) beyond. This is the flow that gradient descent
 * follows with small steps; it takes a few steps more, by a share below α/2 · (D − 1).
 *
 * @throws RangeError when depth is below 2, α not positive, or start or cost out of range
 */
export function depthEscapeTime({depth, learningRate, start, cost = 0.05}: DepthEscapeOptions): number {
  checkInteger({depth}, 2);
  checkPositive({learningRate, start});
  checkInRange({cost}, Number.MIN_VALUE, 0.5);
  const end = power(1 - Math.sqrt(2 * cost), 1 / depth);
  if (start >= end) return 0;
  let time = 0;
  for (let k = 0, term = Infinity; term > 1e-15 * time; ++k) {
    const exponent = k * depth + 2 - depth;
    term = exponent === 0 ? log(end / start) : (power(end, exponent) - power(start, exponent)) / exponent;
    time += term;
  }
  return time / learningRate;
}
