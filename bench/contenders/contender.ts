import type {Loss, Matrix} from "../../lib/index.js";
import {devDependencies} from "../package.json";
import type {Workload} from "../workloads.js";

/** A library, or one of its ways to compute. */
export interface Contender {
  readonly name: string;
  /** Whether it updates after every sample, for it cannot do otherwise. */
  readonly online?: true;
  /** The only loss that it knows, if so. */
  readonly loss?: Loss;
  /** Whether it can take a workload on. */
  accepts?(workload: Workload): boolean;
  begin(workload: Workload): Training | Promise<Training>;
}

/** A training under way. It goes through the batches in order, again and again. */
export interface Training {
  /** Called before each run of steps, outside of the time. */
  prepare?(): Promise<void>;
  /** Goes `count` batches further, and has really done so in the end. */
  advance(count: number): void | Promise<void>;
  /** What the network gives for all samples now, n_L × m. */
  outputs(): Matrix | Promise<Matrix>;
}

/** A package's name with the version that is measured. */
export const versioned = (name: string, dependency: keyof typeof devDependencies) =>
  `${name} ${devDependencies[dependency]}`;

/** A batch with a sample a row, as most libraries want it. */
export interface Batch {
  readonly inputs: Float32Array<ArrayBuffer>;
  readonly targets: Float32Array<ArrayBuffer>;
}

/** The batches of an epoch, in order. */
export function batchesOf({X, Y, batchSize}: Workload): Batch[] {
  return Array.from({length: X.columns / batchSize}, (_, k) => ({
    inputs: sampleRows(X, k * batchSize, batchSize),
    targets: sampleRows(Y, k * batchSize, batchSize)
  }));
}

/** Some of a matrix's columns as rows, one after the other. */
export function sampleRows(
  {rows, columns, data}: Matrix,
  first: number,
  count: number
): Float32Array<ArrayBuffer> {
  return Float32Array.from(
    {length: count * rows},
    (_, k) => data[(k % rows) * columns + first + Math.floor(k / rows)]
  );
}

/** A matrix from its columns, one after the other. */
export function fromSampleRows(values: ArrayLike<number>, rows: number): Matrix {
  const columns = values.length / rows;
  const data = Float64Array.from(
    {length: values.length},
    (_, k) => values[(k % columns) * rows + Math.floor(k / columns)]
  );
  return {rows, columns, data};
}

/** Row i of W: the weights into neuron i. */
export const weightsInto = ({columns, data}: Matrix, i: number): Float64Array =>
  data.subarray(i * columns, (i + 1) * columns);
