import {checkDecay, checkPositive} from "../checks.js";
import type {MomentumOptions} from "../optimizers/momentum.js";

/**
 * The factor by which a step of momentum shrinks the distance from the bottom of a curvature λ, in the long run: the
 * spectral radius of its linear map, the larger |r| of
 *
 *     r² − (1 + β − αλ (1 − β)) r + β = 0   in the form "ema"; "classical" has αλ in place of αλ (1 − β)
 *
 * Complex roots, an oscillation, give √β. Without momentum it is |1 − αλ|. At `stabilityEdge` it is 1.
 *
 * @throws RangeError when αλ is not positive or β not in [0, 1)
 */
export function contractionFactor(
  scaledRate: number,
  {beta = 0, form = "ema"}: Pick<MomentumOptions, "beta" | "form"> = {}
): number {
  checkPositive({scaledRate});
  checkDecay({beta});
  const half = (1 + beta - scaledRate * (form === "ema" ? 1 - beta : 1)) / 2;
  const discriminant = half * half - beta;
  return discriminant < 0 ? Math.sqrt(beta) : Math.abs(half) + Math.sqrt(discriminant);
}
