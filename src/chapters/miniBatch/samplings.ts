import {take} from "../../components/take.js";
import {batches, randomBatches, updatesPerEpoch} from "../../lib/batches.js";
import type {Random} from "../../lib/types.js";

/** How the batches of an epoch are chosen. */
export const samplings = ["shuffle", "replacement", "sorted"] as const;
export type Sampling = (typeof samplings)[number];

/** The batches of one epoch, with the source of randomness where it is needed. */
export type EpochOf = (m: number, size: number, random: Random) => Iterable<Uint32Array>;

/** Shuffled anew; each batch drawn afresh, with replacement; or in the order in which the samples are kept. */
export const epochsOf: Readonly<Record<Sampling, EpochOf>> = {
  shuffle: batches,
  replacement: (m, size, random) =>
    take(updatesPerEpoch(m, size), randomBatches(m, size, {random, replacement: true})),
  sorted: (m, size) => batches(m, size)
};
