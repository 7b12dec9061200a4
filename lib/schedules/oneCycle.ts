import {checkPositive, describe} from "../checks.js";
import type {Schedule} from "../types.js";
import {cosineBetween} from "./cosineDecay.js";

export interface OneCycleOptions {
  readonly maximum: number;
  readonly epochs: number;
  readonly warmup?: number;
  readonly shape?: "cosine" | "linear";
  readonly divisor?: number;
  readonly finalDivisor?: number;
}

/**
 * One cycle: from maximum / divisor up to the maximum, then down to maximum / (divisor · finalDivisor).
 *
 * The rise ends at epoch warmup · epochs − 1 and the fall at epochs − 1, where PyTorch's OneCycleLR ends them; both
 * follow the shape. The last rate holds from then on (Smith & Topin 2018, arXiv:1708.07120).
 *
 * @throws RangeError when a number is not positive, warmup leaves no epoch to rise or to fall, or the shape is unknown
 */
export function oneCycle({
  maximum,
  epochs,
  warmup = 0.3,
  shape = "cosine",
  divisor = 25,
  finalDivisor = 1e4
}: OneCycleOptions): Schedule {
  checkPositive({maximum, epochs, warmup, divisor, finalDivisor});
  if (!Object.hasOwn(shapes, shape))
    throw new RangeError(`shape must be "cosine" or "linear"; got ${describe(shape)}`);
  const [peak, end] = [warmup * epochs - 1, epochs - 1];
  if (!(peak > 0 && peak < end))
    throw new RangeError(`warmup · epochs must be above 1 and below epochs; got ${warmup * epochs}`);
  const start = maximum / divisor;
  const final = start / finalDivisor;
  const between = shapes[shape];
  return (e) =>
    e <= peak
      ? between(start, maximum, e / peak)
      : between(maximum, final, (Math.min(e, end) - peak) / (end - peak));
}

const shapes = {
  cosine: cosineBetween,
  linear: (from: number, to: number, share: number) => from + (to - from) * share
};
