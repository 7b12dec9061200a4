import {normalSampler} from "../../lib/normalSampler.js";
import {random} from "../../lib/random.js";

/**
 * The standard normal numbers of each seed, drawn once: `noiseOf(seed, 200)[t]` is what a run with that seed meets at
 * step t, however long the run and whatever else the reader changes.
 */
export function seededNoise(): (seed: number, length: number) => readonly number[] {
  const kept = new Map<number, {normal: () => number; drawn: number[]}>();
  return (seed, length) => {
    const {normal, drawn} = kept.get(seed) ?? {normal: normalSampler(random(seed)), drawn: []};
    while (drawn.length < length) drawn.push(normal());
    kept.set(seed, {normal, drawn});
    return drawn;
  };
}
