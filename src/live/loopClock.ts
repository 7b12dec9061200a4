import {nextTask} from "./nextTask.js";

/** How long edited code may hold the page, in milliseconds. */
const patience = 4000;
/** Turns between two looks at the clock, at most: few enough that slow ones do not hold the page much longer. */
const longestStride = 256;

/**
 * Makes the check that every turn of every loop in edited code calls: it throws what `stop` makes when the page has
 * been held for four seconds without a pause. Waiting for a timer, a frame or an event is a pause; a resolved promise
 * is none. While turns are quick the clock is not read at every one.
 */
export function loopClock(
  stop: () => Error,
  now: () => number = () => performance.now(),
  pause: (resume: () => void) => void = nextTask
): () => void {
  let start: number | null = null;
  let last = 0;
  let stride = 1;
  let left = 1;

  return () => {
    if (--left > 0) return;
    const time = now();
    if (start === null) {
      start = last = time;
      stride = 1;
      pause(() => {
        start = null;
        left = 1;
      });
    } else {
      stride = time - last < 1 ? Math.min(longestStride, stride * 2) : Math.max(1, stride >> 1);
      last = time;
    }
    left = stride;
    if (time - start > patience) throw stop();
  };
}
