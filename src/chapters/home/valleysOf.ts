import {leastIndex} from "d3-array";
import type {Point} from "../../components/contour.js";

/** In how many valleys ways end: each is in that of the minimum nearest to its end. */
export const valleysOf = (ends: readonly ArrayLike<number>[], minima: readonly Point[]): number =>
  new Set(ends.map((end) => leastIndex(minima.map(([x, y]) => Math.hypot(x - end[0], y - end[1]))))).size;
