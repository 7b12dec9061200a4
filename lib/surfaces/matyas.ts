import {surface} from "./surface.js";

/** Matyas's function, a tilted ravine of condition number 25: f = 0.26 (x² + y²) − 0.48 xy. */
export const matyas = surface({
  name: "matyas",
  domain: [
    [-10, 10],
    [-10, 10]
  ],
  minima: [[0, 0]],
  value: (x, y) => 0.26 * (x * x + y * y) - 0.48 * x * y,
  gradient: (x, y) => [0.52 * x - 0.48 * y, 0.52 * y - 0.48 * x],
  hessian: () => [0.52, -0.48, 0.52]
});
