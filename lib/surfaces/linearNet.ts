import {surface} from "./surface.js";

/**
 * The cost of the smallest deep network, two linear layers of one weight that should multiply to 1: f = ½ (w₁w₂ − 1)².
 *
 * Its minima fill the curve w₁w₂ = 1; the two listed are those nearest to the saddle.
 */
export const linearNet = surface({
  name: "linearNet",
  domain: [
    [-2, 2],
    [-2, 2]
  ],
  minima: [
    [1, 1],
    [-1, -1]
  ],
  saddles: [[0, 0]],
  value: (x, y) => 0.5 * (x * y - 1) ** 2,
  gradient: (x, y) => [(x * y - 1) * y, (x * y - 1) * x],
  hessian: (x, y) => [y * y, 2 * x * y - 1, x * x]
});
