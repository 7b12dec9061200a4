import {expect, test} from "vitest";
import {perFrame} from "../../src/components/perFrame.js";

/** A clock that stands still but where the work moves it on. */
function clock() {
  const state = {time: 0};
  return {state, now: () => state.time};
}

test("perFrame(work) gives work that fits in a portion whole, as its last value", () => {
  const {now} = clock();
  expect([...perFrame([1, 2, 3], {now})]).toEqual([3]);
  expect([...perFrame([], {now})]).toEqual([]);
});

test("perFrame(work, {portion}) yields when a portion of time is over, and the end", () => {
  const {state, now} = clock();
  function* work() {
    for (let i = 1; i <= 100; ++i) {
      state.time += 1;
      yield i;
    }
  }
  const seen = [...perFrame(work(), {portion: 20, now})];
  expect(seen.at(-1)).toBe(100);
  expect(seen.length).toBeGreaterThan(2);
  expect(seen.length).toBeLessThanOrEqual(5);
  for (const [i, value] of seen.slice(1, -1).entries()) expect(value - seen[i]).toBeGreaterThanOrEqual(20);
});

test("perFrame(work) closes its work when a cell gives it up", () => {
  let closed = false;
  function* work() {
    try {
      for (;;) yield 1;
    } finally {
      closed = true;
    }
  }
  let time = 0;
  const frames = perFrame(work(), {now: () => (time += 5)});
  frames.next();
  frames.return();
  expect(closed).toBe(true);
});
