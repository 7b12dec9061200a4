import type {Dataset} from "../../lib/datasets/dataset.js";
import {binaryCrossEntropy} from "../../lib/losses.js";
import {type Network, networkOver} from "../../lib/network.js";
import {adam} from "../../lib/optimizers/adam.js";
import {train} from "../../lib/train.js";
import type {Vector} from "../../lib/types.js";

/** A training that keeps where it has been. */
export interface Recording {
  /** The cost after 0, 1, 2 … epochs, as far as it has been trained. */
  readonly costs: readonly number[];
  /** A network of its own, which becomes what the trained one was after so many epochs, or the last that there is. */
  at(epoch: number): Network;
  /** The epoch at which the numbers left their range. */
  readonly divergedAt: number | null;
  /** Trains on for an epoch; false where there is nothing left to do. */
  advance(): boolean;
}

export interface RecordingOptions {
  readonly network: Network;
  readonly data: Dataset;
  readonly learningRate: number;
  readonly epochs: number;
}

/** Trains a network with Adam on all samples at once, in single precision, as far as it is asked to. */
export function recording({network, data, learningRate, epochs}: RecordingOptions): Recording {
  const parameters: Vector[] = [network.parameters.slice()];
  const costs: number[] = [];
  const shown = networkOver(
    network.parameters.slice(),
    network.sizes,
    network.layers.map(({activation}) => activation)
  );
  // the cost of an update is that before it: one more gives the cost at the end
  const updates = train({
    network,
    ...data,
    loss: binaryCrossEntropy,
    optimizer: adam({learningRate}),
    epochs: epochs + 1,
    precision: "single"
  });
  let divergedAt: number | null = null;
  return {
    costs,
    at(epoch) {
      shown.parameters.set(parameters[Math.min(epoch, parameters.length - 1)]);
      return shown;
    },
    get divergedAt() {
      return divergedAt;
    },
    advance() {
      const {value, done} = updates.next();
      if (done) return false;
      costs.push(value.cost);
      if (value.diverged) divergedAt = costs.length;
      else parameters.push(network.parameters.slice());
      return !value.diverged && costs.length <= epochs;
    }
  };
}

const isRunning = ({divergedAt}: Recording): boolean => divergedAt === null;

/** The epoch that all recordings have reached, or would have if they had not diverged. */
export const commonEpoch = (recordings: readonly Recording[]): number =>
  Math.max(0, Math.min(...recordings.filter(isRunning).map(({costs}) => costs.length - 1)));

/** Milliseconds of training in a frame, so that the page can answer and draw in the rest. */
const slice = 7;

/** Trains recordings up to an epoch, a slice a frame; gives the epoch that they have reached, again and again. */
export function* reached(recordings: readonly Recording[], epoch: number): Generator<number, void> {
  const behind = (): Recording[] => recordings.filter((one) => isRunning(one) && one.costs.length <= epoch);
  for (;;) {
    for (const end = performance.now() + slice; behind().length && performance.now() < end; )
      for (const one of behind()) one.advance();
    yield Math.min(epoch, commonEpoch(recordings));
    if (!behind().length) return;
  }
}
