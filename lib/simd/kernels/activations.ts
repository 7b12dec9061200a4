import {exp, expm1, log1p, ONE, scaledTail} from "./functions";
import {constant, FLOAT, multiplyAdd, ROW, VECTOR} from "./lanes";
import {Layer} from "./layer";

// The order of `activationKinds` in plan.ts.
const IDENTITY: i32 = 0;
const SIGMOID: i32 = 1;
const TANH: i32 = 2;
const RELU: i32 = 3;
const LEAKY_RELU: i32 = 4;
const ELU: i32 = 5;
const GELU: i32 = 6;
const SILU: i32 = 7;
const SOFTPLUS: i32 = 8;

/** Z = W A + b from W A, then A = g(Z) in its place; g′(Z) where the backward pass will multiply by it. */
export function activate(layer: Layer, samples: i32): void {
  switch (layer.activation) {
    case IDENTITY: return identity(layer, samples);
    case SIGMOID: return sigmoid(layer, samples);
    case TANH: return tanh(layer, samples);
    case RELU: return relu(layer, samples);
    case LEAKY_RELU: return leakyRelu(layer, samples);
    case ELU: return elu(layer, samples);
    case GELU: return gelu(layer, samples);
    case SILU: return silu(layer, samples);
    case SOFTPLUS: return softplus(layer, samples);
  }
}

// A function each, so that the compiler cannot fold their loops into one that asks for the kind at every value.

function identity(layer: Layer, samples: i32): void {
  sweep(IDENTITY, layer, samples);
}

function sigmoid(layer: Layer, samples: i32): void {
  sweep(SIGMOID, layer, samples);
}

function tanh(layer: Layer, samples: i32): void {
  sweep(TANH, layer, samples);
}

function relu(layer: Layer, samples: i32): void {
  sweep(RELU, layer, samples);
}

function leakyRelu(layer: Layer, samples: i32): void {
  sweep(LEAKY_RELU, layer, samples);
}

function elu(layer: Layer, samples: i32): void {
  sweep(ELU, layer, samples);
}

function gelu(layer: Layer, samples: i32): void {
  sweep(GELU, layer, samples);
}

function silu(layer: Layer, samples: i32): void {
  sweep(SILU, layer, samples);
}

function softplus(layer: Layer, samples: i32): void {
  sweep(SOFTPLUS, layer, samples);
}

// @ts-ignore: decorator
@inline
function sweep(kind: i32, layer: Layer, samples: i32): void {
  const parameter = f32x4.splat(layer.parameter);
  let A = layer.output;
  let D = layer.slope;
  const rows = <usize>layer.outputs;
  for (let left = samples; left > 0; left -= 8) {
    for (let row: usize = 0; row < rows; ++row) {
      const b = v128.load32_splat(layer.bias + row * FLOAT);
      if (kind == TANH) applyTanh(b, A + row * ROW, D + row * ROW);
      else {
        apply(kind, b, A + row * ROW, D + row * ROW, parameter);
        apply(kind, b, A + row * ROW + VECTOR, D + row * ROW + VECTOR, parameter);
      }
    }
    A += layer.outputStride;
    D += layer.outputStride;
  }
}

// Beyond these: t + 2 is t, so that tanh is ±1, σ of what silu multiplies is 0, so are Φ and its density, and eˣ − 1 is −1.
const TANH_BOUNDS = memory.data<f32>([-9.2, 9.2]);
const SILU_BOUND = memory.data<f32>([-200]);
const GELU_BOUNDS = memory.data<f32>([-40, 40]);
const ELU_BOUND = memory.data<f32>([-87]);
const TWO = memory.data<f32>([2]);
const MINUS_HALF = memory.data<f32>([-0.5]);
const INVERSE_ROOT_2_PI = memory.data<f32>([0.3989422804014327]);

/** Eight values of tanh z = t / (t + 2) with t = e²ᶻ − 1, four beside four, as each step waits long for the one before. */
// @ts-ignore: decorator
@inline
function applyTanh(b: v128, A: usize, D: usize): void {
  const t0 = expm1(bounded2(f32x4.add(v128.load(A), b)));
  const t1 = expm1(bounded2(f32x4.add(v128.load(A, VECTOR), b)));
  const a0 = f32x4.div(t0, f32x4.add(t0, constant(TWO)));
  const a1 = f32x4.div(t1, f32x4.add(t1, constant(TWO)));
  const d0 = f32x4.sub(constant(ONE), f32x4.mul(a0, a0));
  const d1 = f32x4.sub(constant(ONE), f32x4.mul(a1, a1));
  v128.store(A, a0);
  v128.store(A, a1, VECTOR);
  v128.store(D, d0);
  v128.store(D, d1, VECTOR);
}

/** 2z, where it matters. */
// @ts-ignore: decorator
@inline
function bounded2(z: v128): v128 {
  const bounded = f32x4.pmin(f32x4.pmax(z, constant(TANH_BOUNDS, 0)), constant(TANH_BOUNDS, 1));
  return f32x4.add(bounded, bounded);
}

/** Four values. */
// @ts-ignore: decorator
@inline
function apply(kind: i32, b: v128, A: usize, D: usize, parameter: v128): void {
  const zero = f32x4.splat(0);
  const one = constant(ONE);
  const z = f32x4.add(v128.load(A), b);
  if (kind == IDENTITY) {
    v128.store(A, z);
    v128.store(D, one);
  } else if (kind == SIGMOID) {
    const e = exp(f32x4.neg(f32x4.abs(z)));
    const upper = f32x4.div(one, f32x4.add(one, e));
    const lower = f32x4.mul(e, upper);
    v128.store(A, v128.bitselect(lower, upper, f32x4.lt(z, zero)));
    v128.store(D, f32x4.mul(upper, lower));
  } else if (kind == RELU) {
    // z first, so that NaN stays
    v128.store(A, f32x4.pmax(z, zero));
    v128.store(D, v128.and(one, f32x4.gt(z, zero)));
  } else if (kind == LEAKY_RELU) {
    const slope = v128.bitselect(one, parameter, f32x4.gt(z, zero));
    v128.store(A, f32x4.mul(z, slope));
    v128.store(D, slope);
  } else if (kind == ELU) {
    const negative = f32x4.pmax(f32x4.pmin(z, zero), constant(ELU_BOUND));
    const below = f32x4.mul(parameter, expm1(negative));
    const positive = f32x4.gt(z, zero);
    v128.store(A, v128.bitselect(z, below, positive));
    v128.store(D, v128.bitselect(one, f32x4.add(below, parameter), positive));
  } else if (kind == GELU) {
    const size = f32x4.abs(z);
    const density = exp(f32x4.mul(f32x4.mul(z, z), constant(MINUS_HALF)));
    // infinity · 0 must not arise
    const tail = f32x4.mul(density, scaledTail(f32x4.pmin(size, constant(GELU_BOUNDS, 1))));
    const cumulative = v128.bitselect(tail, f32x4.sub(one, tail), f32x4.lt(z, zero));
    const bounded = f32x4.pmax(z, constant(GELU_BOUNDS, 0));
    v128.store(A, f32x4.mul(bounded, cumulative));
    const finite = f32x4.pmin(bounded, constant(GELU_BOUNDS, 1));
    v128.store(D, multiplyAdd(f32x4.mul(finite, constant(INVERSE_ROOT_2_PI)), density, cumulative));
  } else if (kind == SILU) {
    const e = exp(f32x4.neg(f32x4.abs(z)));
    const upper = f32x4.div(one, f32x4.add(one, e));
    const lower = f32x4.mul(e, upper);
    const negative = f32x4.lt(z, zero);
    const sigmoid = v128.bitselect(lower, upper, negative);
    const bounded = f32x4.pmax(z, constant(SILU_BOUND));
    const a = f32x4.mul(bounded, sigmoid);
    v128.store(A, a);
    v128.store(D, multiplyAdd(a, v128.bitselect(upper, lower, negative), sigmoid));
  } else if (kind == SOFTPLUS) {
    const e = exp(f32x4.neg(f32x4.abs(z)));
    const upper = f32x4.div(one, f32x4.add(one, e));
    v128.store(A, f32x4.add(f32x4.pmax(z, zero), log1p(e)));
    v128.store(D, v128.bitselect(f32x4.mul(e, upper), upper, f32x4.lt(z, zero)));
  }
}

/** dZ = dA * g′(Z): dA stands where A stood, dZ where g′(Z) stands. */
export function throughActivation(layer: Layer, samples: i32): void {
  let dA = layer.output;
  let dZ = layer.slope;
  const bytes = <usize>layer.outputs * ROW;
  for (let left = samples; left > 0; left -= 8) {
    for (let at: usize = 0; at < bytes; at += VECTOR)
      v128.store(dZ + at, f32x4.mul(v128.load(dA + at), v128.load(dZ + at)));
    dA += layer.outputStride;
    dZ += layer.outputStride;
  }
}
