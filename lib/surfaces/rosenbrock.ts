import {surface} from "./surface.js";

/** Rosenbrock's curved valley: f = (1 − x)² + 100 (y − x²)² (Rosenbrock 1960). */
export const rosenbrock = surface({
  name: "rosenbrock",
  domain: [
    [-2, 2],
    [-1, 3]
  ],
  minima: [[1, 1]],
  value: (x, y) => (1 - x) ** 2 + 100 * (y - x * x) ** 2,
  gradient: (x, y) => [-2 * (1 - x) - 400 * x * (y - x * x), 200 * (y - x * x)],
  hessian: (x, y) => [2 - 400 * (y - 3 * x * x), -400 * x, 200]
});
