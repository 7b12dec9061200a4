import {checkInteger} from "./checks.js";
import type {Random} from "./types.js";

/**
 * The batches of one epoch: ⌈m/size⌉ sets of sample indices that together hold each of 0 … m − 1 once.
 *
 * With `random` the samples are shuffled, without it they keep their order; the last batch may be short.
 * Call it once an epoch, with the same `random`, for a new order each time.
 *
 * @throws RangeError when m is not a positive integer or size not one of 1 … m
 */
export function batches(m: number, size: number, random?: Random): Generator<Uint32Array, void> {
  checkInteger({m});
  checkInteger({size}, 1, m);
  const order = Uint32Array.from({length: m}, (_, sample) => sample);
  if (random) shuffle(order, random);
  return slices(order, size);
}

/**
 * How many updates an epoch makes: ⌈m/size⌉.
 *
 * @throws RangeError when m is not a positive integer or size not one of 1 … m
 */
export function updatesPerEpoch(m: number, size: number): number {
  checkInteger({m});
  checkInteger({size}, 1, m);
  return Math.ceil(m / size);
}

function* slices(order: Uint32Array, size: number): Generator<Uint32Array, void> {
  for (let start = 0; start < order.length; start += size) yield order.slice(start, start + size);
}

/** Fisher & Yates' shuffle in Durstenfeld's form: every order equally likely. */
function shuffle(order: Uint32Array, random: Random): void {
  for (let last = order.length - 1; last > 0; --last) {
    const chosen = Math.floor(random() * (last + 1));
    [order[last], order[chosen]] = [order[chosen], order[last]];
  }
}
