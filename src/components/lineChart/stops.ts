import type {Scale} from "./axis.js";
import {nearest} from "./points.js";

/** Where a chart's cursor can stand: it counts stops, and each has an x. */
export interface Stops {
  readonly range: readonly [number, number];
  at(stop: number): number;
  /** The stop nearest to an x; −1 where there is none. */
  nearest(x: number): number;
  /** How many stops an arrow key goes, and how many a page key. */
  stride(stop: number, far: boolean): number;
}

/** A stop at every x at which a line has a point. */
export function pointStops(xs: readonly number[]): Stops {
  const points = xs.map((x) => [x]);
  return {
    range: [0, Math.max(0, xs.length - 1)],
    at: (stop) => xs[stop],
    nearest: (x) => nearest(points, x),
    stride: (_, far) => (far ? 10 : 1)
  };
}

/** A stop at every whole number of the axis, on a logarithmic one passed by tenths of it. */
export function wholeStops(x: Scale, log: boolean): Stops {
  const [first, last] = x.domain();
  return {
    range: [Math.ceil(first), Math.floor(last)],
    at: (stop) => stop,
    nearest: Math.round,
    stride: (stop, far) => (log ? Math.max(1, Math.round(stop * (far ? 0.5 : 0.1))) : far ? 30 : 1)
  };
}
