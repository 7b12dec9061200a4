import {conditionNumber} from "../../lib/diagnostics/conditionNumber.js";
import {inputHessian} from "../../lib/diagnostics/inputHessian.js";
import {eigenvalues} from "../../lib/eigen.js";
import type {Matrix, Objective} from "../../lib/types.js";

/** The cost of a linear unit over inputs X, seen from its minimum: J(d) = ½ dᵀ H d, with d = (w − w*, b − b*). */
export interface LinearUnit {
  readonly hessian: Matrix;
  readonly conditionNumber: number;
  /** The smallest and the largest curvature. */
  readonly curvatures: readonly [number, number];
  /** The rate at which gradient descent's worst direction shrinks fastest: 2 / (λ₁ + λₙ). */
  readonly bestRate: number;
  readonly objective: Objective;
  /** The cost over the plane of two of the parameters; the others stand at the minimum. */
  plane(i: number, j: number): (di: number, dj: number) => number;
}

export function linearUnit(X: Matrix, {bias}: {bias: boolean}): LinearUnit {
  const hessian = inputHessian(X, {bias});
  const {rows: n, data: H} = hessian;
  const values = eigenvalues(hessian);
  const [smallest, largest] = [Math.max(0, values[0]), values[n - 1]];
  return {
    hessian,
    conditionNumber: conditionNumber(hessian),
    curvatures: [smallest, largest],
    bestRate: 2 / (smallest + largest),
    objective(d) {
      const gradient = Float64Array.from({length: n}, (_, i) =>
        d.reduce((sum, dj, j) => sum + H[i * n + j] * dj, 0)
      );
      return {value: d.reduce((sum, di, i) => sum + di * gradient[i], 0) / 2, gradient};
    },
    plane: (i, j) => (di, dj) =>
      (H[i * n + i] * di * di + 2 * H[i * n + j] * di * dj + H[j * n + j] * dj * dj) / 2
  };
}
