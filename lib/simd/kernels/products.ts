import {FLOAT, padded, ROW, sumLanes, transpose4, transpose8, VECTOR} from "./lanes";
import {Layer} from "./layer";
import {nextHeight, strip} from "./tile";

/** W A, a strip of W at a time: the strip is turned to stand in `scratch` as the innermost loop reads it. */
export function forward(layer: Layer, samples: i32, scratch: usize): void {
  const depth = layer.inputs;
  const rowBytes = <usize>depth * FLOAT;
  let W = layer.weights;
  let Z = layer.output;
  for (let left = layer.outputs; left > 0; ) {
    const height = nextHeight(left);
    turn(W, rowBytes, depth, height, scratch);
    strip(height, scratch, layer.input, layer.inputStride, depth, Z, layer.outputStride, ROW, padded(samples));
    W += <usize>height * rowBytes;
    Z += <usize>height * ROW;
    left -= height;
  }
}

/** dA⁽ˡ⁻¹⁾ = Wᵀ dZ, a strip of Wᵀ at a time, in the place of A⁽ˡ⁻¹⁾. */
export function backward(layer: Layer, samples: i32, scratch: usize): void {
  const rowBytes = <usize>layer.inputs * FLOAT;
  let W = layer.weights;
  let dA = layer.input;
  for (let left = layer.inputs; left > 0; ) {
    const height = nextHeight(left);
    collect(W, rowBytes, layer.outputs, height, scratch);
    strip(height, scratch, layer.slope, layer.outputStride, layer.outputs, dA, layer.inputStride, ROW, padded(samples));
    W += <usize>height * FLOAT;
    dA += <usize>height * ROW;
    left -= height;
  }
}

/** dW = dZ Aᵀ, of which `transposePanels` has made Aᵀ, a strip of dZ at a time. dZ carries the 1/m. */
export function gradient(layer: Layer, samples: i32, scratch: usize): void {
  const rowBytes = <usize>layer.inputs * FLOAT;
  const panel = <usize>padded(samples) * ROW;
  let dZ = layer.slope;
  let dW = layer.weightsGradient;
  for (let left = layer.outputs; left > 0; ) {
    const height = nextHeight(left);
    turnPanels(dZ, layer.outputStride, samples, height, scratch);
    strip(height, scratch, layer.inputTransposed, panel, samples, dW, ROW, rowBytes, layer.inputs);
    dZ += <usize>height * ROW;
    dW += <usize>height * rowBytes;
    left -= height;
  }
}

/** db = Σ columns of dZ. */
export function biasGradient(layer: Layer, samples: i32): void {
  const stride = layer.outputStride;
  for (let row: usize = 0; row < <usize>layer.outputs; ++row) {
    let sums = f32x4.splat(0);
    let at = layer.slope + row * ROW;
    for (let left = samples; left > 0; left -= 8) {
      sums = f32x4.add(sums, f32x4.add(v128.load(at), v128.load(at, VECTOR)));
      at += stride;
    }
    store<f32>(layer.biasGradient + row * FLOAT, sumLanes(sums));
  }
}

/** `height` rows of `depth` numbers, turned: `height` numbers for each of `depth`. May write 3 · height numbers more. */
function turn(source: usize, rowBytes: usize, depth: i32, height: i32, target: usize): void {
  const next = <usize>height * FLOAT;
  let row = 0;
  if (height >= 4) {
    for (let k = 0; k < depth; k += 4) transpose4(source + <usize>k * FLOAT, rowBytes, target + <usize>k * next, next);
    row = 4;
  }
  for (; row < height; ++row) {
    let from = source + <usize>row * rowBytes;
    let to = target + <usize>row * FLOAT;
    for (const end = from + <usize>depth * FLOAT; from < end; from += FLOAT) {
      store<f32>(to, load<f32>(from));
      to += next;
    }
  }
}

/** The same from rows that lie in panels. */
function turnPanels(source: usize, panelStride: usize, samples: i32, height: i32, target: usize): void {
  for (let sample = 0; sample < samples; sample += 8) {
    turn(source, ROW, 8, height, target);
    source += panelStride;
    target += <usize>height * ROW;
  }
}

/** `height` neighbours of each row, one after the other. */
function collect(source: usize, rowBytes: usize, rows: i32, height: i32, target: usize): void {
  for (let row = 0; row < rows; ++row) {
    for (let i: usize = 0; i < <usize>height * FLOAT; i += FLOAT) store<f32>(target + i, load<f32>(source + i));
    source += rowBytes;
    target += <usize>height * FLOAT;
  }
}

/** Brings a batch's samples, rows of numbers, together: in panels of 8 features, and from these in panels of 8 samples. */
export function gather(data: usize, stride: usize, order: usize, samples: i32, transposed: usize, panels: usize, panelStride: usize): void {
  for (let sample = 0; sample < samples; sample += 8) {
    let block = transposed;
    let panel = panels;
    for (let feature: usize = 0; feature < stride; feature += ROW) {
      for (let i = 0; i < 8; ++i) {
        const from = sampleAt(data, stride, order, samples, sample + i) + feature;
        const to = block + <usize>i * ROW;
        v128.store(to, v128.load(from));
        v128.store(to, v128.load(from, VECTOR), VECTOR);
      }
      transpose8(block, panel);
      block += <usize>padded(samples) * ROW;
      panel += 8 * ROW;
    }
    transposed += 8 * ROW;
    panels += panelStride;
  }
}

/** Where a sample of the batch lies; padding repeats the last, so that it is as finite as the data. */
// @ts-ignore: decorator
@inline
export function sampleAt(data: usize, stride: usize, order: usize, samples: i32, sample: i32): usize {
  return data + <usize>load<u32>(order + <usize>min(sample, samples - 1) * 4) * stride;
}

/** Aᵀ in panels of 8 features from A in panels of 8 samples. */
export function transposePanels(layer: Layer, samples: i32): void {
  let source = layer.input;
  let target = layer.inputTransposed;
  for (let sample = 0; sample < samples; sample += 8) {
    let from = source;
    let to = target;
    for (let feature = 0; feature < layer.inputs; feature += 8) {
      transpose8(from, to);
      from += 8 * ROW;
      to += <usize>padded(samples) * ROW;
    }
    source += layer.inputStride;
    target += 8 * ROW;
  }
}
