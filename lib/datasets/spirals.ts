import {checkInteger, checkNonNegative} from "../checks.js";
import {cosine, sine} from "../elementary.js";
import {type Dataset, type DatasetOptions, labelled} from "./dataset.js";

export interface SpiralOptions extends DatasetOptions {
  readonly arms?: number;
  readonly turns?: number;
}

/**
 * Spiral arms from the origin to the radius 1, a class each, that wind by so many turns.
 *
 * @throws RangeError when samples or arms is not a positive integer, or noise or turns is negative
 */
export function spirals({arms = 2, turns = 1, noise = 0.02, ...options}: SpiralOptions): Dataset {
  checkInteger({arms});
  checkNonNegative({turns});
  return labelled({...options, noise}, arms, (arm) => {
    const radius = options.random();
    const angle = 2 * Math.PI * (turns * radius + arm / arms);
    return [radius * cosine(angle), radius * sine(angle)];
  });
}
