import type {Vector} from "../../lib/types.js";

/** The derivative of f at x by the five-point central difference, whose error is h⁴ f⁽⁵⁾/30. */
export function slope(f: (x: number) => number, x: number, h = 1e-3): number {
  return (8 * (f(x + h) - f(x - h)) - (f(x + 2 * h) - f(x - 2 * h))) / (12 * h);
}

/** The gradient of f at x, one `slope` a coordinate. */
export function slopes(f: (x: Vector) => number, x: Vector, h = 1e-3): Vector {
  return x.map((_, i) => slope((value) => f(x.map((other, k) => (k === i ? value : other))), x[i], h));
}
