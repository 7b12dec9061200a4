import {checkEntries, checkInteger} from "../checks.js";
import type {Optimizer} from "../optimizers/index.js";
import type {Objective, Vector} from "../types.js";

export interface UntilOptions {
  readonly maximum?: number;
}

/**
 * How many steps an optimizer takes from a start until `isDone(parameters, value)` holds: `descend`, without its copies.
 *
 * Infinity where it never does: after the maximum of steps, or when the value has left the range of numbers.
 *
 * @throws RangeError when the start is not finite or the maximum not an integer of at least 0
 */
export function stepsUntil<State>(
  objective: Objective,
  optimizer: Optimizer<State>,
  start: ArrayLike<number>,
  isDone: (parameters: Vector, value: number) => boolean,
  {maximum = 10_000}: UntilOptions = {}
): number {
  checkInteger({maximum}, 0);
  checkEntries("start", start);
  const parameters = Float64Array.from(start);
  const state = optimizer.init(parameters.length);
  for (let step = 0; step <= maximum; ++step) {
    const {value, gradient} = objective(parameters);
    if (!Number.isFinite(value)) return Infinity;
    if (isDone(parameters, value)) return step;
    optimizer.update(parameters, gradient, state);
  }
  return Infinity;
}
