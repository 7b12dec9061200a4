import {maxIndex, mean, range} from "d3-array";

/**
 * The index at which values fall fastest, told from their noise by means: from the mean of the `span` values before it to
 * that of those from it on. −1 where there are not twice as many.
 */
export function steepestFall(values: readonly number[], span = 20): number {
  const from = (start: number): number => mean(values.slice(start, start + span))!;
  const falls = range(span, values.length - span + 1).map((i) => from(i - span) - from(i));
  return falls.length ? span + maxIndex(falls) : -1;
}
