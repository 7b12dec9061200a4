import {surface} from "./surface.js";

/** A saddle between two wells: f = x² − y² + ½y⁴. Near the origin it is the `saddle`, but it has a bottom. */
export const doubleWell = surface({
  name: "doubleWell",
  domain: [
    [-2, 2],
    [-2, 2]
  ],
  minima: [
    [0, -1],
    [0, 1]
  ],
  saddles: [[0, 0]],
  value: (x, y) => x * x + y * y * (0.5 * y * y - 1),
  gradient: (x, y) => [2 * x, 2 * y * (y * y - 1)],
  hessian: (_, y) => [2, 0, 6 * y * y - 2]
});
