import {log} from "./elementary.js";
import type {Random} from "./types.js";

/**
 * A source of numbers with the distribution N(mean, deviation²), from one of uniform numbers, by Marsaglia's polar
 * method (Marsaglia & Bray 1964).
 *
 * It draws as d3-random's `randomNormal` does, but its logarithm has the same bits in every engine.
 */
export function normalSampler(random: Random, mean = 0, deviation = 1): () => number {
  let spare: number | undefined;
  return () => {
    const kept = spare;
    spare = undefined;
    if (kept !== undefined) return mean + deviation * kept;
    let [x, y, square] = [0, 0, 0];
    while (square === 0 || square > 1) {
      [x, y] = [2 * random() - 1, 2 * random() - 1];
      square = x * x + y * y;
    }
    const stretch = Math.sqrt((-2 * log(square)) / square);
    spare = x * stretch;
    return mean + deviation * y * stretch;
  };
}
