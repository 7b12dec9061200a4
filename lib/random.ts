import {randomLcg} from "d3-random";
import type {Random} from "./types.js";

/**
 * A seeded source of uniform numbers in [0, 1): the same seed gives the same numbers, everywhere.
 *
 * The generator is d3-random's linear congruential one, which takes its seed as a fraction;
 * the integer seed is scattered over [0, 1) with the golden ratio so that neighbours differ at once.
 *
 * @throws RangeError when the seed is not an integer
 */
export function random(seed: number): Random {
  if (!Number.isSafeInteger(seed)) throw new RangeError(`seed must be an integer; got ${seed}`);
  const scattered = (seed + 1) * 0.618_033_988_749_894_9;
  return randomLcg(scattered - Math.floor(scattered));
}
