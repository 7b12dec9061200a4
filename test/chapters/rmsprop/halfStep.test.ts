import {expect, test} from "vitest";
import {halfStep} from "../../../src/chapters/rmsprop/halfStep.js";

test.each([1e-8, 1e-4, 1])(
  "halfStep: ε = %d counts below ε outside the root, below √(ε/3) inside",
  (epsilon) => {
    expect(halfStep({epsilon, epsilonInside: false}) / epsilon).toBeCloseTo(1, 6);
    expect(halfStep({epsilon, epsilonInside: true}) / Math.sqrt(epsilon / 3)).toBeCloseTo(1, 6);
  }
);
