import {checkAtLeast, checkPositive} from "../checks.js";
import {log, log1p} from "../elementary.js";

/**
 * The steps of gradient descent, at its best rate α = 2 / (λ₁ + λₙ), until a quadratic's error has shrunk to a tolerance:
 *
 *     ⌈ln(1/tolerance) / ln((κ + 1) / (κ − 1))⌉, one where κ = 1
 *
 * For a large condition number κ that is about κ/2 · ln(1/tolerance).
 *
 * @throws RangeError when κ is below 1 or the tolerance not positive
 */
export function descentSteps(conditionNumber: number, tolerance: number): number {
  checkAtLeast({conditionNumber}, 1);
  checkPositive({tolerance});
  if (tolerance >= 1) return 0;
  return Math.max(1, Math.ceil(-log(tolerance) / log1p(2 / (conditionNumber - 1))));
}
