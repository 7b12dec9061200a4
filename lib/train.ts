import {reshuffle, sampleOrder, updatesPerEpoch} from "./batches.js";
import {type Checkpoint, type Conditions, loadTraining, type Position, saveTraining} from "./checkpoint.js";
import {checkInteger, checkKind, checkRandom, describe} from "./checks.js";
import {type Evaluation, evaluate} from "./evaluate.js";
import {binaryCrossEntropy, type Loss, softmaxCrossEntropy} from "./losses.js";
import {checkData, type Network} from "./network.js";
import type {Optimizer} from "./optimizers/index.js";
import {random as seeded} from "./random.js";
import {singleTrainer} from "./simd/singleTrainer.js";
import {doubleTrainer, type Task, type Trainer} from "./trainer.js";
import type {Matrix, Random} from "./types.js";

/** What is trained, on which data, by which rule, and for how long. */
export interface TrainOptions<State = unknown> {
  readonly network: Network;
  readonly loss: Loss;
  /** The samples n₀ × m, a column each, and their targets n_L × m. */
  readonly X: Matrix;
  readonly Y: Matrix;
  readonly optimizer: Optimizer<State>;
  /** The samples of an update, all m unless told; an epoch's last batch may be smaller. */
  readonly batchSize?: number;
  /** How many epochs there are in all, those before a checkpoint counted. */
  readonly epochs: number;
  /** Where the orders of the samples come from; without it they keep theirs. */
  readonly random?: Random;
  /** "double" unless told. */
  readonly precision?: "single" | "double";
  /** Data on which the network is measured after each epoch. */
  readonly test?: {readonly X: Matrix; readonly Y: Matrix};
  /** Where an earlier training stood. */
  readonly resume?: Checkpoint;
  /** In single precision, whether `network.parameters` follow each update. */
  readonly live?: boolean;
}

/** Where a training stands after an update. */
export interface Progress {
  /** The epoch that the update belongs to, counted from 0 as schedules count. */
  readonly epoch: number;
  /** The updates made so far, in all epochs. */
  readonly step: number;
  /** The mean cost of the update's batch, before the update. */
  readonly cost: number;
  /** After an epoch's last update: the mean of the costs of its samples. */
  readonly epochCost?: number;
  /** After an epoch's last update, where test data were given: how the network does on them. */
  readonly test?: Evaluation;
  /** True when the cost or a parameter is no longer finite. No update follows. */
  readonly diverged: boolean;
  /** All that is needed to go on from here, as plain data; to be asked before the next update. */
  checkpoint(): Checkpoint;
}

/**
 * Trains a network on mini-batches, in place, one update at a time; an epoch goes once through all samples.
 *
 * With `random` the samples are shuffled anew each epoch. One number is drawn from it, which fixes the orders of all
 * epochs, so that a training resumed from a checkpoint goes on, to the bit, as if it had not stopped.
 * In single precision `network.parameters` follow at an epoch's end, at a checkpoint and when the training ends;
 * `live` makes them follow each update, at the cost of a copy.
 *
 * @throws TypeError for a wrong kind of argument; RangeError when data, labels, batch size, epochs or precision cannot
 *   be, or the checkpoint is damaged or of another training
 */
export function train<State>(options: TrainOptions<State>): Generator<Progress, void> {
  const {network, loss, X, Y, optimizer, batchSize = X.columns, epochs, random, test, resume, live} = options;
  checkKind("optimizer", optimizer, "update", "an optimizer");
  checkData(network, loss, X, Y);
  if (test) checkData(network, loss, test.X, test.Y, "test.");
  checkOutput(network, loss);
  if (loss === softmaxCrossEntropy) checkOneHot(Y);
  checkInteger({batchSize}, 1, X.columns);
  checkInteger({epochs});
  if (random !== undefined) checkRandom(random);
  const conditions = {loss: loss.name, samples: X.columns, batchSize};
  // null is what a lost checkpoint is read back as
  const begun =
    resume === undefined
      ? begin(network, optimizer, random)
      : loadTraining(resume, network, optimizer, conditions);
  const {state, seed, position} = begun;
  const trainer = trainers(options.precision)({network, loss, X, Y, optimizer, state, batchSize});
  const training: Training = {
    trainer,
    position,
    conditions: {...conditions, seed},
    updates: updatesPerEpoch(X.columns, batchSize),
    live,
    evaluate: () => test && evaluate(network, loss, test.X, test.Y),
    checkpoint() {
      trainer.publish();
      return saveTraining(network, optimizer, state, {...conditions, seed}, position);
    }
  };
  return run(training, epochs);
}

interface Training {
  readonly trainer: Trainer;
  readonly position: Position;
  readonly conditions: Conditions;
  readonly updates: number;
  readonly live?: boolean;
  evaluate(): Evaluation | undefined;
  checkpoint(): Checkpoint;
}

function begin<State>(network: Network, optimizer: Optimizer<State>, random?: Random) {
  return {
    state: optimizer.init(network.parameters.length),
    seed: random ? drawSeed(random) : null,
    position: {epoch: 0, update: 0, costSum: 0}
  };
}

function* run(training: Training, epochs: number): Generator<Progress, void> {
  const {trainer, position, conditions} = training;
  try {
    for (const order of remainingOrders(conditions, position.epoch, epochs)) {
      trainer.arrange(order);
      do {
        const progress = update(training);
        yield progress;
        if (progress.diverged) return;
      } while (position.update > 0);
    }
  } finally {
    trainer.publish();
  }
}

/** The order of the samples in each epoch from the first on, always in the same array. */
function* remainingOrders(
  {samples, seed}: Conditions,
  first: number,
  epochs: number
): Generator<Uint32Array, void> {
  const seeds = seed === null ? undefined : seeded(seed);
  const order = sampleOrder(samples);
  for (let epoch = 0; epoch < epochs; ++epoch) {
    const source = seeds && seeded(drawSeed(seeds));
    if (epoch < first) continue;
    if (source) reshuffle(order, source);
    yield order;
  }
}

function update(training: Training): Progress {
  const {trainer, position, conditions, updates, live, checkpoint} = training;
  const {epoch} = position;
  const done = position.update * conditions.batchSize;
  const count = Math.min(conditions.batchSize, conditions.samples - done);
  const cost = trainer.step(done, count);
  const diverged = !(Number.isFinite(cost) && trainer.isFinite());
  if (live) trainer.publish();
  position.update += 1;
  position.costSum += cost * count;
  const step = epoch * updates + position.update;
  const ended = position.update === updates;
  const epochCost = ended ? endEpoch(training) : undefined;
  const test = ended ? training.evaluate() : undefined;
  return {epoch, step, cost, epochCost, test, diverged, checkpoint};
}

/** The mean of the costs of the epoch's samples. */
function endEpoch({trainer, position, conditions}: Training): number {
  const epochCost = position.costSum / conditions.samples;
  position.epoch += 1;
  position.update = 0;
  position.costSum = 0;
  trainer.publish();
  return epochCost;
}

function trainers(precision: "single" | "double" = "double"): <State>(task: Task<State>) => Trainer {
  if (precision === "double") return doubleTrainer;
  if (precision === "single") return singleTrainer;
  throw new RangeError(`precision must be "single" or "double"; got ${describe(precision)}`);
}

const drawSeed = (random: Random): number => Math.floor(random() * 2 ** 32);

/** Other activations leave [0, 1] sooner or later, and would stop the training where they do. */
function checkOutput({layers}: Network, loss: Loss): void {
  const {name} = layers[layers.length - 1].activation;
  if (loss === binaryCrossEntropy && name !== "sigmoid")
    throw new RangeError(`the last activation must be sigmoid for binaryCrossEntropy; got ${name}`);
}

function checkOneHot({rows, columns, data}: Matrix): void {
  for (let j = 0; j < columns; ++j) {
    const column = Array.from({length: rows}, (_, i) => data[i * columns + j]);
    const ones = column.filter((y) => y === 1).length;
    if (ones !== 1 || column.some((y) => y !== 0 && y !== 1))
      throw new RangeError(`Y must be one-hot, a single 1 in each column; column ${j} is [${column}]`);
  }
}
