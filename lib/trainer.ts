import type {Loss} from "./losses.js";
import {selectColumns} from "./matrix.js";
import type {Network} from "./network.js";
import type {Optimizer} from "./optimizers/index.js";
import type {Matrix} from "./types.js";

/** What a trainer works on: it may keep copies, and is the only one to move network and state while it works. */
export interface Task<State> {
  readonly network: Network;
  readonly loss: Loss;
  readonly X: Matrix;
  readonly Y: Matrix;
  readonly optimizer: Optimizer<State>;
  readonly state: State;
  readonly batchSize: number;
}

/** The seam between training and the precision in which it computes. */
export interface Trainer {
  /** Takes the order in which the batches to come go through the samples. */
  arrange(order: Uint32Array): void;
  /** One update with `count` samples of that order from `first` on; the answer is their mean cost before it. */
  step(first: number, count: number): number;
  /** Whether all parameters are finite. */
  isFinite(): boolean;
  /** Brings the network's parameters and the optimizer's state up to date, where the trainer keeps its own. */
  publish(): void;
}

/** The trainer in double precision: the network itself, its backward pass and the optimizer. */
export function doubleTrainer<State>({network, loss, X, Y, optimizer, state}: Task<State>): Trainer {
  const {parameters} = network;
  let order: Uint32Array;
  return {
    arrange(given) {
      order = given;
    },
    step(first, count) {
      const batch = order.subarray(first, first + count);
      const [x, y] = [selectColumns(X, batch), selectColumns(Y, batch)];
      const {cost, gradient} = network.backward(x, y, loss, network.forward(x));
      optimizer.update(parameters, gradient, state);
      return cost;
    },
    isFinite: () => parameters.every(Number.isFinite),
    publish() {}
  };
}
