import {surface} from "./surface.js";

/** The residuals of Beale's function and the powers of y in them. */
const residuals = (x: number, y: number) => {
  const [y2, y3] = [y * y, y * y * y];
  return {r1: 1.5 - x * (1 - y), r2: 2.25 - x * (1 - y2), r3: 2.625 - x * (1 - y3), y2, y3};
};

/** Beale's function: f = r₁² + r₂² + r₃², r₁ = 1.5 − x + xy, r₂ = 2.25 − x + xy², r₃ = 2.625 − x + xy³ (Beale 1958). */
export const beale = surface({
  name: "beale",
  domain: [
    [-4.5, 4.5],
    [-4.5, 4.5]
  ],
  minima: [[3, 0.5]],
  saddles: [[0, 1]],
  value: (x, y) => {
    const {r1, r2, r3} = residuals(x, y);
    return r1 * r1 + r2 * r2 + r3 * r3;
  },
  gradient: (x, y) => {
    const {r1, r2, r3, y2, y3} = residuals(x, y);
    return [2 * (r1 * (y - 1) + r2 * (y2 - 1) + r3 * (y3 - 1)), 2 * x * (r1 + 2 * y * r2 + 3 * y2 * r3)];
  },
  hessian: (x, y) => {
    const {r1, r2, r3, y2, y3} = residuals(x, y);
    return [
      2 * ((y - 1) ** 2 + (y2 - 1) ** 2 + (y3 - 1) ** 2),
      2 * (r1 + 2 * y * r2 + 3 * y2 * r3) + 2 * x * (y - 1 + 2 * y * (y2 - 1) + 3 * y2 * (y3 - 1)),
      2 * x * (2 * r2 + 6 * y * r3) + 2 * x * x * (1 + 4 * y2 + 9 * y2 * y2)
    ];
  }
});
