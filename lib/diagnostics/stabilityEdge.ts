import {checkDecay} from "../checks.js";
import type {MomentumOptions} from "../optimizers/momentum.js";

/**
 * The stability edge of momentum: it converges on a curvature λ as long as αλ stays below
 *
 *     2 (1 + β) / (1 − β)   in the form "ema"        2 (1 + β)   in the form "classical"
 *
 * With β = 0 both are gradient descent's 2.
 *
 * @throws RangeError when β is not in [0, 1)
 */
export function stabilityEdge({beta = 0, form = "ema"}: Pick<MomentumOptions, "beta" | "form"> = {}): number {
  checkDecay({beta});
  return (2 * (1 + beta)) / (form === "ema" ? 1 - beta : 1);
}
