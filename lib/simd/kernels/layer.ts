/**
 * What the trainer tells the kernels of a layer, and where they find it. The trainer writes these fields,
 * in this order, four bytes each (`plan.ts`). Panels are 8 samples wide; a matrix of activations is a row of panels.
 */
// @ts-ignore: decorator
@unmanaged
export class Layer {
  /** n_{l−1} and n_l. */
  inputs: i32;
  outputs: i32;
  /** Which activation, and its slope or alpha. */
  activation: i32;
  parameter: f32;
  /** W row by row, b, and their derivatives. */
  weights: usize;
  bias: usize;
  weightsGradient: usize;
  biasGradient: usize;
  /** A⁽ˡ⁻¹⁾ in panels, the bytes from panel to panel, and A⁽ˡ⁻¹⁾ᵀ in panels of 8 features. */
  input: usize;
  inputStride: usize;
  inputTransposed: usize;
  /** Z⁽ˡ⁾, then A⁽ˡ⁾ in its place; g′(Z⁽ˡ⁾), then dZ⁽ˡ⁾ in its place; the bytes from panel to panel of both. */
  output: usize;
  slope: usize;
  outputStride: usize;
}

/** The same of the whole: `layers` of them follow it in memory. */
// @ts-ignore: decorator
@unmanaged
export class Plan {
  layers: i32;
  loss: i32;
  optimizer: i32;
  /** Parameters, gradient and the optimizer's two vectors, each `size` numbers, a multiple of 4. */
  size: i32;
  parameters: usize;
  gradient: usize;
  firstMoment: usize;
  secondMoment: usize;
  /** The samples, one a row, rows of `inputStride` and `targetStride` bytes, a multiple of 32. */
  inputs: usize;
  inputStride: usize;
  targets: usize;
  targetStride: usize;
  /** The batch's targets in panels. */
  target: usize;
  /** Room for a strip of weights or of dZ, and a tile. */
  scratch: usize;
  /** The one answer here: 1 when the last update has left every parameter finite. */
  finite: i32;
}
