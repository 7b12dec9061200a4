// @vitest-environment jsdom
import {afterEach, beforeEach, expect, test, vi} from "vitest";
import {whenHidden} from "../../src/components/whenHidden.js";

/** The browser's watch over what is on screen, in the hands of the test. */
let report: (...visible: boolean[]) => void;
const disconnect = vi.fn();

beforeEach(() => {
  vi.stubGlobal(
    "IntersectionObserver",
    class {
      disconnect = disconnect;
      constructor(callback: (entries: {isIntersecting: boolean}[]) => void) {
        report = (...visible) => callback(visible.map((isIntersecting) => ({isIntersecting})));
      }
      observe(): void {}
    }
  );
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const changeTab = (hidden: boolean): void => {
  vi.spyOn(document, "hidden", "get").mockReturnValue(hidden);
  document.dispatchEvent(new Event("visibilitychange"));
};

test("whenHidden(element, hidden) tells when the element has left the screen, by the last word on it", () => {
  const hidden = vi.fn();
  whenHidden(document.body, hidden);
  report(true);
  report(false, true);
  expect(hidden).not.toHaveBeenCalled();
  report(true, false);
  expect(hidden).toHaveBeenCalledOnce();
});

test("whenHidden(element, hidden) tells when the tab is hidden", () => {
  const hidden = vi.fn();
  whenHidden(document.body, hidden);
  changeTab(false);
  expect(hidden).not.toHaveBeenCalled();
  changeTab(true);
  expect(hidden).toHaveBeenCalledOnce();
});

test("whenHidden(element, hidden)() ends both watches", () => {
  const hidden = vi.fn();
  whenHidden(document.body, hidden)();
  changeTab(true);
  expect(hidden).not.toHaveBeenCalled();
  expect(disconnect).toHaveBeenCalled();
});
