import {afterEach, beforeEach, expect, test, vi} from "vitest";
import {ticker} from "../../src/components/ticker.js";

/** A screen whose frames come when the test says so. */
let pending: Map<number, FrameRequestCallback>;
const frame = (now: number): void => {
  const callbacks = [...pending.values()];
  pending.clear();
  for (const callback of callbacks) callback(now);
};

beforeEach(() => {
  pending = new Map();
  let id = 0;
  vi.stubGlobal("requestAnimationFrame", (callback: FrameRequestCallback) => {
    pending.set(++id, callback);
    return id;
  });
  vi.stubGlobal("cancelAnimationFrame", (id: number) => pending.delete(id));
});
afterEach(() => void vi.unstubAllGlobals());

test.each([30, 60, 144])("ticker(rate) gives as many steps a second on a screen of %d hertz", (hertz) => {
  let steps = 0;
  ticker(
    () => 20,
    (due) => {
      steps += due;
    }
  ).start();
  for (let i = 0; i <= 2.04 * hertz; i++) frame((i * 1000) / hertz);
  expect(steps).toBe(40);
});

test("ticker(rate) gives several steps a frame where the rate is above the screen's", () => {
  const due: number[] = [];
  ticker(
    () => 240,
    (steps) => void due.push(steps)
  ).start();
  for (const now of [0, 25, 50]) frame(now);
  expect(due).toEqual([6, 6]);
});

test("ticker(rate) follows a rate that changes", () => {
  let rate = 10;
  let steps = 0;
  ticker(
    () => rate,
    (due) => {
      steps += due;
    }
  ).start();
  for (const now of [0, 500]) frame(now);
  expect(steps).toBe(5);
  rate = 100;
  frame(1000);
  expect(steps).toBe(55);
});

test("ticker.stop() ends it, and the pause does not count when it starts again", () => {
  let steps = 0;
  const clock = ticker(
    () => 10,
    (due) => {
      steps += due;
    }
  );
  clock.start();
  for (const now of [0, 1000]) frame(now);
  clock.stop();
  expect(pending.size).toBe(0);
  clock.start();
  for (const now of [9000, 9100]) frame(now);
  expect(steps).toBe(11);
});

test("ticker.stop() may be called while it ticks", () => {
  const clock = ticker(
    () => 10,
    () => clock.stop()
  );
  clock.start();
  for (const now of [0, 1000]) frame(now);
  expect(pending.size).toBe(0);
});
