import {multiplyAdd} from "../../lib/simd/kernels/lanes";

/**
 * The machine's peak: `turns` times c ← c · x + y for twelve vectors that stay in registers, each beside the others.
 * The factors are arguments, for V8 would make a constant anew at each use.
 */
export function peak(turns: i32, x: f32, y: f32): f32 {
  const a = f32x4.splat(x);
  const b = f32x4.splat(y);
  let c0 = f32x4.splat(0);
  let c1 = f32x4.splat(1);
  let c2 = f32x4.splat(2);
  let c3 = f32x4.splat(3);
  let c4 = f32x4.splat(4);
  let c5 = f32x4.splat(5);
  let c6 = f32x4.splat(6);
  let c7 = f32x4.splat(7);
  let c8 = f32x4.splat(8);
  let c9 = f32x4.splat(9);
  let c10 = f32x4.splat(10);
  let c11 = f32x4.splat(11);
  for (; turns > 0; --turns) {
    c0 = multiplyAdd(c0, a, b);
    c1 = multiplyAdd(c1, a, b);
    c2 = multiplyAdd(c2, a, b);
    c3 = multiplyAdd(c3, a, b);
    c4 = multiplyAdd(c4, a, b);
    c5 = multiplyAdd(c5, a, b);
    c6 = multiplyAdd(c6, a, b);
    c7 = multiplyAdd(c7, a, b);
    c8 = multiplyAdd(c8, a, b);
    c9 = multiplyAdd(c9, a, b);
    c10 = multiplyAdd(c10, a, b);
    c11 = multiplyAdd(c11, a, b);
  }
  let sum = f32x4.add(f32x4.add(f32x4.add(c0, c1), f32x4.add(c2, c3)), f32x4.add(f32x4.add(c4, c5), f32x4.add(c6, c7)));
  sum = f32x4.add(sum, f32x4.add(f32x4.add(c8, c9), f32x4.add(c10, c11)));
  return f32x4.extract_lane(sum, 0);
}
