import {surface} from "./surface.js";

/** Booth's function, a tilted ravine of condition number 9: f = (x + 2y − 7)² + (2x + y − 5)². */
export const booth = surface({
  name: "booth",
  domain: [
    [-10, 10],
    [-10, 10]
  ],
  minima: [[1, 3]],
  value: (x, y) => (x + 2 * y - 7) ** 2 + (2 * x + y - 5) ** 2,
  gradient: (x, y) => [10 * x + 8 * y - 34, 8 * x + 10 * y - 38],
  hessian: () => [10, 8, 10]
});
