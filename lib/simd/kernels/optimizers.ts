import {multiplyAdd, VECTOR} from "./lanes";
import {Plan} from "./layer";

// The order of `optimizerKinds` in plan.ts.
const NONE: i32 = 0;
const GRADIENT_DESCENT: i32 = 1;
const MOMENTUM: i32 = 2;
const NESTEROV: i32 = 3;
const RMSPROP: i32 = 4;
const ADAM: i32 = 5;

/**
 * What an update needs to know of its step. The trainer computes it in double precision:
 *
 *     rate            α, for Adam α / (1 − β₁ᵗ), for corrected momentum α / (1 − βᵗ)
 *     keep, share     of the first moment: v ← keep v + share g
 *     keep2, share2   of the second: s ← keep2 s + share2 g²
 *     correction2     1 / (1 − β₂ᵗ)
 *     inside, outside where ε stands, the other is 0: √(ŝ + inside) + outside
 *     shrink          1 − α λ
 */
// @ts-ignore: decorator
@unmanaged
export class Coefficients {
  rate: f32;
  keep: f32;
  share: f32;
  keep2: f32;
  share2: f32;
  correction2: f32;
  inside: f32;
  outside: f32;
  shrink: f32;
}

/** Moves parameters and moments; true when all parameters are finite. */
export function update(plan: Plan, by: Coefficients): bool {
  switch (plan.optimizer) {
    case GRADIENT_DESCENT: return sweep(GRADIENT_DESCENT, plan, by);
    case MOMENTUM: return sweep(MOMENTUM, plan, by);
    case NESTEROV: return sweep(NESTEROV, plan, by);
    case RMSPROP: return sweep(RMSPROP, plan, by);
    case ADAM: return sweep(ADAM, plan, by);
    default: return true;
  }
}

// @ts-ignore: decorator
@inline
function sweep(kind: i32, plan: Plan, by: Coefficients): bool {
  const rate = f32x4.splat(-by.rate);
  const keep = f32x4.splat(by.keep);
  const share = f32x4.splat(by.share);
  const keep2 = f32x4.splat(by.keep2);
  const share2 = f32x4.splat(by.share2);
  const correction2 = f32x4.splat(by.correction2);
  const inside = f32x4.splat(by.inside);
  const outside = f32x4.splat(by.outside);
  const shrink = f32x4.splat(by.shrink);
  const parameters = plan.parameters;
  const gradient = plan.gradient;
  const first = plan.firstMoment;
  const second = plan.secondMoment;
  // 0 · θ is 0 for a finite θ and NaN for another
  let zeros = f32x4.splat(0);
  for (let at: usize = 0, end = <usize>plan.size * 4; at < end; at += VECTOR) {
    const g = v128.load(gradient + at);
    let θ = v128.load(parameters + at);
    if (kind == GRADIENT_DESCENT) θ = multiplyAdd(rate, g, θ);
    else if (kind == MOMENTUM) {
      const v = multiplyAdd(keep, v128.load(first + at), f32x4.mul(share, g));
      v128.store(first + at, flushed(v));
      θ = multiplyAdd(rate, v, θ);
    } else if (kind == NESTEROV) {
      const v = multiplyAdd(keep, v128.load(first + at), g);
      v128.store(first + at, flushed(v));
      θ = multiplyAdd(rate, multiplyAdd(keep, v, g), θ);
    } else {
      const s = multiplyAdd(keep2, v128.load(second + at), f32x4.mul(share2, f32x4.mul(g, g)));
      v128.store(second + at, flushed(s));
      let v = g;
      if (kind == ADAM) {
        v = multiplyAdd(keep, v128.load(first + at), f32x4.mul(share, g));
        v128.store(first + at, flushed(v));
        θ = f32x4.mul(θ, shrink);
      }
      const root = f32x4.add(f32x4.sqrt(multiplyAdd(s, correction2, inside)), outside);
      // a coordinate that has never had a gradient stays where it is: 0 / 0 counts as 0
      const direction = v128.and(f32x4.div(v, root), f32x4.ne(root, f32x4.splat(0)));
      θ = multiplyAdd(rate, direction, θ);
    }
    v128.store(parameters + at, θ);
    zeros = multiplyAdd(θ, f32x4.splat(0), zeros);
  }
  return v128.any_true(f32x4.ne(zeros, zeros)) ? false : true;
}

/** Below 1e−34 is 0: without gradient a moment fades into subnormal numbers, on which some machines are a hundred times slower. */
// @ts-ignore: decorator
@inline
function flushed(moment: v128): v128 {
  return v128.andnot(moment, f32x4.lt(f32x4.abs(moment), f32x4.splat(1e-34)));
}
