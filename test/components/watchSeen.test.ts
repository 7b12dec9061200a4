// @vitest-environment jsdom
import {expect, test, vi} from "vitest";
import {watchSeen} from "../../src/components/watchSeen.js";

test("watchSeen(element, tell) tells the latest of what the browser reports, until it is ended", () => {
  const watched: Element[] = [];
  let report: (entries: {isIntersecting: boolean}[]) => void = () => {};
  let ended = false;
  vi.stubGlobal(
    "IntersectionObserver",
    class {
      constructor(callback: typeof report) {
        report = callback;
      }
      observe(element: Element) {
        watched.push(element);
      }
      disconnect() {
        ended = true;
      }
    }
  );
  const element = document.createElement("div");
  const heard: boolean[] = [];
  const end = watchSeen(element, (seen) => heard.push(seen));
  report([{isIntersecting: true}]);
  report([{isIntersecting: true}, {isIntersecting: false}]);
  expect([watched, heard]).toEqual([[element], [true, false]]);
  end();
  expect(ended).toBe(true);
  vi.unstubAllGlobals();
});
