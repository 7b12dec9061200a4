import {checkInteger, checkRandom} from "./checks.js";
import type {Random} from "./types.js";

/**
 * The batches of one epoch: ⌈m/size⌉ sets of sample indices that together hold each of 0 … m − 1 once.
 *
 * With `random` the samples are shuffled, without it they keep their order; the last batch may be short.
 * Call it once an epoch, with the same `random`, for a new order each time.
 *
 * @throws RangeError when m is not a positive integer or size not one of 1 … m; TypeError when random is no function
 */
export function batches(m: number, size: number, random?: Random): Generator<Uint32Array, void> {
  checkInteger({m});
  checkInteger({size}, 1, m);
  const order = sampleOrder(m);
  if (random !== undefined) {
    checkRandom(random);
    shuffle(order, random);
  }
  return slices(order, size);
}

/**
 * Batches without end, each drawn afresh from all m samples: `size` of them, no two alike, or with replacement any.
 *
 * The batches of one epoch depend on one another, as together they hold every sample once; these do not.
 *
 * @throws RangeError when m is not a positive integer or size not one of 1 … m; TypeError when random is no function
 */
export function randomBatches(
  m: number,
  size: number,
  {random, replacement = false}: {random: Random; replacement?: boolean}
): Generator<Uint32Array, never> {
  checkInteger({m});
  checkInteger({size}, 1, m);
  checkRandom(random);
  return replacement ? draws(m, size, random) : subsets(m, size, random);
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

/** The samples 0 … m − 1 as they are. */
export const sampleOrder = (m: number): Uint32Array => putInOrder(new Uint32Array(m));

/** Shuffles all samples as if they stood in order, whatever order an array of them has. */
export const reshuffle = (order: Uint32Array, random: Random): void => shuffle(putInOrder(order), random);

function putInOrder(order: Uint32Array): Uint32Array {
  for (let sample = 0; sample < order.length; ++sample) order[sample] = sample;
  return order;
}

function* slices(order: Uint32Array, size: number): Generator<Uint32Array, void> {
  for (let start = 0; start < order.length; start += size) yield order.slice(start, start + size);
}

function* draws(m: number, size: number, random: Random): Generator<Uint32Array, never> {
  for (;;) yield Uint32Array.from({length: size}, () => Math.floor(random() * m));
}

/** The first `size` steps of a shuffle, from whatever order the batch before has left. */
function* subsets(m: number, size: number, random: Random): Generator<Uint32Array, never> {
  const order = sampleOrder(m);
  for (;;) {
    for (let first = 0; first < size; ++first) swap(order, first, first + Math.floor(random() * (m - first)));
    yield order.slice(0, size);
  }
}

function swap(order: Uint32Array, i: number, j: number): void {
  [order[i], order[j]] = [order[j], order[i]];
}

/** Fisher & Yates' shuffle in Durstenfeld's form: every order equally likely. */
function shuffle(order: Uint32Array, random: Random): void {
  for (let last = order.length - 1; last > 0; --last) swap(order, last, Math.floor(random() * (last + 1)));
}
