import {surface} from "./surface.js";

/** The round bowl: f = x² + y². */
export const bowl = surface({
  name: "bowl",
  domain: [
    [-2, 2],
    [-2, 2]
  ],
  minima: [[0, 0]],
  value: (x, y) => x * x + y * y,
  gradient: (x, y) => [2 * x, 2 * y],
  hessian: () => [2, 0, 2]
});
