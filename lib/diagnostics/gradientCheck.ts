import {checkEntries, checkFunction, checkPositive} from "../checks.js";
import type {Objective, Vector} from "../types.js";

/** How far a gradient g is from the central differences ĝ. */
export interface GradientCheck {
  /** ‖g − ĝ‖ / (‖g‖ + ‖ĝ‖), 0 where both are 0. */
  readonly relativeError: number;
  /** The coordinate in which the two differ most. */
  readonly worst: {readonly index: number; readonly gradient: number; readonly difference: number};
}

/**
 * Compares an objective's gradient g with central differences ĝ, in every parameter.
 *
 *     ĝᵢ = (J(θ + h eᵢ) − J(θ − h eᵢ)) / 2h
 *
 * The error of ĝ is of order h² from the curvature and 10⁻¹⁶ J / h from rounding; a right gradient stays below 10⁻⁷.
 * A gradient c times too large shows as |c − 1| / (c + 1).
 *
 * @throws RangeError when h is not positive or a parameter is not finite; TypeError when the objective is no function
 */
export function gradientCheck(objective: Objective, parameters: Vector, h = 1e-5): GradientCheck {
  checkFunction({objective}, "a function of the parameters");
  checkPositive({h});
  checkEntries("parameters", parameters);
  const {gradient} = objective(parameters);
  const differences = centralDifferences(objective, parameters, h);
  const off = differences.map((difference, i) => Math.abs(gradient[i] - difference));
  const index = off.reduce((worst, error, i) => (error > off[worst] ? i : worst), 0);
  return {
    relativeError: relativeError(gradient, differences),
    worst: {index, gradient: gradient[index], difference: differences[index]}
  };
}

/** How far two vectors are from each other: ‖a − b‖ / (‖a‖ + ‖b‖), 0 where both are 0. */
export function relativeError(a: Vector, b: Vector): number {
  const scale = norm(a) + norm(b);
  return scale === 0 ? 0 : norm(a.map((entry, i) => entry - b[i])) / scale;
}

/** The gradient of an objective by central differences: ĝᵢ = (J(θ + h eᵢ) − J(θ − h eᵢ)) / 2h. */
export function centralDifferences(objective: Objective, parameters: Vector, h = 1e-5): Vector {
  const moved = parameters.slice();
  const valueAt = (i: number, x: number) => {
    moved[i] = x;
    const {value} = objective(moved);
    moved[i] = parameters[i];
    return value;
  };
  return parameters.map((x, i) => (valueAt(i, x + h) - valueAt(i, x - h)) / (2 * h));
}

function norm(x: Vector): number {
  return Math.sqrt(x.reduce((sum, xi) => sum + xi * xi, 0));
}
