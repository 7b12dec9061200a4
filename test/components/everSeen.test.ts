// @vitest-environment jsdom
import {afterEach, expect, test, vi} from "vitest";
import {everSeen} from "../../src/components/everSeen.js";

afterEach(() => vi.unstubAllGlobals());

test("everSeen(element, tell) tells when the element comes onto the screen, once", () => {
  let show = (_: boolean): void => {};
  const disconnect = vi.fn();
  vi.stubGlobal(
    "IntersectionObserver",
    class {
      constructor(callback: (entries: {isIntersecting: boolean}[]) => void) {
        show = (isIntersecting) => callback([{isIntersecting}]);
      }
      observe() {}
      disconnect = disconnect;
    }
  );
  const tell = vi.fn();
  everSeen(document.createElement("p"), tell);
  show(false);
  expect(tell.mock.calls).toEqual([[false]]);
  expect(disconnect).not.toHaveBeenCalled();
  show(true);
  expect(tell.mock.calls).toEqual([[false], [true]]);
  expect(disconnect).toHaveBeenCalledOnce();
});
