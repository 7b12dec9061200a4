// @vitest-environment jsdom
import {expect, test} from "vitest";
import {details} from "../../src/components/details.js";

test("details(summary) keeps a text below a line, and takes another", () => {
  const element = details("All numbers");
  element.update("X = [[1]]");
  element.update("X = [[2]]");
  expect(element.querySelector("summary")!.textContent).toBe("All numbers");
  expect(element.querySelector("pre")!.textContent).toBe("X = [[2]]");
  expect(element.open).toBe(false);
});
