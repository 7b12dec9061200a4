const calm = (): boolean => matchMedia("(prefers-reduced-motion: reduce)").matches;

/** Slow, fast, slow: cubic. */
const eased = (k: number): number => (k < 0.5 ? 4 * k ** 3 : 1 - 4 * (1 - k) ** 3);

/**
 * Draws the way from 0 to 1 in frames over some milliseconds; where the reader prefers less motion, only the end.
 * The function that comes back stops it.
 */
export function animate(duration: number, draw: (k: number) => void): () => void {
  if (calm()) {
    draw(1);
    return () => {};
  }
  const start = performance.now();
  let frame = requestAnimationFrame(function next(now) {
    const k = Math.min(1, Math.max(0, now - start) / duration);
    draw(eased(k));
    if (k < 1) frame = requestAnimationFrame(next);
  });
  return () => cancelAnimationFrame(frame);
}
