import {eigen, eigenvalues} from "../../lib/eigen.js";
import type {Vector} from "../../lib/types.js";
import type {Cross} from "../../components/contour/eigenCross.js";
import type {Saddle} from "./saddles.js";

/** The smallest and the largest eigenvalue of the Hessian at a step. */
export interface Curvature {
  readonly step: number;
  readonly least: number;
  readonly most: number;
}

/** The curvatures along a path, at no more than `count` of its steps. */
export function curvatures({hessian}: Saddle, points: readonly Vector[], count = 120): Curvature[] {
  const every = Math.max(1, Math.ceil(points.length / count));
  return points
    .map((point, step) => ({point, step}))
    .filter(({step, point}) => step % every === 0 && point.every((w) => Math.abs(w) < 1e6))
    .map(({point, step}) => {
      const values = eigenvalues(hessian(point));
      return {step, least: values[0], most: values[values.length - 1]};
    });
}

/** The eigenvalues and eigenvectors at the saddle, in the plane that is drawn. */
export function crossOf({depth, hessian}: Saddle): Cross {
  const {values, vectors} = eigen(hessian(new Float64Array(depth)));
  const column = (k: number): readonly [number, number] => [vectors.data[k], vectors.data[depth + k]];
  return {at: [0, 0], values: [values[0] + 0, values[1] + 0], vectors: [column(0), column(1)]};
}
