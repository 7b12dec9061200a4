import {
  checkEntries,
  checkInRange,
  checkInteger,
  checkNonNegative,
  checkPositive,
  checkRandom
} from "../checks.js";
import {map, zeroMatrix} from "../matrix.js";
import {normalSampler} from "../normalSampler.js";
import {fitWhitener} from "../whitener.js";
import type {Dataset, DatasetOptions} from "./dataset.js";

export interface LinearOptions extends DatasetOptions {
  readonly mean?: readonly [number, number];
  readonly deviation?: readonly [number, number];
  readonly correlation?: number;
  readonly weights?: readonly [number, number];
  readonly bias?: number;
}

/**
 * Two features with given means μ, deviations σ and correlation ρ, and what depends on them linearly: y = w·x + b + noise.
 *
 * The samples' own (population's) moments are exactly those given, up to rounding, not only in the long run. Here
 * `noise` is the deviation of y alone.
 *
 * @throws RangeError when samples is not an integer of at least 3, a deviation is not positive, ρ not in [−1, 1],
 *   noise negative, or a number not finite
 */
export function linear({
  random,
  samples = 200,
  noise = 0,
  mean = [0, 0],
  deviation = [1, 1],
  correlation = 0,
  weights = [1, 1],
  bias = 0
}: LinearOptions): Dataset {
  checkRandom(random);
  checkInteger({samples}, 3);
  checkNonNegative({noise});
  checkPositive({"deviation[0]": deviation[0], "deviation[1]": deviation[1]});
  checkInRange({correlation}, -1, 1);
  checkEntries("mean, weights and bias", [...mean, ...weights, bias]);
  const normal = normalSampler(random);
  const drawn = map(zeroMatrix(2, samples), normal);
  const white = fitWhitener(drawn).transform(drawn);
  const rest = Math.sqrt(1 - correlation ** 2);
  const mixed = (i: number, j: number) =>
    i === 0 ? white.data[j] : correlation * white.data[j] + rest * white.data[samples + j];
  const X = map(white, (_, i, j) => mean[i] + deviation[i] * mixed(i, j));
  const predicted = (j: number) => weights[0] * X.data[j] + weights[1] * X.data[samples + j] + bias;
  return {X, Y: map(zeroMatrix(1, samples), (_, __, j) => predicted(j) + noise * normal())};
}
