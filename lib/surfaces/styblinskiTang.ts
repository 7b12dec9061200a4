import {surface} from "./surface.js";

const [deep, hill, shallow] = [-2.903534027771177, 0.1567312567803401, 2.746802770990837];

/** Styblinski & Tang's function, four basins of three depths: f = ½ Σ (x⁴ − 16x² + 5x) over both coordinates (1990). */
export const styblinskiTang = surface({
  name: "styblinskiTang",
  domain: [
    [-5, 5],
    [-5, 5]
  ],
  minima: [[deep, deep]],
  saddles: [
    [deep, hill],
    [hill, deep],
    [shallow, hill],
    [hill, shallow]
  ],
  value: (x, y) => term(x) + term(y),
  gradient: (x, y) => [slope(x), slope(y)],
  hessian: (x, y) => [6 * x * x - 16, 0, 6 * y * y - 16]
});

function term(x: number): number {
  return 0.5 * x * (x * (x * x - 16) + 5);
}

function slope(x: number): number {
  return 2 * x * (x * x - 8) + 2.5;
}
