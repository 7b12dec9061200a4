import {extent} from "d3-array";
import {type ScaleContinuousNumeric, scaleLinear, scaleLog} from "d3-scale";
import {formatNumber, powerOfTen} from "../formatNumber.js";

export interface AxisOptions {
  readonly label: string;
  /** Equal ways are equal factors; values that are not positive have no place then. */
  readonly log?: boolean;
  /** From where to where; else as far as the values reach. */
  readonly domain?: readonly [number, number];
  /** Values that belong on the axis beside those of the lines. */
  readonly include?: readonly number[];
  /** Where the ticks stand, instead of round numbers. */
  readonly ticks?: readonly number[];
  readonly format?: (value: number) => string;
}

export type Scale = ScaleContinuousNumeric<number, number>;

/** A scale over the values of an axis: never over what is not a number, and never over nothing. */
export function scaleOf(
  {log = false, domain, include = []}: AxisOptions,
  values: Iterable<number>,
  range: readonly [number, number]
): Scale {
  const fits = (value: number): boolean => Number.isFinite(value) && (!log || value > 0);
  const [low = log ? 1 : 0, high = low] = extent([...values, ...include].filter(fits));
  const open = log ? [low / 2, high * 2] : [low - 0.5, high + 0.5];
  const scale = (log ? scaleLog() : scaleLinear()).domain(domain ?? (low < high ? [low, high] : open));
  return (domain || log ? scale : scale.nice()).range(range);
}

/** The values at which an axis has ticks: about as many as said, on a logarithmic one powers of ten where there are two. */
export function ticksOf(scale: Scale, {log = false, ticks}: AxisOptions, count: number): readonly number[] {
  if (ticks) return ticks;
  if (!log) return scale.ticks(count);
  const [low, high] = scale.domain().map(Math.log10);
  const [first, last] = [Math.ceil(low - 1e-9), Math.floor(high + 1e-9)];
  if (last - first < 1) {
    const ticks = scale.ticks(count);
    return ticks.length > count + 1 ? ticks.filter((tick) => /^[125]/.test(tick.toExponential())) : ticks;
  }
  const every = Math.ceil((last - first) / count);
  return Array.from({length: last - first + 1}, (_, i) => first + i)
    .filter((power) => power % every === 0)
    .map((power) => Number(`1e${power}`));
}

/** A number as an axis writes it: unless it is told how, what is far from 1 on a logarithmic axis as a power of ten. */
export function formatOf({format, log = false}: AxisOptions): (value: number) => string {
  if (format) return format;
  return (value) => {
    const exponent = Math.log10(value);
    const isPower = log && Number.isInteger(exponent) && Math.abs(exponent) > 2;
    return isPower ? powerOfTen(exponent) : formatNumber(value);
  };
}

/** Whether a value lies between the ends of a scale. */
export function within(value: number, scale: Scale): boolean {
  const [low, high] = scale.domain();
  return value >= low && value <= high;
}
