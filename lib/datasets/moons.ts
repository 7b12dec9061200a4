import {cosine, sine} from "../elementary.js";
import {type Dataset, type DatasetOptions, labelled} from "./dataset.js";

/**
 * Two half circles that reach into each other: class 0 is (cos t, sin t), class 1 (1 − cos t, ½ − sin t), 0 ≤ t < π.
 *
 * @throws RangeError when samples is not a positive integer or noise is negative
 */
export function moons(options: DatasetOptions): Dataset {
  return labelled(options, 2, (moon) => {
    const t = Math.PI * options.random();
    return moon === 0 ? [cosine(t), sine(t)] : [1 - cosine(t), 0.5 - sine(t)];
  });
}
