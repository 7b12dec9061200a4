import type {Optimizer} from "./optimizer.js";

/** How many numbers an optimizer keeps for each parameter: 0 for gradient descent, 1 for momentum, 2 for Adam. */
export function numbersPerParameter<State>(optimizer: Optimizer<State>): number {
  const state = optimizer.init(1);
  return Object.values(state ?? {}).filter((part) => part instanceof Float64Array).length;
}
