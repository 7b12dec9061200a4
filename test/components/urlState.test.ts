// @vitest-environment jsdom
import {afterEach, beforeEach, expect, test, vi} from "vitest";
import {urlState} from "../../src/components/urlState.js";

beforeEach(() => {
  vi.useFakeTimers();
  history.replaceState(null, "", "/en/page?beta=0.98&utm=a%20b#start");
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

test("read(name) gives the text of the address, null where it has none", () => {
  const state = urlState();
  expect(state.read("beta")).toBe("0.98");
  expect(state.read("utm")).toBe("a b");
  expect(state.read("day")).toBeNull();
});

test("write(name, text) changes its own parameter and leaves the others and the hash", () => {
  urlState().write("beta", "0.5");
  expect(location.href).toBe("http://localhost:3000/en/page?beta=0.5&utm=a+b#start");
});

test("write(name, null) takes the parameter out", () => {
  urlState().write("beta", null);
  expect(location.search).toBe("?utm=a+b");
});

test("write(name, text) adds no entry to the history and keeps its state", () => {
  history.replaceState({kept: true}, "");
  const entries = history.length;
  urlState().write("beta", "0.5");
  expect(history.length).toBe(entries);
  expect(history.state).toEqual({kept: true});
});

test("write(name, text) goes out at once, then at most once a pause with the latest texts", () => {
  const replace = vi.spyOn(history, "replaceState");
  const state = urlState(window, 320);
  for (let step = 1; step <= 60; step++) {
    state.write("step", String(step));
    if (step === 1) expect(location.search).toContain("step=1");
    vi.advanceTimersByTime(16);
  }
  expect(replace).toHaveBeenCalledTimes(1 + Math.floor((60 * 16) / 320));
  state.write("day", "7");
  vi.runAllTimers();
  expect(location.search).toBe("?beta=0.98&utm=a+b&step=60&day=7");
  expect(vi.getTimerCount()).toBe(0);
});

test("read(name) sees what still waits to be written", () => {
  const state = urlState();
  state.write("step", "1");
  state.write("step", "2");
  expect(location.search).toContain("step=1");
  expect(state.read("step")).toBe("2");
  state.write("step", null);
  expect(state.read("step")).toBeNull();
});

test("write(name, text) leaves the page working where the browser forbids it", () => {
  vi.spyOn(history, "replaceState").mockImplementation(() => {
    throw new DOMException("too often", "SecurityError");
  });
  expect(() => urlState().write("beta", "0.5")).not.toThrow();
});
