import {copySome, FLOAT, multiplyAdd, ROW, VECTOR} from "./lanes";

/** The most rows of a tile: V8 has 15 vector registers to give, and needs one more where a product and its sum are two instructions. */
const TALLEST: i32 = ASC_FEATURE_RELAXED_SIMD ? 6 : 5;

/** The height of the next tile when `rows` are left: as equal as they can be, none above TALLEST. */
// @ts-ignore: decorator
@inline
export function nextHeight(rows: i32): i32 {
  const tiles = (rows + TALLEST - 1) / TALLEST;
  return (rows + tiles - 1) / tiles;
}

/**
 * A tile of a matrix product, `height` rows × 8 columns, whose sums stay in registers:
 *
 *     C[r, s] = Σₖ S[k, r] · B[k, s]        r < height, s < 8, k < depth
 *
 * S holds `height` numbers for each k, B eight for each k, both without gaps; the rows of C are `stride` bytes apart.
 *
 * The speed of the engine is the speed of the loop in here, which is as V8 likes it: one k a turn, no loop around it
 * and no branch behind it. Otherwise it unrolls or reorders, runs out of registers, and takes twice the time.
 */
// @ts-ignore: decorator
@inline
function tile(height: i32, S: usize, B: usize, depth: i32, C: usize, stride: usize): void {
  let b0 = v128.load(B);
  let b1 = v128.load(B, VECTOR);
  let s = v128.load32_splat(S);
  let c00 = f32x4.mul(s, b0);
  let c01 = f32x4.mul(s, b1);
  let c10 = f32x4.splat(0);
  let c11 = f32x4.splat(0);
  let c20 = f32x4.splat(0);
  let c21 = f32x4.splat(0);
  let c30 = f32x4.splat(0);
  let c31 = f32x4.splat(0);
  let c40 = f32x4.splat(0);
  let c41 = f32x4.splat(0);
  let c50 = f32x4.splat(0);
  let c51 = f32x4.splat(0);
  if (height > 1) {
    s = v128.load32_splat(S, FLOAT);
    c10 = f32x4.mul(s, b0);
    c11 = f32x4.mul(s, b1);
  }
  if (height > 2) {
    s = v128.load32_splat(S, 2 * FLOAT);
    c20 = f32x4.mul(s, b0);
    c21 = f32x4.mul(s, b1);
  }
  if (height > 3) {
    s = v128.load32_splat(S, 3 * FLOAT);
    c30 = f32x4.mul(s, b0);
    c31 = f32x4.mul(s, b1);
  }
  if (height > 4) {
    s = v128.load32_splat(S, 4 * FLOAT);
    c40 = f32x4.mul(s, b0);
    c41 = f32x4.mul(s, b1);
  }
  if (height > 5) {
    s = v128.load32_splat(S, 5 * FLOAT);
    c50 = f32x4.mul(s, b0);
    c51 = f32x4.mul(s, b1);
  }
  const end = B + <usize>depth * ROW;
  B += ROW;
  S += <usize>height * FLOAT;
  while (B < end) {
    b0 = v128.load(B);
    b1 = v128.load(B, VECTOR);
    s = v128.load32_splat(S);
    c00 = multiplyAdd(s, b0, c00);
    c01 = multiplyAdd(s, b1, c01);
    if (height > 1) {
      s = v128.load32_splat(S, FLOAT);
      c10 = multiplyAdd(s, b0, c10);
      c11 = multiplyAdd(s, b1, c11);
    }
    if (height > 2) {
      s = v128.load32_splat(S, 2 * FLOAT);
      c20 = multiplyAdd(s, b0, c20);
      c21 = multiplyAdd(s, b1, c21);
    }
    if (height > 3) {
      s = v128.load32_splat(S, 3 * FLOAT);
      c30 = multiplyAdd(s, b0, c30);
      c31 = multiplyAdd(s, b1, c31);
    }
    if (height > 4) {
      s = v128.load32_splat(S, 4 * FLOAT);
      c40 = multiplyAdd(s, b0, c40);
      c41 = multiplyAdd(s, b1, c41);
    }
    if (height > 5) {
      s = v128.load32_splat(S, 5 * FLOAT);
      c50 = multiplyAdd(s, b0, c50);
      c51 = multiplyAdd(s, b1, c51);
    }
    B += ROW;
    S += <usize>height * FLOAT;
  }
  leave(C, c00, c01);
  if (height > 1) leave(C + stride, c10, c11);
  if (height > 2) leave(C + 2 * stride, c20, c21);
  if (height > 3) leave(C + 3 * stride, c30, c31);
  if (height > 4) leave(C + 4 * stride, c40, c41);
  if (height > 5) leave(C + 5 * stride, c50, c51);
}

// @ts-ignore: decorator
@inline
function leave(C: usize, low: v128, high: v128): void {
  v128.store(C, low);
  v128.store(C, high, VECTOR);
}

function tile1(S: usize, B: usize, depth: i32, C: usize, stride: usize): void {
  tile(1, S, B, depth, C, stride);
}

function tile2(S: usize, B: usize, depth: i32, C: usize, stride: usize): void {
  tile(2, S, B, depth, C, stride);
}

function tile3(S: usize, B: usize, depth: i32, C: usize, stride: usize): void {
  tile(3, S, B, depth, C, stride);
}

function tile4(S: usize, B: usize, depth: i32, C: usize, stride: usize): void {
  tile(4, S, B, depth, C, stride);
}

function tile5(S: usize, B: usize, depth: i32, C: usize, stride: usize): void {
  tile(5, S, B, depth, C, stride);
}

function tile6(S: usize, B: usize, depth: i32, C: usize, stride: usize): void {
  tile(6, S, B, depth, C, stride);
}

/**
 * A strip of tiles: S times one panel of 8 columns of B after the other, `panel` bytes apart; those of C are `step` apart.
 * Of a last panel with fewer columns only these are written. Behind S must be room for a tile.
 */
export function strip(
  height: i32, S: usize, B: usize, panel: usize, depth: i32, C: usize, step: usize, stride: usize, columns: i32
): void {
  for (; columns >= 8; columns -= 8) {
    anyTile(height, S, B, depth, C, stride);
    B += panel;
    C += step;
  }
  if (columns > 0) {
    const edge = S + <usize>(depth * height) * FLOAT;
    anyTile(height, S, B, depth, edge, ROW);
    for (let row: usize = 0; row < <usize>height; ++row) copySome(C + row * stride, edge + row * ROW, columns);
  }
}

// @ts-ignore: decorator
@inline
function anyTile(height: i32, S: usize, B: usize, depth: i32, C: usize, stride: usize): void {
  switch (height) {
    case 1: return tile1(S, B, depth, C, stride);
    case 2: return tile2(S, B, depth, C, stride);
    case 3: return tile3(S, B, depth, C, stride);
    case 4: return tile4(S, B, depth, C, stride);
    case 5: return tile5(S, B, depth, C, stride);
    default: tile6(S, B, depth, C, stride);
  }
}
