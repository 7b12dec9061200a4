export interface PerFrameOptions {
  /** Milliseconds of work in a frame. */
  readonly portion?: number;
  /** Values between two looks at the clock, which costs more than many a step. */
  readonly stride?: number;
  readonly now?: () => number;
}

/**
 * Shows work as far as it has come: of the values of an iterable, the last one that each portion of time has reached.
 *
 * A cell that is given this takes one value a frame: `const run = perFrame(descend(…))` is whole in the first frame
 * where the work is small, and grows over several, between which the page answers, where it is not.
 */
export function* perFrame<T>(
  work: Iterable<T>,
  {portion = 8, stride = 16, now = () => performance.now()}: PerFrameOptions = {}
): Generator<T, void> {
  let [end, latest, count]: [number, {value: T} | null, number] = [now() + portion, null, 0];
  for (const value of work) {
    latest = {value};
    if (++count % stride !== 0 || now() < end) continue;
    yield value;
    [end, latest] = [now() + portion, null];
  }
  if (latest) yield latest.value;
}
