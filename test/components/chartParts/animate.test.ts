// @vitest-environment jsdom
import {afterEach, beforeEach, expect, test, vi} from "vitest";
import {animate} from "../../../src/components/chartParts/animate.js";

let drawn: number[];
const reduced = (matches: boolean): void => void vi.stubGlobal("matchMedia", () => ({matches}));

beforeEach(() => {
  drawn = [];
  vi.useFakeTimers({toFake: ["requestAnimationFrame", "cancelAnimationFrame", "performance"]});
});
afterEach(() => void vi.useRealTimers());

test("animate(duration) draws from the start to exactly 1, never back", () => {
  reduced(false);
  animate(500, (k) => drawn.push(k));
  vi.advanceTimersByTime(600);
  expect(drawn.length).toBeGreaterThan(20);
  expect(drawn).toEqual([...drawn].sort((a, b) => a - b));
  expect(drawn[0]).toBeLessThan(0.01);
  expect(drawn.at(-1)).toBe(1);
});

test("animate(duration) is half way at half time", () => {
  reduced(false);
  animate(320, (k) => drawn.push(k));
  vi.advanceTimersByTime(160);
  expect(drawn.at(-1)).toBeCloseTo(0.5, 2);
});

test("animate(duration) draws the end at once where the reader asks for less motion", () => {
  reduced(true);
  animate(500, (k) => drawn.push(k));
  expect(drawn).toEqual([1]);
});

test("the function that animate gives stops it", () => {
  reduced(false);
  const stop = animate(500, (k) => drawn.push(k));
  vi.advanceTimersByTime(100);
  const before = drawn.length;
  stop();
  vi.advanceTimersByTime(500);
  expect(drawn.length).toBe(before);
});
