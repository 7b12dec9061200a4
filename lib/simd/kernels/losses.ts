import {exp, log, log1p} from "./functions";
import {multiplyAdd, ROW, VECTOR} from "./lanes";
import {Layer} from "./layer";

// The order of `lossKinds` in plan.ts.
const MEAN_SQUARED_ERROR: i32 = 0;
const BINARY_CROSS_ENTROPY: i32 = 1;
const SIGMOID_CROSS_ENTROPY: i32 = 2;
const SOFTMAX_CROSS_ENTROPY: i32 = 3;

/** Below this a probability counts as this: the smallest normal number, as logarithms need one. */
const SMALLEST: f32 = 1.1754943508222875e-38;

/** The sum of the samples' losses; dZ / m of the last layer, 0 for the padding samples. */
export function lossAndDerivative(kind: i32, layer: Layer, target: usize, samples: i32): f64 {
  let cost: f64 = 0;
  let A = layer.output;
  let dZ = layer.slope;
  const stride = layer.outputStride;
  const share = f32x4.splat(<f32>1 / <f32>samples);
  for (let left = samples; left > 0; left -= 8) {
    for (let half: usize = 0; half < ROW; half += VECTOR) {
      const mask = present(left - <i32>(half >> 2));
      const weight = v128.and(mask, share);
      const loss = v128.and(mask, column(kind, A + half, target + half, dZ + half, layer.outputs, weight));
      const sums = f64x2.add(f64x2.promote_low_f32x4(loss), f64x2.promote_low_f32x4(i64x2.shuffle(loss, loss, 1, 1)));
      cost += f64x2.extract_lane(sums, 0) + f64x2.extract_lane(sums, 1);
    }
    A += stride;
    dZ += stride;
    target += stride;
  }
  return cost;
}

/** Ones in the lanes of samples that exist, when `left` are left. */
// @ts-ignore: decorator
@inline
function present(left: i32): v128 {
  return i32x4.gt_s(i32x4.splat(left), i32x4(0, 1, 2, 3));
}

// @ts-ignore: decorator
@inline
function column(kind: i32, A: usize, Y: usize, dZ: usize, outputs: i32, weight: v128): v128 {
  if (kind == SOFTMAX_CROSS_ENTROPY) return softmaxColumn(A, Y, dZ, outputs, weight);
  let loss = f32x4.splat(0);
  for (let row: usize = 0; row < <usize>outputs * ROW; row += ROW) {
    const a = v128.load(A + row);
    const y = v128.load(Y + row);
    let derivative: v128;
    if (kind == MEAN_SQUARED_ERROR) {
      const difference = f32x4.sub(a, y);
      const inverse = f32x4.splat(<f32>1 / <f32>outputs);
      loss = multiplyAdd(f32x4.mul(difference, difference), inverse, loss);
      derivative = f32x4.mul(f32x4.add(difference, difference), inverse);
    } else if (kind == BINARY_CROSS_ENTROPY) {
      const one = f32x4.splat(1);
      const p = probability(a);
      const q = probability(f32x4.sub(one, a));
      const z = f32x4.sub(one, y);
      loss = f32x4.sub(loss, multiplyAdd(y, boundedLog(p), f32x4.mul(z, boundedLog(q))));
      derivative = f32x4.sub(f32x4.div(z, q), f32x4.div(y, p));
    } else {
      // a is the logit: ln(1 + eᵃ) − y a, and σ(a) − y
      const one = f32x4.splat(1);
      const e = exp(f32x4.neg(f32x4.abs(a)));
      const upper = f32x4.div(one, f32x4.add(one, e));
      const sigmoid = v128.bitselect(f32x4.mul(e, upper), upper, f32x4.lt(a, f32x4.splat(0)));
      loss = f32x4.add(loss, f32x4.add(f32x4.sub(f32x4.pmax(a, f32x4.splat(0)), f32x4.mul(a, y)), log1p(e)));
      derivative = f32x4.sub(sigmoid, y);
    }
    v128.store(dZ + row, f32x4.mul(f32x4.mul(derivative, weight), v128.load(dZ + row)));
  }
  return loss;
}

/** At least the smallest normal number; NaN for what is below 0 or NaN, so that it shows. */
// @ts-ignore: decorator
@inline
function probability(p: v128): v128 {
  return v128.or(f32x4.pmax(p, f32x4.splat(SMALLEST)), f32x4.lt(p, f32x4.splat(0)));
}

/** ln p, and −100 where p counts as 0. */
// @ts-ignore: decorator
@inline
function boundedLog(p: v128): v128 {
  const logarithm = v128.bitselect(f32x4.splat(-100), log(p), f32x4.eq(p, f32x4.splat(SMALLEST)));
  return v128.or(logarithm, f32x4.ne(p, p));
}

/** Σ y (ln Σ eᵃ − a) = Σ y (ln Σ e^(a − max) − (a − max)), and softmax(a) − y. */
function softmaxColumn(A: usize, Y: usize, dZ: usize, outputs: i32, weight: v128): v128 {
  const bytes = <usize>outputs * ROW;
  let largest = v128.load(A);
  for (let row: usize = ROW; row < bytes; row += ROW) largest = f32x4.pmax(v128.load(A + row), largest);
  let sum = f32x4.splat(0);
  for (let row: usize = 0; row < bytes; row += ROW) sum = f32x4.add(sum, exp(f32x4.sub(v128.load(A + row), largest)));
  const logarithm = log(sum);
  const inverse = f32x4.div(f32x4.splat(1), sum);
  let loss = f32x4.splat(0);
  for (let row: usize = 0; row < bytes; row += ROW) {
    const a = f32x4.sub(v128.load(A + row), largest);
    const y = v128.load(Y + row);
    loss = multiplyAdd(y, f32x4.sub(logarithm, a), loss);
    const derivative = f32x4.sub(f32x4.mul(exp(a), inverse), y);
    v128.store(dZ + row, f32x4.mul(f32x4.mul(derivative, weight), v128.load(dZ + row)));
  }
  return loss;
}
