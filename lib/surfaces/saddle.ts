import {surface} from "./surface.js";

/** The saddle: f = x² − y², a minimum along x and a maximum along y, with no bottom. */
export const saddle = surface({
  name: "saddle",
  domain: [
    [-2, 2],
    [-2, 2]
  ],
  saddles: [[0, 0]],
  value: (x, y) => x * x - y * y,
  gradient: (x, y) => [2 * x, -2 * y],
  hessian: () => [2, 0, -2]
});
