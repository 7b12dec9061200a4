import type {Checkpoint} from "../checkpoint.js";
import type {Evaluation} from "../evaluate.js";
import type {SavedNetwork} from "../savedNetwork.js";
import type {Matrix, Vector} from "../types.js";
import type {NetworkDescription} from "./describedNetwork.js";
import type {OptimizerDescription} from "./describedOptimizer.js";

/** A training as plain data, everything by its name, as `activationNamed`, `initializerNamed` and `lossNamed` know it. */
export interface TrainingTask {
  /** The network to begin with: one whose weights are to be drawn, or a saved one. */
  readonly network: NetworkDescription | SavedNetwork;
  readonly loss: string;
  readonly X: Matrix;
  readonly Y: Matrix;
  readonly optimizer: OptimizerDescription;
  readonly batchSize?: number;
  readonly epochs: number;
  /** The seed of the first weights and, after them, of the orders of the samples. */
  readonly seed: number;
  readonly precision?: "single" | "double";
  /** Data on which the network is measured at first and after each epoch, by names of the caller's. */
  readonly measure?: Readonly<Record<string, {readonly X: Matrix; readonly Y: Matrix}>>;
  /** Where to go on; the epochs count from the first training's begin. */
  readonly resume?: Checkpoint;
}

/** What has happened since the report before. */
export interface Report {
  /** The updates made so far, in all epochs. */
  readonly step: number;
  /** The mean cost of each update's batch, before the update. */
  readonly costs: Vector;
  /** The epochs that have ended. */
  readonly epochs: readonly EpochReport[];
  /** The network's parameters, a copy. */
  readonly parameters: Vector;
  /** How long the updates and the measuring took. */
  readonly milliseconds: number;
}

/** How an epoch ended. */
export interface EpochReport {
  /** How many epochs have ended with this one; 0 is told only where something is measured, before the first update. */
  readonly epoch: number;
  /** The mean of the costs of its samples, each before its update; null for epoch 0. */
  readonly cost: number | null;
  readonly measured: Readonly<Record<string, Evaluation>>;
}

/** How a training ended, and the checkpoint from which it can go on; there is none where it diverged or was cancelled. */
export interface Ending {
  readonly how: "finished" | "stopped" | "diverged" | "cancelled";
  readonly checkpoint: Checkpoint | null;
}

/** What a page says to the worker that trains. */
export type ToWorker =
  | {readonly type: "start"; readonly task: TrainingTask}
  | {readonly type: "acknowledge"}
  | {readonly type: "stop"};

/** What the worker says to its page. */
export type FromWorker =
  | {readonly type: "report"; readonly report: Report}
  | {readonly type: "ending"; readonly ending: Ending}
  | {readonly type: "error"; readonly name: string; readonly message: string};
