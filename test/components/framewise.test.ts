import {expect, test} from "vitest";
import {framewise} from "../../src/components/framewise.js";

/** A clock that advances by so many milliseconds whenever it is asked. */
function clock(step: number): () => number {
  let time = 0;
  return () => (time += step);
}

test("framewise(work) is there at once where the work takes less than its share of a frame", () => {
  expect([...framewise([1, null, 2], clock(1))]).toEqual([[1, 2]]);
});

test("framewise(work) says what it has found whenever the share is over, and never loses anything", () => {
  expect([...framewise([1, null, 2, 3, null], clock(4))]).toEqual([[1], [1, 2, 3], [1, 2, 3]]);
});

test("framewise(work) stops the work when the cell goes away", () => {
  let ended = false;
  function* work() {
    try {
      for (;;) yield null;
    } finally {
      ended = true;
    }
  }
  for (const found of framewise(work(), clock(9))) {
    expect(found).toEqual([]);
    break;
  }
  expect(ended).toBe(true);
});
