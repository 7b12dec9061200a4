import type {Schedule} from "../../lib/types.js";

/**
 * The epoch, counted in fractions, from which a rate is half of its largest so far, found on the schedule itself.
 *
 * Infinity where no epoch up to the last one has such a rate.
 */
export function measuredHalfLife(schedule: Schedule, last = 20_000): number {
  let largest = 0;
  for (let e = 0; e <= last; ++e) {
    const rate = schedule(e);
    largest = Math.max(largest, rate);
    if (rate < largest && rate <= largest / 2) return bisected((at) => schedule(at) <= largest / 2, e - 1, e);
  }
  return Infinity;
}

function bisected(holds: (at: number) => boolean, from: number, to: number): number {
  let [low, high] = [from, to];
  for (let i = 0; i < 40; ++i) {
    const middle = (low + high) / 2;
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return high;
}
