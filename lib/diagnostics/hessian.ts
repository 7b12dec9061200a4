import {checkEntries, checkFunction, checkPositive} from "../checks.js";
import {zeroMatrix} from "../matrix.js";
import type {Matrix, Objective, Vector} from "../types.js";

/**
 * The Hessian of an objective at p, by central differences of its gradient, made symmetric:
 *
 *     Hᵢⱼ = ½ (∂gᵢ/∂pⱼ + ∂gⱼ/∂pᵢ)        ∂gᵢ/∂pⱼ ≈ (gᵢ(p + h eⱼ) − gᵢ(p − h eⱼ)) / 2h
 *
 * h is relative to |pⱼ| where that is above 1. Some ten digits hold; a surface's own `hessian` is exact.
 *
 * @throws RangeError when h is not positive or a coordinate of p is not finite; TypeError when the objective is no
 *   function
 */
export function hessian(objective: Objective, p: Vector, h = 1e-5): Matrix {
  checkFunction({objective}, "a function of the parameters");
  checkPositive({h});
  checkEntries("p", p);
  const columns = Array.from(p, (_, j) => gradientSlope(objective, p, j, h * Math.max(1, Math.abs(p[j]))));
  const H = zeroMatrix(p.length, p.length);
  for (let i = 0; i < p.length; ++i)
    for (let j = 0; j < p.length; ++j) H.data[i * p.length + j] = (columns[j][i] + columns[i][j]) / 2;
  return H;
}

function gradientSlope(objective: Objective, p: Vector, j: number, h: number): Vector {
  const [above, below] = [p[j] + h, p[j] - h].map((x) => objective(p.with(j, x)).gradient);
  return above.map((g, i) => (g - below[i]) / (2 * h));
}
