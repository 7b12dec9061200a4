/**
 * What a long work has found so far, again and again whenever a frame's share of time is over: a cell goes on with the
 * next frame, so that the page stays awake. Work that is done in less is there at once. Nulls are pauses of the work.
 *
 *     const found = framewise(productSpectra(weights));   // Spectrum[], growing
 */
export function* framewise<T>(
  work: Iterable<T | null>,
  now: () => number = () => performance.now()
): Generator<readonly T[], void> {
  const found: T[] = [];
  let end = now() + share;
  for (const one of work) {
    if (one !== null) found.push(one);
    if (now() < end) continue;
    yield [...found];
    end = now() + share;
  }
  yield found;
}

/** Milliseconds of work a frame. */
const share = 8;
