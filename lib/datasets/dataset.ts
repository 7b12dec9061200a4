import {checkInteger, checkNonNegative, checkRandom} from "../checks.js";
import {matrix, transpose} from "../matrix.js";
import {normalSampler} from "../normalSampler.js";
import type {Matrix, Random} from "../types.js";

/** Samples X, features × m, and targets Y, 1 × m: the class 0, 1, 2 … of each sample, or the number to predict. */
export interface Dataset {
  readonly X: Matrix;
  readonly Y: Matrix;
}

/** The source of randomness, the number m of samples, and the deviation of the noise in every coordinate. */
export interface DatasetOptions {
  readonly random: Random;
  readonly samples?: number;
  readonly noise?: number;
}

/** Samples that take turns with their classes: sample j is of class j mod classes, a point of it with noise added. */
export function labelled(
  {random, samples = 200, noise = 0.1}: DatasetOptions,
  classes: number,
  point: (label: number) => readonly number[]
): Dataset {
  checkRandom(random);
  checkInteger({samples});
  checkNonNegative({noise});
  const normal = normalSampler(random, 0, noise);
  const labels = Array.from({length: samples}, (_, j) => j % classes);
  const points = labels.map((label) => point(label).map((x) => x + normal()));
  return {X: transpose(matrix(points)), Y: matrix([labels])};
}
