// @vitest-environment jsdom
import {afterEach, beforeEach, expect, test, vi} from "vitest";
import {fuse} from "../../src/live/fuse.js";
import {storage} from "./storage.js";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test("a fuse that was lit and not put out is found blown, once", () => {
  const kept = storage();
  fuse("key", kept).light();
  const next = fuse("key", kept);
  expect([next.blown(), next.blown()]).toEqual([true, false]);
});

test("a page that answers a second after the last run has put it out", () => {
  const kept = storage();
  const {light} = fuse("key", kept);
  light();
  vi.advanceTimersByTime(900);
  light();
  vi.advanceTimersByTime(900);
  expect(kept.getItem("key")).toBe("lit");
  vi.advanceTimersByTime(100);
  expect(fuse("key", kept).blown()).toBe(false);
});

test("leaving the page puts it out", () => {
  const kept = storage();
  fuse("key", kept).light();
  window.dispatchEvent(new Event("pagehide"));
  expect(fuse("key", kept).blown()).toBe(false);
});

test("leaving a page whose edits never ran touches nothing", () => {
  const kept = storage();
  fuse("key", kept);
  kept.setItem("key", "lit");
  window.dispatchEvent(new Event("pagehide"));
  expect(fuse("key", kept).blown()).toBe(true);
});

test("without storage, or with a full one, it does nothing", () => {
  for (const kept of [null, storage(0)]) {
    const none = fuse("key", kept);
    none.light();
    expect(none.blown()).toBe(false);
  }
});
