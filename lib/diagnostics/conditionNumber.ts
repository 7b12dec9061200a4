import type {Matrix} from "../types.js";
import {singularValues} from "./singularValues.js";

/**
 * The condition number κ = σ₁ / σₙ: how much longer a ravine is than wide, where the matrix is its Hessian.
 *
 * For a positive definite matrix κ = λₙ / λ₁. A matrix that sends a direction to 0 has κ = ∞.
 *
 * @throws RangeError when an entry is not finite
 */
export function conditionNumber(A: Matrix): number {
  const values = singularValues(A);
  const smallest = values[values.length - 1];
  return smallest === 0 ? Infinity : values[0] / smallest;
}
