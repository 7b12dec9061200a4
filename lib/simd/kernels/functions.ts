import {constant, multiplyAdd} from "./lanes";

// The coefficients below are least-maximum-error polynomials, fitted for this engine; each line names interval and error.

export const ONE = memory.data<f32>([1]);
const TWO = memory.data<f32>([2]);
const LOG2_E = memory.data<f32>([1.442695040888963]);
const LN_2 = memory.data<f32>([0.6931471805599453]);
const MINUS_LN_2 = memory.data<f32>([-0.6931471805599453]);
/** The same in two parts: n times the first is exact for every n in question. */
const MINUS_LN_2_HIGH = memory.data<f32>([-0.693145751953125]);
const MINUS_LN_2_LOW = memory.data<f32>([-1.428606765330187e-6]);
/** Adding 1.5 · 2²³ rounds to an integer and leaves it in the low bits of the number. */
const ROUNDER = memory.data<f32>([12582912]);
/** Below the first eˣ is no normal number, above the second it is infinite. */
const EXPONENTS = memory.data<f32>([-87.33, 88.8]);

/** 2ⁿ for the integer in the low bits of n + ROUNDER: built as an exponent, 2¹²⁸ is infinity. */
// @ts-ignore: decorator
@inline
function powerOf2(rounded: v128): v128 {
  return i32x4.add(i32x4.shl(rounded, 23), constant(ONE));
}

const EXPONENTIAL_TAIL = memory.data<f32>([
  0.4999999403953552, 0.1666652113199234, 0.04166838899254799, 0.008368710055947304, 0.001381461275741458
]);

/** (eʳ − 1 − r) / r² on |r| ≤ ½ ln 2, to 3e−9 of eʳ; in an order that waits least for what stands before. */
// @ts-ignore: decorator
@inline
function exponentialTail(r: v128, r2: v128): v128 {
  const low = multiplyAdd(constant(EXPONENTIAL_TAIL, 1), r, constant(EXPONENTIAL_TAIL, 0));
  const middle = multiplyAdd(constant(EXPONENTIAL_TAIL, 3), r, constant(EXPONENTIAL_TAIL, 2));
  return multiplyAdd(multiplyAdd(constant(EXPONENTIAL_TAIL, 4), r2, middle), r2, low);
}

/** eˣ = 2ⁿ eʳ with n = round(x / ln 2): 0 below the smallest normal number, infinity from 88.03. */
// @ts-ignore: decorator
@inline
export function exp(x: v128): v128 {
  // pmin and pmax with x first let NaN through
  const bounded = f32x4.pmin(f32x4.pmax(x, constant(EXPONENTS, 0)), constant(EXPONENTS, 1));
  const rounded = multiplyAdd(bounded, constant(LOG2_E), constant(ROUNDER));
  const n = f32x4.sub(rounded, constant(ROUNDER));
  const r = multiplyAdd(n, constant(MINUS_LN_2_LOW), multiplyAdd(n, constant(MINUS_LN_2_HIGH), bounded));
  const r2 = f32x4.mul(r, r);
  const power = multiplyAdd(r2, exponentialTail(r, r2), f32x4.add(r, constant(ONE)));
  return v128.andnot(f32x4.mul(power, powerOf2(rounded)), f32x4.lt(x, constant(EXPONENTS, 0)));
}

/**
 * eˣ − 1 = (2ⁿ − 1) + 2ⁿ (eʳ − 1), without cancellation near 0; for −87 ≤ x ≤ 88.
 * The error of n ln 2 in one part is relative to eˣ: it tells in large values only.
 */
// @ts-ignore: decorator
@inline
export function expm1(x: v128): v128 {
  const rounded = multiplyAdd(x, constant(LOG2_E), constant(ROUNDER));
  const r = multiplyAdd(f32x4.sub(rounded, constant(ROUNDER)), constant(MINUS_LN_2), x);
  const r2 = f32x4.mul(r, r);
  const power = powerOf2(rounded);
  const rest = multiplyAdd(r2, exponentialTail(r, r2), r);
  return multiplyAdd(power, rest, f32x4.sub(power, constant(ONE)));
}

const ARTANH = memory.data<f32>([0.3333320617675781, 0.20010849833488464, 0.13999570906162262, 0.14012229442596436]);

/** 2 artanh s = ln((1 + s) / (1 − s)) on |s| ≤ 1/3, to 5e−9 of it. */
// @ts-ignore: decorator
@inline
function twiceArtanh(s: v128): v128 {
  const y = f32x4.mul(s, s);
  let p = multiplyAdd(constant(ARTANH, 3), y, constant(ARTANH, 2));
  p = multiplyAdd(p, y, constant(ARTANH, 1));
  p = multiplyAdd(p, y, constant(ARTANH, 0));
  const twice = f32x4.add(s, s);
  return multiplyAdd(f32x4.mul(twice, y), p, twice);
}

/** ln(1 + u) for 0 ≤ u ≤ 1, without cancellation near 0. */
// @ts-ignore: decorator
@inline
export function log1p(u: v128): v128 {
  return twiceArtanh(f32x4.div(u, f32x4.add(u, constant(TWO))));
}

const TWO_THIRDS = memory.data<i32>([0x3f2aaaab]);

/** ln x for normal positive x: the exponent is taken off so that the rest lies in [⅔, 4⁄3). */
// @ts-ignore: decorator
@inline
export function log(x: v128): v128 {
  const exponent = i32x4.shr_s(i32x4.sub(x, constant(TWO_THIRDS)), 23);
  const rest = i32x4.sub(x, i32x4.shl(exponent, 23));
  const one = constant(ONE);
  const logarithm = twiceArtanh(f32x4.div(f32x4.sub(rest, one), f32x4.add(rest, one)));
  return multiplyAdd(f32x4.convert_i32x4_s(exponent), constant(LN_2), logarithm);
}

const SCALE = memory.data<f32>([0.3]);
const SCALED_TAIL = memory.data<f32>([
  0.11962638795375824, 0.12079835683107376, 0.0996374785900116, 0.12946924567222595,
  -0.05539394170045853, 0.20820671319961548, -0.15827608108520508, 0.03593175485730171
]);

/** Φ(−x) / e^(−x²/2), the tail of the normal distribution beside its density, for x ≥ 0: a polynomial in t = 1/(1 + 0.3x), to 1.3e−7. */
// @ts-ignore: decorator
@inline
export function scaledTail(x: v128): v128 {
  const t = f32x4.div(constant(ONE), multiplyAdd(x, constant(SCALE), constant(ONE)));
  let p = multiplyAdd(constant(SCALED_TAIL, 7), t, constant(SCALED_TAIL, 6));
  p = multiplyAdd(p, t, constant(SCALED_TAIL, 5));
  p = multiplyAdd(p, t, constant(SCALED_TAIL, 4));
  p = multiplyAdd(p, t, constant(SCALED_TAIL, 3));
  p = multiplyAdd(p, t, constant(SCALED_TAIL, 2));
  p = multiplyAdd(p, t, constant(SCALED_TAIL, 1));
  p = multiplyAdd(p, t, constant(SCALED_TAIL, 0));
  return f32x4.mul(p, t);
}
