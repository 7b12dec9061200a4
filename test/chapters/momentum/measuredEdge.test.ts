import {expect, test} from "vitest";
import {measuredEdge} from "../../../src/chapters/momentum/measuredEdge.js";

// views: 2, 6, 38, 198; the classical form's 2 (1 + β)
test.each([
  [0, "ema", 2],
  [0.5, "ema", 6],
  [0.9, "ema", 38],
  [0.98, "ema", 198],
  [0.9, "classical", 3.8]
] as const)("measuredEdge of β = %d in the form %s is %d", (beta, form, edge) => {
  expect(measuredEdge({beta, form}) / edge).toBeCloseTo(1, 4);
});
