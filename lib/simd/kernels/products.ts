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

/** Brings a batch's samples, rows of numbers, together: panels of 8 features first, then panels of 8 samples from them. */
export function gather(data: usize, stride: usize, order: usize, samples: i32, transposed: usize, panels: usize, panelStride: usize): void {
  for (let sample = 0; sample < padded(samples); ++sample) {
    // padding repeats the last sample, so that it is as finite as the data
    const at = min(sample, samples - 1);
    const from = data + <usize>load<u32>(order + <usize>at * 4) * stride;
    let to = transposed + <usize>sample * ROW;
    for (let feature: usize = 0; feature < stride; feature += ROW) {
      v128.store(to, v128.load(from + feature));
      v128.store(to, v128.load(from + feature, VECTOR), VECTOR);
      to += <usize>padded(samples) * ROW;
    }
  }
  transposeBlocks(transposed, ROW * 8, <usize>padded(samples) * ROW, panels, panelStride, 8 * ROW, padded(samples), stride);
}

/** Aᵀ in panels of 8 features from A in panels of 8 samples. */
export function transposePanels(layer: Layer, samples: i32): void {
  const rows = (<usize>layer.inputs * FLOAT + ROW - 1) & ~(ROW - 1);
  transposeBlocks(layer.input, layer.inputStride, 8 * ROW, layer.inputTransposed, 8 * ROW, <usize>padded(samples) * ROW, padded(samples), rows);
}

/** All blocks of 8 × 8: one step apart for each 8 samples, another for each 8 features. */
// @ts-ignore: decorator
@inline
function transposeBlocks(
  source: usize, sourceStep: usize, sourceFeatures: usize,
  target: usize, targetStep: usize, targetFeatures: usize, samples: i32, featureBytes: usize
): void {
  for (let sample = 0; sample < samples; sample += 8) {
    let from = source;
    let to = target;
    for (let feature: usize = 0; feature < featureBytes; feature += ROW) {
      transpose8(from, to);
      from += sourceFeatures;
      to += targetFeatures;
    }
    source += sourceStep;
    target += targetStep;
  }
}
