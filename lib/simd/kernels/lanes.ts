/** Bytes of a panel's row: 8 samples, two vectors of four lanes. A matrix of activations is a row of panels, each rows × 8. */
export const ROW: usize = 32;
/** Bytes of a vector of four lanes, and of one number. */
export const VECTOR: usize = 16;
export const FLOAT: usize = 4;

/** The number of samples with the last panel's padding. */
// @ts-ignore: decorator
@inline
export function padded(samples: i32): i32 {
  return (samples + 7) & ~7;
}

/** a · b + c on four lanes; one rounding where the machine has fused multiply-add, two elsewhere. */
// @ts-ignore: decorator
@inline
export function multiplyAdd(a: v128, b: v128, c: v128): v128 {
  return ASC_FEATURE_RELAXED_SIMD ? f32x4.relaxed_madd(a, b, c) : f32x4.add(f32x4.mul(a, b), c);
}

/**
 * Number i of a list of constants, in all four lanes. `memory.data<f32>([…])` puts such a list into memory, from where it
 * comes with one instruction; a constant within the code V8 makes anew wherever it is used, with three.
 */
// @ts-ignore: decorator
@inline
export function constant(list: usize, i: usize = 0): v128 {
  return v128.load32_splat(list + i * FLOAT);
}

/** The sum of four lanes. */
// @ts-ignore: decorator
@inline
export function sumLanes(v: v128): f32 {
  const pairs = f32x4.add(v, i32x4.shuffle(v, v, 2, 3, 0, 1));
  return f32x4.extract_lane(pairs, 0) + f32x4.extract_lane(pairs, 1);
}

/** The sums of the lanes of a, b, c and d. */
// @ts-ignore: decorator
@inline
export function sumsOfLanes(a: v128, b: v128, c: v128, d: v128): v128 {
  const ab = f32x4.add(i32x4.shuffle(a, b, 0, 4, 1, 5), i32x4.shuffle(a, b, 2, 6, 3, 7));
  const cd = f32x4.add(i32x4.shuffle(c, d, 0, 4, 1, 5), i32x4.shuffle(c, d, 2, 6, 3, 7));
  return f32x4.add(i64x2.shuffle(ab, cd, 0, 2), i64x2.shuffle(ab, cd, 1, 3));
}

/** Copies the first `count` of eight numbers, 1 to 7. */
// @ts-ignore: decorator
@inline
export function copySome(target: usize, source: usize, count: i32): void {
  if (count & 4) {
    v128.store(target, v128.load(source));
    target += 4 * FLOAT;
    source += 4 * FLOAT;
  }
  if (count & 2) {
    store<u64>(target, load<u64>(source));
    target += 2 * FLOAT;
    source += 2 * FLOAT;
  }
  if (count & 1) store<u32>(target, load<u32>(source));
}

/** Stores the first `count` of four lanes, 1 to 4. */
// @ts-ignore: decorator
@inline
export function storeSome(target: usize, v: v128, count: i32): void {
  if (count >= 4) return v128.store(target, v);
  if (count & 2) {
    v128.store64_lane(target, v, 0);
    target += 2 * FLOAT;
    v = i64x2.shuffle(v, v, 1, 1);
  }
  if (count & 1) v128.store32_lane(target, v, 0);
}

/** Four rows of four numbers become four columns: `target` + i · `targetStride` gets number i of each row. */
// @ts-ignore: decorator
@inline
export function transpose4(source: usize, sourceStride: usize, target: usize, targetStride: usize): void {
  const rows = sourceStride;
  transposeRows(source, source + rows, source + 2 * rows, source + 3 * rows, target, targetStride);
}

/** The same of rows that lie anywhere. */
// @ts-ignore: decorator
@inline
export function transposeRows(row0: usize, row1: usize, row2: usize, row3: usize, target: usize, targetStride: usize): void {
  const a = v128.load(row0);
  const b = v128.load(row1);
  const c = v128.load(row2);
  const d = v128.load(row3);
  const abLow = i32x4.shuffle(a, b, 0, 4, 1, 5);
  const cdLow = i32x4.shuffle(c, d, 0, 4, 1, 5);
  const abHigh = i32x4.shuffle(a, b, 2, 6, 3, 7);
  const cdHigh = i32x4.shuffle(c, d, 2, 6, 3, 7);
  v128.store(target, i64x2.shuffle(abLow, cdLow, 0, 2));
  v128.store(target + targetStride, i64x2.shuffle(abLow, cdLow, 1, 3));
  v128.store(target + 2 * targetStride, i64x2.shuffle(abHigh, cdHigh, 0, 2));
  v128.store(target + 3 * targetStride, i64x2.shuffle(abHigh, cdHigh, 1, 3));
}

/** An 8 × 8 block, its rows 32 bytes apart, transposed into another such block. */
export function transpose8(source: usize, target: usize): void {
  transpose4(source, ROW, target, ROW);
  transpose4(source + VECTOR, ROW, target + 4 * ROW, ROW);
  transpose4(source + 4 * ROW, ROW, target + VECTOR, ROW);
  transpose4(source + 4 * ROW + VECTOR, ROW, target + 4 * ROW + VECTOR, ROW);
}
