import {updatesPerEpoch} from "../../lib/batches.js";
import type {BatchRun} from "./batchRun.js";

/** What the progress of a run is counted in. */
export const clocks = ["updates", "epochs", "examples", "milliseconds"] as const;
export type Clock = (typeof clocks)[number];

/** Milliseconds that an example takes in batches of a size. */
export type Pace = (size: number) => number;

/** How far a run has come after its t-th update. */
export function progress(clock: Clock, {m, size, seen}: BatchRun, pace: Pace): (t: number) => number {
  if (clock === "updates") return (t) => t;
  if (clock === "epochs") return (t) => t / updatesPerEpoch(m, size);
  const each = clock === "milliseconds" ? pace(size) : 1;
  return (t) => seen[t] * each;
}

/** The last update of a run that is not beyond a point of the clock. */
export function updateAt(run: BatchRun, at: (t: number) => number, point: number): number {
  let [low, high] = [0, run.points.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (at(middle) <= point * (1 + 1e-12)) low = middle;
    else high = middle - 1;
  }
  return low;
}
