import {checkFinite} from "../checks.js";
import {cosine, sine} from "../elementary.js";
import {type Point, type Surface, surface} from "./surface.js";

/** A point turned about the origin by an angle in radians. */
export function turned([x, y]: readonly [number, number], angle: number): Point {
  const [c, s] = [cosine(angle), sine(angle)];
  return [c * x - s * y, s * x + c * y];
}

/**
 * A surface turned about the origin by the angle θ, in radians, over the same domain:
 *
 *     f(p) = f₀(Rᵀp)        ∇f(p) = R ∇f₀(Rᵀp)        H(p) = R H₀(Rᵀp) Rᵀ
 *
 * @throws RangeError when θ is not finite
 */
export function rotated(plain: Surface, angle: number): Surface {
  checkFinite({angle});
  const [c, s] = [cosine(angle), sine(angle)];
  // the value of a point is asked for right after its gradient, and both are computed at once
  let [atX, atY, there] = [Number.NaN, Number.NaN, plain(new Float64Array(2))];
  const before = (x: number, y: number) => {
    if (x !== atX || y !== atY) {
      [atX, atY] = [x, y];
      there = plain(Float64Array.of(c * x + s * y, c * y - s * x));
    }
    return there;
  };
  return surface({
    name: plain.name,
    domain: plain.domain,
    minima: plain.minima.map((point) => turned(point, angle)),
    saddles: plain.saddles.map((point) => turned(point, angle)),
    value: (x, y) => before(x, y).value,
    gradient: (x, y) => {
      const {gradient} = before(x, y);
      const [u, v] = [gradient[0], gradient[1]];
      return [c * u - s * v, s * u + c * v];
    },
    hessian: (x, y) => {
      const [a, b, , d] = plain.hessian(Float64Array.of(c * x + s * y, c * y - s * x)).data;
      const mixed = 2 * b * c * s;
      return [
        a * c * c + d * s * s - mixed,
        (a - d) * c * s + b * (c * c - s * s),
        a * s * s + d * c * c + mixed
      ];
    }
  });
}
