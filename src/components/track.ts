/** A scale of a slider: equal ways on the track are equal differences of `transform`. */
export interface Scale {
  transform(value: number): number;
  invert(position: number): number;
  /** The value that a reader means by a point of the track. */
  round?(value: number): number;
}

export interface TrackOptions {
  readonly min: number;
  readonly max: number;
  readonly step?: number;
  readonly scale?: "linear" | "log" | Scale;
  /** Only whole numbers. */
  readonly integer?: boolean;
  /** Exactly 0 as a stop before `min`, for a logarithmic scale. */
  readonly zero?: boolean;
}

/** Where a value lies on a slider's track, as a fraction from 0 to 1, and which value lies at a fraction. */
export interface Track {
  /** In how many equal parts the track is stepped. */
  readonly positions: number;
  fraction(value: number): number;
  value(fraction: number): number;
  /** The next value up (1) or down (−1) by a step of the arrow keys, or by a page: a tenth of the track. */
  next(value: number, direction: 1 | -1, page?: boolean): number;
}

/** The scale of a memory β: equal ways on the track multiply the window 1/(1−β) by equal factors. */
export const memoryScale: Scale = {
  transform: (beta) => -Math.log(1 - beta),
  invert: (position) => 1 - Math.exp(-position),
  round: (beta) => significant(1 - significant(1 - beta, 2), 12)
};

/** The part of the track that the stop at exactly 0 takes. */
const zeroPart = 0.06;

/**
 * Lays a range of values on a track.
 *
 * @throws RangeError when min is not below max, step is not positive, or a logarithmic min is not positive
 */
export function track({
  min,
  max,
  step,
  scale = "linear",
  integer = false,
  zero = false
}: TrackOptions): Track {
  if (!(min < max)) throw new RangeError(`min must be below max; got ${min} and ${max}`);
  if (step !== undefined && !(step > 0)) throw new RangeError(`step must be positive; got ${step}`);
  if (scale === "log" && !(min > 0)) throw new RangeError(`min must be positive on a log scale; got ${min}`);
  if (zero && scale !== "log") throw new RangeError("zero is a stop of the log scale only");

  const grain = step ?? (integer ? 1 : (max - min) / 200);
  const toGrain = (value: number): number => significant(min + Math.round((value - min) / grain) * grain, 12);
  const {transform, invert, round} =
    scale === "linear"
      ? {...linear, round: toGrain}
      : {round: (value: number) => significant(value, 3), ...(scale === "log" ? logarithmic : scale)};
  const rounded = integer && scale !== "linear" ? Math.round : round;

  const [low, high] = [transform(min), transform(max)];
  const start = zero ? zeroPart : 0;
  const positions = scale === "linear" ? Math.max(1, Math.round((max - min) / grain)) : 1000;

  const fraction = (value: number): number =>
    zero && value === 0
      ? 0
      : start + (1 - start) * ((transform(clamp(value, min, max)) - low) / (high - low));

  function value(fraction: number): number {
    if (zero && fraction < zeroPart / 2) return 0;
    const along = clamp((fraction - start) / (1 - start), 0, 1);
    if (along === 0 || along === 1) return along ? max : min;
    return clamp(rounded(invert(low + along * (high - low))), min, max);
  }

  function next(from: number, direction: 1 | -1, page = false): number {
    const stride = direction * Math.max(page ? 0.1 : scale === "linear" ? 0 : 0.01, 1 / positions);
    for (let at = fraction(from) + stride; at > -1 && at < 2; at += stride)
      if ((value(at) - from) * direction > 0) return value(at);
    return from;
  }

  return {positions, fraction, value, next};
}

const linear = {transform: (value: number) => value, invert: (position: number) => position};
const logarithmic = {transform: Math.log, invert: Math.exp};

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));
const significant = (value: number, digits: number): number => Number(value.toPrecision(digits));
