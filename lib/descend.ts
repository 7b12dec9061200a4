import {checkEntries, checkFunction, checkInteger, checkKind, describe} from "./checks.js";
import type {Optimizer} from "./optimizers/index.js";
import {copyState} from "./optimizers/optimizer.js";
import type {Objective, Vector} from "./types.js";

/** Where a descent stands after `step` updates: copies of its own, which later steps leave alone. */
export interface Step<State = unknown> {
  readonly step: number;
  readonly parameters: Vector;
  readonly value: number;
  readonly gradient: Vector;
  readonly state: State;
  /** True when the value, or an entry of the parameters or the gradient, is no longer finite. No step follows. */
  readonly diverged: boolean;
}

/**
 * The descent of an optimizer on an objective, step by step and without end; step 0 is the start.
 *
 * Where the numbers leave their range the step says `diverged` and is the last one.
 *
 * @throws TypeError when objective, optimizer or start are of another kind; RangeError when the start is empty or not
 *   finite, or the gradient there has another length
 */
export function descend<State>(
  objective: Objective,
  optimizer: Optimizer<State>,
  start: ArrayLike<number>
): Generator<Step<State>, void> {
  checkFunction({objective}, "a function of the parameters");
  checkKind("optimizer", optimizer, "update", "an optimizer");
  if (typeof start?.length !== "number")
    throw new TypeError(`start must be a list of numbers; got ${describe(start)}`);
  const parameters = Float64Array.from(start);
  checkInteger({"start.length": parameters.length});
  checkEntries("start", parameters);
  const first = objective(parameters);
  const {length} = first.gradient;
  if (length !== parameters.length)
    throw new RangeError(`start must have ${length} entries, as the gradient; got ${parameters.length}`);
  return steps(objective, optimizer, parameters, first);
}

function* steps<State>(
  objective: Objective,
  optimizer: Optimizer<State>,
  parameters: Vector,
  {value, gradient}: ReturnType<Objective>
): Generator<Step<State>, void> {
  const state = optimizer.init(parameters.length);
  for (let step = 0; ; ++step) {
    const diverged = !(
      Number.isFinite(value) &&
      parameters.every(Number.isFinite) &&
      gradient.every(Number.isFinite)
    );
    yield {
      step,
      parameters: parameters.slice(),
      value,
      gradient: gradient.slice(),
      state: copyState(state),
      diverged
    };
    if (diverged) return;
    optimizer.update(parameters, gradient, state);
    ({value, gradient} = objective(parameters));
  }
}
