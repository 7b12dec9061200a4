import {cosine, exp, sine} from "../elementary.js";
import {surface} from "./surface.js";

const τ = 2 * Math.PI;
const e = exp(1);
const rim = 0.6257806168564638;

/** The two parts of Ackley's function that its derivatives repeat. */
const parts = (x: number, y: number) => {
  const r = Math.sqrt(x * x + y * y);
  const cone = 20 * exp(-0.2 * Math.SQRT1_2 * r);
  return {r, cone, waves: exp(0.5 * (cosine(τ * x) + cosine(τ * y)))};
};

/**
 * Ackley's function, a funnel in a field of pits: f = −20 e^(−0.2 √((x² + y²)/2)) − e^((cos 2πx + cos 2πy)/2) + e + 20.
 *
 * At its minimum it is the tip of a cone: there the gradient counts as 0, and the curvature is infinite (Ackley 1987).
 */
export const ackley = surface({
  name: "ackley",
  domain: [
    [-5, 5],
    [-5, 5]
  ],
  minima: [[0, 0]],
  saddles: [
    [rim, 0],
    [-rim, 0],
    [0, rim],
    [0, -rim]
  ],
  value: (x, y) => {
    const {cone, waves} = parts(x, y);
    return 20 - cone + (e - waves);
  },
  gradient: (x, y) => {
    const {r, cone, waves} = parts(x, y);
    if (r === 0) return [0, 0];
    const c = (0.2 * Math.SQRT1_2 * cone) / r;
    const w = 0.5 * τ * waves;
    return [c * x + w * sine(τ * x), c * y + w * sine(τ * y)];
  },
  hessian: (x, y) => {
    const {r, cone, waves} = parts(x, y);
    if (r === 0) return [Infinity, 0, Infinity];
    const k = 0.2 * Math.SQRT1_2;
    const c = (k * cone) / r;
    const radial = (c * (k + 1 / r)) / r;
    const [sx, sy, w] = [sine(τ * x), sine(τ * y), 0.5 * τ * τ * waves];
    return [
      c - radial * x * x + w * (cosine(τ * x) - 0.5 * sx * sx),
      -radial * x * y - 0.5 * w * sx * sy,
      c - radial * y * y + w * (cosine(τ * y) - 0.5 * sy * sy)
    ];
  }
});
