import {multiplyAdd} from "./lanes";

// The coefficients below are least-maximum-error polynomials, fitted for this engine; each line names interval and error.

const LOG2_E: f32 = 1.442695040888963;
const LN_2: f32 = 0.6931471805599453;
/** ln 2 in two parts: n · LN_2_HIGH is exact for every n in question. */
const LN_2_HIGH: f32 = 0.693145751953125;
const LN_2_LOW: f32 = 1.428606765330187e-6;
/** Adding 1.5 · 2²³ rounds to an integer and leaves it in the low bits of the number. */
const ROUNDER: f32 = 12582912;

/** 2ⁿ for the integer in the low bits of n + ROUNDER: built as an exponent, 2¹²⁸ is infinity. */
// @ts-ignore: decorator
@inline
function powerOf2(rounded: v128): v128 {
  return i32x4.add(i32x4.shl(rounded, 23), i32x4.splat(0x3f800000));
}

/** (eʳ − 1 − r) / r² on |r| ≤ ½ ln 2, to 3e−9 of eʳ. */
// @ts-ignore: decorator
@inline
function exponentialTail(r: v128): v128 {
  let p = multiplyAdd(f32x4.splat(0.001381461275741458), r, f32x4.splat(0.008368710055947304));
  p = multiplyAdd(p, r, f32x4.splat(0.04166838899254799));
  p = multiplyAdd(p, r, f32x4.splat(0.1666652113199234));
  return multiplyAdd(p, r, f32x4.splat(0.4999999403953552));
}

/** eˣ = 2ⁿ eʳ with n = round(x / ln 2): 0 below the smallest normal number, infinity from 88.03. */
// @ts-ignore: decorator
@inline
export function exp(x: v128): v128 {
  // pmin and pmax with x first let NaN through
  const bounded = f32x4.pmin(f32x4.pmax(x, f32x4.splat(-87.33)), f32x4.splat(88.8));
  const rounded = multiplyAdd(bounded, f32x4.splat(LOG2_E), f32x4.splat(ROUNDER));
  const n = f32x4.sub(rounded, f32x4.splat(ROUNDER));
  const r = multiplyAdd(n, f32x4.splat(-LN_2_LOW), multiplyAdd(n, f32x4.splat(-LN_2_HIGH), bounded));
  const power = multiplyAdd(f32x4.mul(r, r), exponentialTail(r), f32x4.add(r, f32x4.splat(1)));
  return v128.andnot(f32x4.mul(power, powerOf2(rounded)), f32x4.lt(x, f32x4.splat(-87.33)));
}

/** eˣ − 1 = (2ⁿ − 1) + 2ⁿ (eʳ − 1), without cancellation near 0; for x ≤ 88. */
// @ts-ignore: decorator
@inline
export function expm1(x: v128): v128 {
  const bounded = f32x4.pmax(x, f32x4.splat(-87.33));
  const rounded = multiplyAdd(bounded, f32x4.splat(LOG2_E), f32x4.splat(ROUNDER));
  const n = f32x4.sub(rounded, f32x4.splat(ROUNDER));
  const r = multiplyAdd(n, f32x4.splat(-LN_2_LOW), multiplyAdd(n, f32x4.splat(-LN_2_HIGH), bounded));
  const power = powerOf2(rounded);
  const rest = multiplyAdd(f32x4.mul(r, r), exponentialTail(r), r);
  return multiplyAdd(power, rest, f32x4.sub(power, f32x4.splat(1)));
}

/** 2 artanh s = ln((1 + s) / (1 − s)) on |s| ≤ 1/3, to 5e−9 of it. */
// @ts-ignore: decorator
@inline
function twiceArtanh(s: v128): v128 {
  const y = f32x4.mul(s, s);
  let p = multiplyAdd(f32x4.splat(0.14012229442596436), y, f32x4.splat(0.13999570906162262));
  p = multiplyAdd(p, y, f32x4.splat(0.20010849833488464));
  p = multiplyAdd(p, y, f32x4.splat(0.3333320617675781));
  const twice = f32x4.add(s, s);
  return multiplyAdd(f32x4.mul(twice, y), p, twice);
}

/** ln(1 + u) for 0 ≤ u ≤ 1, without cancellation near 0. */
// @ts-ignore: decorator
@inline
export function log1p(u: v128): v128 {
  return twiceArtanh(f32x4.div(u, f32x4.add(u, f32x4.splat(2))));
}

/** ln x for normal positive x: the exponent is taken off so that the rest lies in [⅔, 4⁄3). */
// @ts-ignore: decorator
@inline
export function log(x: v128): v128 {
  const twoThirds = i32x4.splat(0x3f2aaaab);
  const exponent = i32x4.shr_s(i32x4.sub(x, twoThirds), 23);
  const rest = i32x4.sub(x, i32x4.shl(exponent, 23));
  const one = f32x4.splat(1);
  const logarithm = twiceArtanh(f32x4.div(f32x4.sub(rest, one), f32x4.add(rest, one)));
  return multiplyAdd(f32x4.convert_i32x4_s(exponent), f32x4.splat(LN_2), logarithm);
}

/** Φ(−x) / e^(−x²/2), the tail of the normal distribution beside its density, for x ≥ 0: a polynomial in t = 1/(1 + 0.3x), to 1.3e−7. */
// @ts-ignore: decorator
@inline
export function scaledTail(x: v128): v128 {
  const one = f32x4.splat(1);
  const t = f32x4.div(one, multiplyAdd(x, f32x4.splat(0.3), one));
  let p = multiplyAdd(f32x4.splat(0.03593175485730171), t, f32x4.splat(-0.15827608108520508));
  p = multiplyAdd(p, t, f32x4.splat(0.20820671319961548));
  p = multiplyAdd(p, t, f32x4.splat(-0.05539394170045853));
  p = multiplyAdd(p, t, f32x4.splat(0.12946924567222595));
  p = multiplyAdd(p, t, f32x4.splat(0.0996374785900116));
  p = multiplyAdd(p, t, f32x4.splat(0.12079835683107376));
  p = multiplyAdd(p, t, f32x4.splat(0.11962638795375824));
  return f32x4.mul(p, t);
}
