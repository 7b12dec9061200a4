import {cosine, sine} from "../elementary.js";
import {surface} from "./surface.js";

const π = Math.PI;
const hill = 0.5025460365546747;

/** Rastrigin's function, a bowl with a lattice of 121 pits: f = 20 + Σ (x² − 10 cos 2πx) over both coordinates (1974). */
export const rastrigin = surface({
  name: "rastrigin",
  domain: [
    [-5.12, 5.12],
    [-5.12, 5.12]
  ],
  minima: [[0, 0]],
  saddles: [
    [hill, 0],
    [-hill, 0],
    [0, hill],
    [0, -hill]
  ],
  value: (x, y) => term(x) + term(y),
  gradient: (x, y) => [2 * x + 20 * π * sine(2 * π * x), 2 * y + 20 * π * sine(2 * π * y)],
  hessian: (x, y) => [2 + 40 * π * π * cosine(2 * π * x), 0, 2 + 40 * π * π * cosine(2 * π * y)]
});

/** x² + 10 (1 − cos 2πx), the difference written as a square so that nothing cancels near the pit. */
function term(x: number): number {
  return x * x + 20 * sine(π * x) ** 2;
}
