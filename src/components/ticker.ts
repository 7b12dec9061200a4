/** Calls back with the number of steps that have fallen due, at a rate in steps a second. */
export interface Ticker {
  start(): void;
  stop(): void;
}

/** Ticks with the screen's frames but by the clock: a slow screen gets more steps a frame, not a slower run. */
export function ticker(rate: () => number, advance: (steps: number) => void): Ticker {
  let request = 0;
  let before: number | null = null;
  let due = 0;

  function frame(now: number): void {
    request = requestAnimationFrame(frame);
    due += before === null ? 0 : ((now - before) / 1000) * rate();
    before = now;
    const whole = Math.floor(due);
    due -= whole;
    if (whole > 0) advance(whole);
  }

  function stop(): void {
    cancelAnimationFrame(request);
    before = null;
    due = 0;
  }

  return {
    start() {
      stop();
      request = requestAnimationFrame(frame);
    },
    stop
  };
}
