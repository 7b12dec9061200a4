import {checkInteger, checkPositive, describe} from "../checks.js";
import type {Schedule, Vector} from "../types.js";

/**
 * A rule that moves parameters against a gradient: a pair of functions over an explicit state.
 *
 * `init(size)` makes the state before the first step; `update` moves `parameters` and `state` in place and
 * leaves `gradient` alone. A state is plain data, numbers and vectors, so `structuredClone(state)` is a checkpoint.
 * `options` tells the hyperparameters in force. The step t counts from 1.
 */
export interface Optimizer<State = unknown> {
  readonly name: string;
  readonly options?: Readonly<Record<string, unknown>>;
  init(size: number): State;
  update(parameters: Vector, gradient: Vector, state: State): void;
}

/** A learning rate: a positive number, or a schedule, which is asked for the rate at step t with t − 1. */
export type LearningRate = number | Schedule;

/** The state of every optimizer begins with t, the number of steps taken. */
export interface Steps {
  t: number;
}

/**
 * The learning rate at step t, counted from 1.
 *
 * @throws TypeError when it is neither a number nor a function, RangeError when it is not positive
 */
export function rateAt(learningRate: LearningRate): (t: number) => number {
  if (typeof learningRate === "function") return (t) => learningRate(t - 1);
  if (typeof learningRate !== "number")
    throw new TypeError(`learningRate must be a number or a schedule; got ${describe(learningRate)}`);
  checkPositive({learningRate});
  return () => learningRate;
}

/** a / b, and 0 where b is 0: a coordinate that has never had a gradient stays where it is. */
export const quotient = (a: number, b: number): number => (b === 0 ? 0 : a / b);

/**
 * A part of a state before the first step: one number for each parameter.
 *
 * @throws RangeError when there is no parameter
 */
export function filled(size: number, value = 0): Vector {
  checkInteger({size});
  return new Float64Array(size).fill(value);
}

/** The parts of a state, numbers and vectors by name, each mapped; a state without parts has none to map. */
export function mapState(state: unknown, f: (part: unknown, name: string) => unknown): unknown {
  if (typeof state !== "object" || state === null) return state;
  return Object.fromEntries(Object.entries(state).map(([name, part]) => [name, f(part, name)]));
}

/** A copy of a state that later steps leave alone. */
export function copyState<State>(state: State): State {
  const copy = mapState(state, (part) => (part instanceof Float64Array ? part.slice() : part));
  return copy as State; // the same names with the same kinds of parts
}
