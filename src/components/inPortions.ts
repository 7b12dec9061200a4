export interface PortionsOptions {
  /** Milliseconds of work between two pauses, far below what a reader feels. */
  readonly portion?: number;
  /** Ends the work early. */
  readonly signal?: AbortSignal;
}

/** Does the work of a generator in portions between which the page can answer; null where it was ended early. */
export async function inPortions<Result>(
  work: Generator<unknown, Result>,
  {portion = 6, signal}: PortionsOptions = {}
): Promise<Result | null> {
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve));
    if (signal?.aborted) return null;
    for (const end = performance.now() + portion; performance.now() < end; ) {
      const {done, value} = work.next();
      if (done) return value;
    }
  }
}
