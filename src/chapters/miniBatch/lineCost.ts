import {eigenvalues} from "../../lib/eigen.js";
import {matrix} from "../../lib/matrix.js";
import type {Objective} from "../../lib/types.js";
import {best} from "./lineData.js";

/** The mean of ½(wx + b − y)² over all points, in closed form: J* + ½ δᵀHδ, δ the distance from the best line. */
export function lineCost(w: number, b: number): number {
  return leastCost + lineExcess(w, b);
}

/** How much more a line costs than the best one. */
export const lineExcess = (w: number, b: number): number => quadratic(w - best.w, b - best.b);

/** ½ δᵀHδ. */
const quadratic = (dw: number, db: number): number => (2 * dw * dw + 2 * dw * db + db * db) / 2;

/** The same as something that an optimizer can descend: a function of the distance δ from the best line. */
export const bowl: Objective = ([dw, db]) => ({
  value: quadratic(dw, db),
  gradient: Float64Array.of(2 * dw + db, dw + db)
});

/** J*: half the variance of the errors. */
export const leastCost = 0.5;

/** H = E[(x, 1)ᵀ(x, 1)] for x of mean 1 and deviation 1. */
const lineHessian = matrix([
  [2, 1],
  [1, 1]
]);

/** λmax, and the learning rate 2/λmax from which on even the full gradient leads away. */
export const steepest = eigenvalues(lineHessian)[1];
export const rateEdge = 2 / steepest;
