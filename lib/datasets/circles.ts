import {checkInRange} from "../checks.js";
import {cosine, sine} from "../elementary.js";
import {type Dataset, type DatasetOptions, labelled} from "./dataset.js";

export interface CircleOptions extends DatasetOptions {
  readonly factor?: number;
}

/**
 * Two rings around the origin: class 0 has the radius 1, class 1 the radius `factor`.
 *
 * @throws RangeError when samples is not a positive integer, noise is negative, or factor not in [0, 1]
 */
export function circles({factor = 0.5, ...options}: CircleOptions): Dataset {
  checkInRange({factor}, 0, 1);
  return labelled(options, 2, (ring) => {
    const [radius, angle] = [ring === 0 ? 1 : factor, 2 * Math.PI * options.random()];
    return [radius * cosine(angle), radius * sine(angle)];
  });
}
