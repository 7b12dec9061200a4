import {exp, expm1} from "../elementary.js";
import {surface} from "./surface.js";

/** A round well in a plateau, where the gradient dies out: f = 1 − e^(−(x² + y²)/2). */
export const plateau = surface({
  name: "plateau",
  domain: [
    [-4, 4],
    [-4, 4]
  ],
  minima: [[0, 0]],
  value: (x, y) => -expm1(-0.5 * (x * x + y * y)),
  gradient: (x, y) => {
    const e = exp(-0.5 * (x * x + y * y));
    return [x * e, y * e];
  },
  hessian: (x, y) => {
    const e = exp(-0.5 * (x * x + y * y));
    return [(1 - x * x) * e, -x * y * e, (1 - y * y) * e];
  }
});
