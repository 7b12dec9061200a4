import type {Matrix, Objective, Vector} from "../types.js";

/** A point of the plane: x and y. */
export type Point = [number, number];

/**
 * An objective of two parameters (x, y) that can be drawn: f(p) gives value and gradient, f.hessian(p) the
 * 2 × 2 matrix of second derivatives. `domain` is the part worth seeing, x first. `minima` are the global ones;
 * `saddles` those that a picture of the domain should mark (the nearest to the minimum where there is a lattice of them).
 */
export interface Surface extends Objective {
  readonly name: string;
  readonly domain: [Point, Point];
  readonly minima: Point[];
  readonly saddles: Point[];
  hessian(p: Vector): Matrix;
}

interface Parts {
  name: string;
  domain: [Point, Point];
  minima?: Point[];
  saddles?: Point[];
  value: (x: number, y: number) => number;
  /** (∂f/∂x, ∂f/∂y) */
  gradient: (x: number, y: number) => Point;
  /** (∂²f/∂x², ∂²f/∂x∂y, ∂²f/∂y²) */
  hessian: (x: number, y: number) => [number, number, number];
}

/**
 * A surface from its formulas.
 *
 * @throws RangeError, when it is evaluated, for a point that has not two coordinates
 */
export function surface({name, domain, minima = [], saddles = [], value, gradient, hessian}: Parts): Surface {
  const coordinates = (p: Vector): Point => {
    if (p.length !== 2) throw new RangeError(`${name} takes 2 parameters; got ${p.length}`);
    return [p[0], p[1]];
  };
  const objective = (p: Vector) => {
    const [x, y] = coordinates(p);
    // + 0 makes −0 a plain 0
    const [gx, gy] = gradient(x, y);
    return {value: value(x, y), gradient: Float64Array.of(gx + 0, gy + 0)};
  };
  const matrixAt = (p: Vector): Matrix => {
    const [xx, xy, yy] = hessian(...coordinates(p));
    return {rows: 2, columns: 2, data: Float64Array.of(xx, xy, xy, yy)};
  };
  Object.defineProperty(objective, "name", {value: name});
  return Object.assign(objective, {domain, minima, saddles, hessian: matrixAt});
}
