import type {Vector} from "./types.js";

export interface Rotation {
  readonly cosine: number;
  readonly sine: number;
}

/**
 * Jacobi's rotation, which makes the symmetric [[app, apq], [apq, aqq]] diagonal, by the smaller of the two angles.
 */
export function rotationFor(app: number, aqq: number, apq: number): Rotation {
  const ζ = (aqq - app) / (2 * apq);
  const tangent = (ζ < 0 ? -1 : 1) / (Math.abs(ζ) + Math.sqrt(1 + ζ * ζ));
  const cosine = 1 / Math.sqrt(1 + tangent * tangent);
  return {cosine, sine: tangent * cosine};
}

/** Turns two lines of a matrix into each other: rows with the step 1 between entries, columns with the row's length. */
export function rotateLines(
  data: Vector,
  {cosine, sine}: Rotation,
  {p, q, step, length}: {p: number; q: number; step: number; length: number}
): void {
  for (let k = 0; k < length; ++k) {
    const x = data[p + k * step];
    const y = data[q + k * step];
    data[p + k * step] = cosine * x - sine * y;
    data[q + k * step] = sine * x + cosine * y;
  }
}

/**
 * Turns pairs of lines, each with each, sweep after sweep until nothing is left to turn; it yields after each line.
 * It is quadratic near the end: a handful of sweeps is the rule, and fifty only guard against endlessness.
 */
export function* sweeps(count: number, turn: (p: number, q: number) => boolean): Generator<void, void> {
  for (let sweeps = 0, turned = true; turned && sweeps < 50; ++sweeps) {
    turned = false;
    for (let p = 0; p < count; ++p) {
      for (let q = p + 1; q < count; ++q) turned = turn(p, q) || turned;
      yield;
    }
  }
}

/** All sweeps at once. */
export function sweep(count: number, turn: (p: number, q: number) => boolean): void {
  const turning = sweeps(count, turn);
  while (!turning.next().done);
}
