import {matrix} from "../matrix.js";
import {type Dataset, type DatasetOptions, labelled} from "./dataset.js";

export interface GaussianOptions extends DatasetOptions {
  readonly means?: readonly (readonly number[])[];
}

/**
 * Clouds, a class each: class k is normal around means[k], of any dimension, with the deviation `noise`.
 *
 * @throws RangeError when means are none, differ in length or are not finite, samples is not a positive integer, or
 *   noise is negative
 */
export function gaussians({means = twoCentres, noise = 0.5, ...options}: GaussianOptions): Dataset {
  matrix(means);
  return labelled({...options, noise}, means.length, (k) => means[k]);
}

const twoCentres = [
  [-1, -1],
  [1, 1]
];
