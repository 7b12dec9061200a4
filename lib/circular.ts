// JavaScript's own sin and cos are left to the engine, and their last bits differ between Node and Chromium; its tan
// agrees.

/** The sine, from the tangent of half the angle: sin x = 2t / (1 + t²), t = tan(x/2). */
export function sine(x: number): number {
  const t = Math.tan(x / 2);
  return (2 * t) / (1 + t * t);
}

/** The cosine, from the tangent of half the angle: cos x = (1 − t²) / (1 + t²), t = tan(x/2). */
export function cosine(x: number): number {
  const t = Math.tan(x / 2);
  return ((1 - t) * (1 + t)) / (1 + t * t);
}
