import {
  type Activation,
  glorotUniform,
  heUniform,
  identity,
  type Loss,
  type Matrix,
  meanSquaredError,
  type Network,
  network,
  random,
  relu,
  softmaxCrossEntropy,
  tanh,
  zeroMatrix
} from "../lib/index.js";

/** What every contender trains: the same network from the same weights, on the same batches in the same order. */
export interface Workload {
  readonly name: string;
  readonly sizes: readonly number[];
  readonly batchSize: number;
  readonly hidden: Activation;
  /** The loss of the last layer, which is linear. */
  readonly loss: Loss;
  readonly learningRate: number;
  /** n₀ × m and n_L × m, four batches of samples. */
  readonly X: Matrix;
  readonly Y: Matrix;
  /** The network as it is before the first step. */
  begin(): Network;
}

/** The updates of an epoch. */
export const batchesPerEpoch = 4;

/** Few inputs that decide between −1 and 1. */
function small(name: string, sizes: readonly number[], batchSize: number): Workload {
  const source = random(1);
  const X = filled(sizes[0], batchesPerEpoch * batchSize, () => 2 * source() - 1);
  const side = (sample: number) => (valueAt(X, 0, sample) > 0.7 * valueAt(X, 1, sample) ? 1 : -1);
  const Y = filled(1, X.columns, (_, sample) => side(sample));
  return workload({name, sizes, batchSize, hidden: tanh, loss: meanSquaredError, learningRate: 0.05, X, Y});
}

/** Images of ten kinds, each a pattern under noise. */
function large(name: string, sizes: readonly number[], batchSize: number): Workload {
  const source = random(1);
  const patterns = filled(sizes[0], 10, source);
  const kind = (sample: number) => (sample * 7) % 10;
  const X = filled(
    sizes[0],
    batchesPerEpoch * batchSize,
    (pixel, sample) => 0.5 * valueAt(patterns, pixel, kind(sample)) + 0.5 * source()
  );
  const Y = filled(10, X.columns, (row, sample) => (row === kind(sample) ? 1 : 0));
  return workload({
    name,
    sizes,
    batchSize,
    hidden: relu,
    loss: softmaxCrossEntropy,
    learningRate: 0.02,
    X,
    Y
  });
}

function workload(given: Omit<Workload, "begin">): Workload {
  const {sizes, hidden} = given;
  const activations = sizes.slice(1).map((_, l) => (l === sizes.length - 2 ? identity : hidden));
  const initializer = hidden === relu ? heUniform : glorotUniform;
  return {...given, begin: () => network({sizes, activations, initializer, random: random(2)})};
}

function filled(rows: number, columns: number, entry: (row: number, column: number) => number): Matrix {
  const made = zeroMatrix(rows, columns);
  for (let i = 0; i < rows; ++i) for (let j = 0; j < columns; ++j) made.data[i * columns + j] = entry(i, j);
  return made;
}

const valueAt = ({columns, data}: Matrix, i: number, j: number) => data[i * columns + j];

/** From the course's own network to one that fills the caches. */
export const workloads = (): readonly Workload[] => [
  small("5-5-3-1, batch 32", [5, 5, 3, 1], 32),
  small("2-4-2-1, batch 10", [2, 4, 2, 1], 10),
  large("784-128-10, batch 64", [784, 128, 10], 64),
  large("784-512-256-10, batch 256", [784, 512, 256, 10], 256)
];

/** The multiplications and additions of one update: three matrix products a layer, two for the first. */
export const operations = ({sizes, batchSize}: Workload): number =>
  sizes.slice(1).reduce((sum, n, l) => sum + 2 * (l === 0 ? 2 : 3) * n * sizes[l] * batchSize, 0);
