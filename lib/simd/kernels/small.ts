import {FLOAT, multiplyAdd, ROW, storeSome, sumsOfLanes, transposeRows, VECTOR} from "./lanes";
import {Layer} from "./layer";
import {sampleAt} from "./products";

// Few units: to turn a matrix would cost more than to multiply it.

/** Whether a layer is one of those. */
// @ts-ignore: decorator
@inline
export function isSmall(layer: Layer): bool {
  return layer.inputs <= 16 && layer.outputs <= 16;
}

/** Brings a batch's samples, rows of numbers, together in panels of 8 samples. */
export function gatherPanels(data: usize, stride: usize, order: usize, samples: i32, features: i32, panels: usize, panelStride: usize): void {
  for (let sample = 0; sample < samples; sample += 8) {
    gather4(data, stride, order, samples, sample, features, panels);
    gather4(data, stride, order, samples, sample + 4, features, panels + VECTOR);
    panels += panelStride;
  }
}

// @ts-ignore: decorator
@inline
function gather4(data: usize, stride: usize, order: usize, samples: i32, sample: i32, features: i32, target: usize): void {
  let row0 = sampleAt(data, stride, order, samples, sample);
  let row1 = sampleAt(data, stride, order, samples, sample + 1);
  let row2 = sampleAt(data, stride, order, samples, sample + 2);
  let row3 = sampleAt(data, stride, order, samples, sample + 3);
  for (let feature = 0; feature < features; feature += 4) {
    transposeRows(row0, row1, row2, row3, target, ROW);
    row0 += VECTOR;
    row1 += VECTOR;
    row2 += VECTOR;
    row3 += VECTOR;
    target += 4 * ROW;
  }
}

/** W A. */
export function smallForward(layer: Layer, samples: i32): void {
  const rowBytes = <usize>layer.inputs * FLOAT;
  sums(false, layer.weights, rowBytes, FLOAT, layer.input, layer.inputStride, layer.inputs, layer.output, layer.outputStride, layer.outputs, samples);
}

/** dZ⁽ˡ⁻¹⁾ = Wᵀ dZ * g′(Z⁽ˡ⁻¹⁾), in the place of g′(Z⁽ˡ⁻¹⁾). */
export function smallBackward(layer: Layer, below: Layer, samples: i32): void {
  const rowBytes = <usize>layer.inputs * FLOAT;
  sums(true, layer.weights, FLOAT, rowBytes, layer.slope, layer.outputStride, layer.outputs, below.slope, below.outputStride, layer.inputs, samples);
}

/**
 * C[r, s] = Σₖ W[r, k] · B[k, s], or that times what C was: a panel after the other, up to four rows at a time.
 * `across` are the bytes from one r to the next in W, `along` those from one k to the next.
 */
function sums(
  scales: bool, W: usize, across: usize, along: usize, B: usize, panel: usize, depth: i32, C: usize, step: usize, rows: i32, samples: i32
): void {
  for (; samples > 0; samples -= 8) {
    let w = W;
    let c = C;
    for (let left = rows; left > 0; ) {
      const height = left > 4 ? 3 : left;
      switch (height) {
        case 1: rowSums(1, scales, w, across, along, B, depth, c); break;
        case 2: rowSums(2, scales, w, across, along, B, depth, c); break;
        case 3: rowSums(3, scales, w, across, along, B, depth, c); break;
        default: rowSums(4, scales, w, across, along, B, depth, c);
      }
      w += <usize>height * across;
      c += <usize>height * ROW;
      left -= height;
    }
    B += panel;
    C += step;
  }
}

// @ts-ignore: decorator
@inline
function rowSums(height: i32, scales: bool, W: usize, across: usize, along: usize, B: usize, depth: i32, C: usize): void {
  let c00 = f32x4.splat(0);
  let c01 = f32x4.splat(0);
  let c10 = f32x4.splat(0);
  let c11 = f32x4.splat(0);
  let c20 = f32x4.splat(0);
  let c21 = f32x4.splat(0);
  let c30 = f32x4.splat(0);
  let c31 = f32x4.splat(0);
  for (const end = B + <usize>depth * ROW; B < end; B += ROW) {
    const b0 = v128.load(B);
    const b1 = v128.load(B, VECTOR);
    let w = v128.load32_splat(W);
    c00 = multiplyAdd(w, b0, c00);
    c01 = multiplyAdd(w, b1, c01);
    if (height > 1) {
      w = v128.load32_splat(W + across);
      c10 = multiplyAdd(w, b0, c10);
      c11 = multiplyAdd(w, b1, c11);
    }
    if (height > 2) {
      w = v128.load32_splat(W + 2 * across);
      c20 = multiplyAdd(w, b0, c20);
      c21 = multiplyAdd(w, b1, c21);
    }
    if (height > 3) {
      w = v128.load32_splat(W + 3 * across);
      c30 = multiplyAdd(w, b0, c30);
      c31 = multiplyAdd(w, b1, c31);
    }
    W += along;
  }
  leave(scales, C, c00, c01);
  if (height > 1) leave(scales, C + ROW, c10, c11);
  if (height > 2) leave(scales, C + 2 * ROW, c20, c21);
  if (height > 3) leave(scales, C + 3 * ROW, c30, c31);
}

// @ts-ignore: decorator
@inline
function leave(scales: bool, C: usize, low: v128, high: v128): void {
  v128.store(C, scales ? f32x4.mul(low, v128.load(C)) : low);
  v128.store(C, scales ? f32x4.mul(high, v128.load(C, VECTOR)) : high, VECTOR);
}

/** dW = dZ Aᵀ as products of rows, two rows of dZ and four of A at a time: along the samples both lie as a vector wants them. */
export function smallGradient(layer: Layer, samples: i32): void {
  const rowBytes = <usize>layer.inputs * FLOAT;
  let dZ = layer.slope;
  let dW = layer.weightsGradient;
  let left = layer.outputs;
  for (; left > 1; left -= 2) {
    products(2, layer, dZ, samples, dW, rowBytes);
    dZ += 2 * ROW;
    dW += 2 * rowBytes;
  }
  if (left > 0) products(1, layer, dZ, samples, dW, rowBytes);
}

// @ts-ignore: decorator
@inline
function products(height: i32, layer: Layer, dZ: usize, samples: i32, dW: usize, rowBytes: usize): void {
  let A = layer.input;
  for (let left = layer.inputs; left > 0; left -= 4) {
    let c00 = f32x4.splat(0);
    let c01 = f32x4.splat(0);
    let c02 = f32x4.splat(0);
    let c03 = f32x4.splat(0);
    let c10 = f32x4.splat(0);
    let c11 = f32x4.splat(0);
    let c12 = f32x4.splat(0);
    let c13 = f32x4.splat(0);
    let d = dZ;
    let a = A;
    for (let rest = samples; rest > 0; rest -= 8) {
      for (let half: usize = 0; half < ROW; half += VECTOR) {
        const d0 = v128.load(d + half);
        const a0 = v128.load(a + half);
        const a1 = v128.load(a + half, ROW);
        const a2 = v128.load(a + half, 2 * ROW);
        const a3 = v128.load(a + half, 3 * ROW);
        c00 = multiplyAdd(d0, a0, c00);
        c01 = multiplyAdd(d0, a1, c01);
        c02 = multiplyAdd(d0, a2, c02);
        c03 = multiplyAdd(d0, a3, c03);
        if (height > 1) {
          const d1 = v128.load(d + half, ROW);
          c10 = multiplyAdd(d1, a0, c10);
          c11 = multiplyAdd(d1, a1, c11);
          c12 = multiplyAdd(d1, a2, c12);
          c13 = multiplyAdd(d1, a3, c13);
        }
      }
      d += layer.outputStride;
      a += layer.inputStride;
    }
    storeSome(dW, sumsOfLanes(c00, c01, c02, c03), left);
    if (height > 1) storeSome(dW + rowBytes, sumsOfLanes(c10, c11, c12, c13), left);
    A += 4 * ROW;
    dW += VECTOR;
  }
}
