import type {TrainingTask} from "../../lib/worker/messages.js";
import type {Prepared} from "./prepare.js";
import {networkOf, optimizerOf, type Settings} from "./settings.js";

/** The training that settings mean, for the worker: measured after each epoch on both sets. */
export function taskOf(settings: Settings, {train, test}: Prepared): TrainingTask {
  return {
    network: networkOf(settings),
    loss: "softmaxCrossEntropy",
    X: train.X,
    Y: train.Y,
    optimizer: optimizerOf(settings),
    batchSize: settings.batch,
    epochs: settings.epochs,
    seed: settings.seed,
    measure: {train: {X: train.X, Y: train.Y}, test: {X: test.X, Y: test.Y}}
  };
}
