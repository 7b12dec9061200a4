import {updatesPerEpoch} from "./batches.js";
import {describe} from "./checks.js";
import type {Network} from "./network.js";
import type {Optimizer} from "./optimizers/index.js";
import {mapState} from "./optimizers/optimizer.js";
import {type Fields, readFields, readFormat, readInteger, readNumber, readVector} from "./saved.js";
import {loadNetwork, type SavedNetwork, saveNetwork} from "./savedNetwork.js";

/** How far a training has come. */
export interface Position {
  /** The epoch under way, from 0, and the updates made in it. */
  epoch: number;
  update: number;
  /** Σ of the costs of the epoch's samples so far, each before the update that its batch made. */
  costSum: number;
}

/** What a training began with, and what a resumed one must have again; the seed is null where samples keep their order. */
export interface Conditions {
  readonly loss: string;
  readonly samples: number;
  readonly batchSize: number;
  readonly seed: number | null;
}

/** A training as plain data for JSON: all that is needed to go on as if it had never stopped. */
export interface Checkpoint extends Readonly<Position>, Conditions {
  readonly format: "descent-training";
  readonly version: 1;
  readonly network: SavedNetwork;
  readonly optimizer: string;
  readonly state: unknown;
}

/** The checkpoint of a training that stands at a position. */
export function saveTraining<State>(
  network: Network,
  optimizer: Optimizer<State>,
  state: State,
  conditions: Conditions,
  position: Position
): Checkpoint {
  return {
    format: "descent-training",
    version: 1,
    network: saveNetwork(network),
    optimizer: optimizer.name,
    state: mapState(state, (part) => (part instanceof Float64Array ? Array.from(part) : part)) ?? {},
    ...conditions,
    ...position
  };
}

/**
 * Puts a network back where a checkpoint has it; the answer is the optimizer's state, the seed and the position there.
 *
 * @throws TypeError or RangeError naming the field when the checkpoint is of a newer version, damaged,
 *   or of another network, optimizer, loss, number of samples or batch size
 */
export function loadTraining<State>(
  checkpoint: unknown,
  network: Network,
  optimizer: Optimizer<State>,
  wanted: Omit<Conditions, "seed">
): {state: State; seed: number | null; position: Position} {
  const fields = readFormat(checkpoint, "descent-training", 1);
  const saved = loadNetwork(readFields("network", fields.network));
  const activations = ({layers}: Network) => layers.map(({activation}) => activation.name).join();
  same("network.sizes", saved.sizes.join(), network.sizes.join());
  same("network.activations", activations(saved), activations(network));
  same("optimizer", fields.optimizer, optimizer.name);
  for (const [field, value] of Object.entries(wanted)) same(field, fields[field], value);
  const state = loadState(readFields("state", fields.state), optimizer.init(network.parameters.length));
  const seed = fields.seed === null ? null : readInteger("seed", fields.seed);
  const position = {
    epoch: readInteger("epoch", fields.epoch),
    update: readInteger("update", fields.update, 0, updatesPerEpoch(wanted.samples, wanted.batchSize) - 1),
    costSum: readNumber("costSum", fields.costSum)
  };
  network.parameters.set(saved.parameters);
  return {state, seed, position};
}

function same(field: string, got: unknown, wanted: unknown): void {
  if (got !== wanted)
    throw new RangeError(`${field} must be ${describe(wanted)}, as in this training; got ${describe(got)}`);
}

/** A number of a state; t counts steps. */
const readCount = (name: string, value: unknown): number =>
  name === "t" ? readInteger("state.t", value) : readNumber(`state.${name}`, value);

/** The saved parts in the kinds and lengths that a fresh state has. */
function loadState<State>(saved: Fields, fresh: State): State {
  const loaded = mapState(fresh, (part, name) =>
    part instanceof Float64Array
      ? readVector(`state.${name}`, saved[name], part.length)
      : readCount(name, saved[name])
  );
  return loaded as State; // the same names with the same kinds of parts
}
