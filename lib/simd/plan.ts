import {countParameters} from "../propagation.js";

/** The activations that the kernels know, by the number under which they know them. */
export const activationKinds = [
  "identity",
  "sigmoid",
  "tanh",
  "relu",
  "leakyRelu",
  "elu",
  "gelu",
  "silu",
  "softplus"
] as const;

/** The losses, likewise. */
export const lossKinds = [
  "meanSquaredError",
  "binaryCrossEntropy",
  "sigmoidCrossEntropy",
  "softmaxCrossEntropy"
] as const;

/** The update rules, likewise; after "none" the gradient is left for others. */
export const optimizerKinds = ["none", "gradientDescent", "momentum", "nesterov", "rmsprop", "adam"] as const;

export type ActivationKind = (typeof activationKinds)[number];
export type LossKind = (typeof lossKinds)[number];
export type OptimizerKind = (typeof optimizerKinds)[number];

export interface PlanOptions {
  readonly sizes: readonly number[];
  readonly activations: readonly {readonly kind: ActivationKind; readonly parameter?: number}[];
  readonly loss: LossKind;
  readonly optimizer: OptimizerKind;
  /** How many samples there are, and how many at most in a batch. */
  readonly samples: number;
  readonly batchSize: number;
}

/** Where everything stands in the memory of the kernels, in bytes from its beginning. */
export interface Plan {
  readonly bytes: number;
  readonly address: number;
  readonly finite: number;
  readonly coefficients: number;
  readonly order: number;
  readonly parameters: number;
  readonly gradient: number;
  readonly firstMoment: number;
  readonly secondMoment: number;
  readonly inputs: number;
  readonly inputStride: number;
  readonly targets: number;
  readonly targetStride: number;
  /** How many parameters there are. */
  readonly size: number;
  /** A⁽ˡ⁾ of the layers 1 … L: panels of 8 samples, `stride` bytes apart, of rows of 8 numbers. */
  readonly outputs: readonly {readonly address: number; readonly stride: number; readonly rows: number}[];
  /** The fields that `kernels/layer.ts` reads, four bytes each, to be written at `address`; numbers with a fraction are floats. */
  readonly fields: readonly ({readonly integer: number} | {readonly float: number})[];
}

const planFields = 15;
const layerFields = 14;
const coefficientFields = 9;

/** Lays out one training: every buffer that its steps will need, so that a step allocates nothing. */
export function planFor({sizes, activations, loss, optimizer, samples, batchSize}: PlanOptions): Plan {
  const padded = upTo8(batchSize);
  const last = sizes.length - 1;
  const widest = Math.max(padded, ...sizes);
  const {reserve, end} = arena();

  const address = reserve(4 * (planFields + layerFields * last));
  const coefficients = reserve(4 * coefficientFields);
  const order = reserve(4 * Math.max(samples, batchSize));
  const size = countParameters(sizes);
  const vectors = 4 * Math.ceil(size / 4);
  const [parameters, gradient, firstMoment, secondMoment] = [0, 0, 0, 0].map(() => reserve(4 * vectors));

  const strides = sizes.map(panelStride);
  const panels = sizes.map((_, l) => reserve((padded / 8) * strides[l]));
  const slopes = sizes.map((_, l) => (l === 0 ? 0 : reserve((padded / 8) * strides[l])));
  const transposed = sizes.slice(0, -1).map((n) => reserve(4 * padded * upTo8(n)));
  const target = reserve((padded / 8) * strides[last]);
  const scratch = reserve(4 * 6 * (widest + 16));

  const inputStride = 4 * upTo8(sizes[0]);
  const targetStride = 4 * upTo8(sizes[last]);
  const inputs = reserve(samples * inputStride);
  const targets = reserve(samples * targetStride);

  let offset = 0;
  const layers = activations.flatMap(({kind, parameter = 0}, i) => {
    const [n, rows] = [sizes[i], sizes[i + 1]];
    const [weights, bias] = [offset, offset + 4 * n * rows];
    offset = bias + 4 * rows;
    return [
      ...integers(n, rows, activationKinds.indexOf(kind)),
      {float: parameter},
      ...integers(parameters + weights, parameters + bias, gradient + weights, gradient + bias),
      ...integers(panels[i], strides[i], transposed[i]),
      ...integers(panels[i + 1], slopes[i + 1], strides[i + 1])
    ];
  });
  const whole = [
    ...[last, lossKinds.indexOf(loss), optimizerKinds.indexOf(optimizer), vectors],
    ...[parameters, gradient, firstMoment, secondMoment],
    ...[inputs, inputStride, targets, targetStride],
    ...[target, scratch, 1]
  ];
  if (end() > 2 ** 32)
    throw new RangeError(
      `network and data must fit into 4 GiB in single precision; they need ${(end() / 2 ** 30).toFixed(1)} GiB`
    );
  return {
    bytes: end(),
    size,
    address,
    finite: address + 4 * (planFields - 1),
    coefficients,
    order,
    parameters,
    gradient,
    firstMoment,
    secondMoment,
    inputs,
    inputStride,
    targets,
    targetStride,
    outputs: sizes.slice(1).map((rows, i) => ({address: panels[i + 1], stride: strides[i + 1], rows})),
    fields: [...integers(...whole), ...layers]
  };
}

const upTo8 = (n: number) => (n + 7) & ~7;
const integers = (...values: number[]) => values.map((integer) => ({integer}));

/** Rows of 8 samples, up to a multiple of 8 rows. */
const panelStride = (rows: number) => 32 * upTo8(rows);

/** Hands out one stretch of memory after another, each at a cache line; below lie the constants of the kernels. */
function arena() {
  let next = 2048;
  return {
    reserve(bytes: number) {
      const address = next;
      next = Math.ceil((address + bytes) / 64) * 64;
      return address;
    },
    end: () => next
  };
}
