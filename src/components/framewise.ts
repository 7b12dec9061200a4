import {perFrame} from "./perFrame.js";

/**
 * What a long work has found so far, again and again whenever a frame's share of time is over: a cell goes on with the
 * next frame, so that the page stays awake. Work that is done in less is there at once. Nulls are pauses of the work.
 *
 *     const found = framewise(productSpectra(weights));   // Spectrum[], growing
 */
export function* framewise<T>(work: Iterable<T | null>, now?: () => number): Generator<readonly T[], void> {
  for (const found of perFrame(gathered(work), {now, stride: 1})) yield [...found];
}

/** The values so far after each value or pause, and at the end: one list, which grows. */
function* gathered<T>(work: Iterable<T | null>): Generator<readonly T[], void> {
  const found: T[] = [];
  for (const one of work) {
    if (one !== null) found.push(one);
    yield found;
  }
  yield found;
}
