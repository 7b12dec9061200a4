import {surface} from "./surface.js";

/** The three-hump camel, two shallow basins beside the deep one: f = 2x² − 1.05x⁴ + x⁶/6 + xy + y². */
export const threeHumpCamel = surface({
  name: "threeHumpCamel",
  domain: [
    [-2.5, 2.5],
    [-2.5, 2.5]
  ],
  minima: [[0, 0]],
  saddles: [
    [1.07054229182366, -0.53527114591183],
    [-1.07054229182366, 0.53527114591183]
  ],
  value: (x, y) => x * x * (2 + x * x * (-1.05 + (x * x) / 6)) + y * (x + y),
  gradient: (x, y) => [x * (4 + x * x * (-4.2 + x * x)) + y, x + 2 * y],
  hessian: (x) => [4 + x * x * (-12.6 + 5 * x * x), 1, 2]
});
