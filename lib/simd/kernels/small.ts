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
