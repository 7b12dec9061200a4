import {checkFinite} from "../checks.js";
import {cosine, sine} from "../elementary.js";
import {type Surface, surface} from "./surface.js";

/**
 * A quadratic with curvatures a and b along axes turned by the angle θ = rotation, in radians:
 *
 *     f = ½ (a u² + b v²)        u = x cos θ + y sin θ,  v = −x sin θ + y cos θ
 *
 * With b = κa it is a ravine of condition number κ; with b < 0 < a, a saddle.
 *
 * @throws RangeError when a, b or rotation is not finite
 */
export function quadratic({a = 1, b = 1, rotation = 0} = {}): Surface {
  checkFinite({a, b, rotation});
  const [c, s] = [cosine(rotation), sine(rotation)];
  const axes = (x: number, y: number) => [c * x + s * y, c * y - s * x];
  const [xx, xy, yy] = [a * c * c + b * s * s, (a - b) * c * s, a * s * s + b * c * c];
  return surface({
    name: "quadratic",
    domain: [
      [-2, 2],
      [-2, 2]
    ],
    minima: Math.min(a, b) >= 0 ? [[0, 0]] : [],
    saddles: a * b < 0 ? [[0, 0]] : [],
    value: (x, y) => {
      const [u, v] = axes(x, y);
      return 0.5 * (a * u * u + b * v * v);
    },
    gradient: (x, y) => {
      const [u, v] = axes(x, y);
      return [a * u * c - b * v * s, a * u * s + b * v * c];
    },
    hessian: () => [xx, xy, yy]
  });
}
