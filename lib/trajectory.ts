import {checkEntries, checkInteger, checkKind} from "./checks.js";
import type {Optimizer} from "./optimizers/index.js";
import type {Objective, Vector} from "./types.js";

/** Where a descent went, step by step; a step whose numbers have left their range is not among them. */
export interface Trajectory {
  /** The parameters at steps 0, 1, 2 … */
  readonly points: readonly Vector[];
  /** The values there. */
  readonly values: readonly number[];
  /** The slopes there: |g|, the length of the gradient. */
  readonly slopes: readonly number[];
  /** The step at which a number left its range; null where none did. */
  readonly divergedAt: number | null;
}

/**
 * The way of an optimizer from a start over a number of steps: what `descend` tells, without gradients and states.
 *
 * It ends early where a value, a parameter or an entry of the gradient is no longer finite, and says so in `divergedAt`.
 *
 * @throws RangeError when the start is not finite or steps is not an integer of at least 0
 */
export function trajectory<State>(
  objective: Objective,
  optimizer: Optimizer<State>,
  start: ArrayLike<number>,
  steps: number
): Trajectory {
  checkKind("optimizer", optimizer, "update", "an optimizer");
  checkInteger({steps}, 0);
  checkEntries("start", start);
  const parameters = Float64Array.from(start);
  const state = optimizer.init(parameters.length);
  const [points, values, slopes]: [Vector[], number[], number[]] = [[], [], []];
  for (let step = 0; step <= steps; ++step) {
    const {value, gradient} = objective(parameters);
    if (!(Number.isFinite(value) && gradient.every(Number.isFinite) && parameters.every(Number.isFinite)))
      return {points, values, slopes, divergedAt: step};
    points.push(parameters.slice());
    values.push(value);
    slopes.push(length(gradient));
    optimizer.update(parameters, gradient, state);
  }
  return {points, values, slopes, divergedAt: null};
}

function length(vector: Vector): number {
  let sum = 0;
  for (let i = 0; i < vector.length; ++i) sum += vector[i] ** 2;
  // squares leave the range of numbers before their root does
  return sum > 0 && sum < Infinity ? Math.sqrt(sum) : Math.hypot(...vector);
}
