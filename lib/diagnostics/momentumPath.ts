import {checkDecay, checkInteger, checkPositive} from "../checks.js";
import type {MomentumOptions} from "../optimizers/momentum.js";

/**
 * Where momentum stands after t steps on ½λx², from 1 and at rest: the solution of its recurrence,
 *
 *     xₜ = a r₁ᵗ + (1 − a) r₂ᵗ,  a = r₁ (1 − r₂) / (r₁ − r₂)        real roots r₁, r₂, those of `contractionFactor`
 *     xₜ = rᵗ (1 + t (1 − r))                                        a double root r
 *     xₜ = √βᵗ (cos φt + b sin φt),  b = (cos φ − √β) / sin φ       complex ones, √β e^±iφ
 *
 * It is a formula, not a run: t may be as large as one likes.
 *
 * @throws RangeError when t is not an integer of at least 0, αλ not positive or β not in [0, 1)
 */
export function momentumPath(
  t: number,
  scaledRate: number,
  {beta = 0, form = "ema"}: Pick<MomentumOptions, "beta" | "form"> = {}
): number {
  checkInteger({t}, 0);
  checkPositive({scaledRate});
  checkDecay({beta});
  const half = (1 + beta - scaledRate * (form === "ema" ? 1 - beta : 1)) / 2;
  const discriminant = half * half - beta;
  if (discriminant < 0) {
    const φ = Math.acos(half / Math.sqrt(beta));
    const b = (Math.cos(φ) - Math.sqrt(beta)) / Math.sin(φ);
    return beta ** (t / 2) * (Math.cos(φ * t) + b * Math.sin(φ * t));
  }
  if (discriminant === 0) return half ** t * (1 + t * (1 - half));
  const r1 = half + (half < 0 ? -1 : 1) * Math.sqrt(discriminant);
  const r2 = beta / r1;
  const a = (r1 * (1 - r2)) / (r1 - r2);
  return a * r1 ** t + (1 - a) * r2 ** t;
}
