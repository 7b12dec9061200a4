import {updatesPerEpoch} from "../batches.js";
import {checkInteger} from "../checks.js";
import {evaluator} from "../evaluator.js";
import {lossNamed} from "../losses.js";
import {random} from "../random.js";
import {loadNetwork} from "../savedNetwork.js";
import {type Progress, train} from "../train.js";
import {describedNetwork} from "./describedNetwork.js";
import {describedOptimizer} from "./describedOptimizer.js";
import type {Ending, EpochReport, Report, TrainingTask} from "./messages.js";

/** A training in slices of time. */
export interface TrainingSession {
  /** Trains for a slice, one update at least; null when the training has ended. */
  next(): Report | null;
  /** How the training stands between two slices. */
  ending(): Ending;
}

export interface SessionOptions {
  /** A clock in milliseconds. */
  readonly now: () => number;
  /** How long a slice is, in milliseconds. */
  readonly slice: number;
}

/**
 * Begins or resumes the training that a task describes.
 *
 * @throws TypeError or RangeError when a name is unknown, or as the network, the optimizer and `train` do
 */
export async function trainingSession(
  task: TrainingTask,
  {now, slice}: SessionOptions
): Promise<TrainingSession> {
  const {trained, updates, measure} = await begin(task);
  let last: Progress | undefined;
  let ended = false;
  const first: EpochReport[] =
    task.measure && !task.resume ? [{epoch: 0, cost: null, measured: measure()}] : [];

  function next(): Report | null {
    const start = now();
    const costs: number[] = [];
    const epochs = first.splice(0);
    do {
      const {done, value} = updates.next();
      if (done) ended = true;
      else {
        last = value;
        costs.push(value.cost);
        if (value.epochCost !== undefined)
          epochs.push({epoch: value.epoch + 1, cost: value.epochCost, measured: measure()});
      }
    } while (!ended && now() - start < slice);
    if (costs.length === 0) return null;
    return {
      step: last!.step, // there is a cost, so there was an update
      costs: Float64Array.from(costs),
      epochs,
      parameters: trained.parameters.slice(),
      milliseconds: now() - start
    };
  }

  function ending(): Ending {
    if (last?.diverged) return {how: "diverged", checkpoint: null};
    return {how: ended ? "finished" : "stopped", checkpoint: last?.checkpoint() ?? task.resume ?? null};
  }

  return {next, ending};
}

async function begin(task: TrainingTask) {
  const {X, Y, batchSize = X.columns, epochs, precision = "single", measure = {}, resume} = task;
  const source = random(task.seed);
  const trained =
    "format" in task.network ? loadNetwork(task.network) : describedNetwork(task.network, source);
  const loss = lossNamed(task.loss);
  checkInteger({batchSize}, 1, X.columns);
  const optimizer = await describedOptimizer(task.optimizer, updatesPerEpoch(X.columns, batchSize));
  const settings = {optimizer, batchSize, epochs, random: source, precision, resume, live: true};
  const updates = train({network: trained, loss, X, Y, ...settings});
  const measures = Object.entries(measure).map(
    ([name, data]) => [name, evaluator({network: trained, loss, ...data, precision})] as const
  );
  return {
    trained,
    updates,
    measure: () => Object.fromEntries(measures.map(([name, evaluate]) => [name, evaluate()]))
  };
}
