import {checkDecay, checkNonNegative, checkPositive} from "../checks.js";
import {log} from "../elementary.js";
import type {MomentumOptions} from "../optimizers/momentum.js";
import {wholePower} from "../wholePower.js";

/** A descent from beside the ridge of a saddle. */
export interface EscapeOptions extends Pick<MomentumOptions, "beta" | "form"> {
  readonly learningRate: number;
  /** The distance from the ridge at the start. */
  readonly start: number;
  /** The distance that counts as escaped. */
  readonly distance?: number;
  /** How strongly the surface bends down across the ridge: −f″, 2 for the saddle x² − y². */
  readonly curvature?: number;
}

/**
 * The growth, step for step, of the distance from a saddle's ridge under momentum: the larger root r of
 *
 *     r² − (1 + β + αλ (1 − β)) r + β = 0   in the form "ema"; "classical" has αλ in place of αλ (1 − β)
 *
 * where the curvature across the ridge is −λ. Without momentum it is 1 + αλ.
 *
 * @throws RangeError when α or λ is not positive, or β not in [0, 1)
 */
export function growthFactor(options: Omit<EscapeOptions, "start" | "distance">): number {
  return roots(options)[0];
}

/**
 * The steps of gradient descent, with or without momentum, until the distance y from a saddle's ridge has grown from
 * the start to 1: the first t with yₜ = a r₁ᵗ + b r₂ᵗ ≥ 1, r₁ and r₂ the roots that `growthFactor` tells.
 *
 * Without momentum that is ⌈ln(1/start) / ln(1 + αλ)⌉: slowness is logarithmic in the start. From 0 it never ends.
 *
 * @throws RangeError when start is negative, α, λ or the distance not positive, or β not in [0, 1)
 */
export function escapeTime({start, distance = 1, ...options}: EscapeOptions): number {
  checkNonNegative({start});
  checkPositive({distance});
  const [r1, r2] = roots(options);
  if (start === 0) return Infinity;
  // without a velocity at first, the step before the start would have been at the start too
  const a = (start * r1 * (1 - r2)) / (r1 - r2);
  const b = start - a;
  let t = Math.max(0, Math.floor(log(distance / start) / log(r1)));
  while (a * wholePower(r1, t) + b * wholePower(r2, t) < distance) ++t;
  return t;
}

function roots({
  learningRate,
  curvature = 2,
  beta = 0,
  form = "ema"
}: Omit<EscapeOptions, "start" | "distance">): [number, number] {
  checkPositive({learningRate, curvature});
  checkDecay({beta});
  const growth = learningRate * curvature * (form === "ema" ? 1 - beta : 1);
  const half = (1 + beta + growth) / 2;
  const r1 = half + Math.sqrt(half * half - beta);
  return [r1, beta / r1];
}
