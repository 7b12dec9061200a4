import {expect, test} from "vitest";
import {take} from "../../src/components/take.js";

function* naturals(close: () => void): Generator<number> {
  try {
    for (let i = 0; ; ++i) yield i;
  } finally {
    close();
  }
}

test("take(count, values) gives the first values of an endless generator and closes it", () => {
  let closed = 0;
  const close = () => ++closed;
  expect(take(3, naturals(close))).toEqual([0, 1, 2]);
  expect(closed).toBe(1);
});

test("take(count, values) gives fewer where there are fewer, and none for 0", () => {
  expect(take(5, [1, 2])).toEqual([1, 2]);
  expect(take(0, [1, 2])).toEqual([]);
});
