import {readFileSync} from "node:fs";
import {
  type Activation,
  activationNamed,
  adam,
  binaryCrossEntropy,
  gradientDescent,
  identity,
  type Loss,
  meanSquaredError,
  momentum,
  type Network,
  network,
  type Optimizer,
  sigmoidCrossEntropy,
  softmaxCrossEntropy,
  zeros
} from "../../lib/index.js";

/** The numbers of an optimizer's `config` in the golden files, by their short names. */
export interface Config {
  readonly [name: string]: number;
}

export interface GoldenLayer {
  readonly W: number[][];
  readonly b: number[][];
}

/** What the network and mini-batch files say of a network. */
export interface GoldenNetwork {
  readonly id: string;
  readonly sizes: number[];
  readonly activations: string[];
  readonly loss: string;
  readonly parameters: GoldenLayer[];
  readonly X: number[][];
  readonly Y: number[][];
}

export function readGolden(name: string) {
  return JSON.parse(readFileSync(new URL(`../golden/${name}.json`, import.meta.url), "utf8"));
}

/** All numbers of any nesting of arrays, in order. */
export const flat = (nested: unknown): number[] =>
  Array.isArray(nested) || ArrayBuffer.isView(nested)
    ? Array.from(nested as ArrayLike<unknown>).flatMap(flat)
    : [nested as number];

/** Layers of golden weights and biases in the order of a network's parameters. */
export const flatParameters = (layers: readonly GoldenLayer[]): number[] =>
  layers.flatMap(({W, b}) => [...flat(W), ...flat(b)]);

const losses: Record<string, Loss> = {
  bce: binaryCrossEntropy,
  mse: meanSquaredError,
  bce_with_logits: sigmoidCrossEntropy,
  softmax_cross_entropy: softmaxCrossEntropy
};

export const goldenLoss = ({loss}: {readonly loss: string}): Loss => losses[loss];

/** softmax is taken with its loss: the last layer gives the logits. */
const activations: Record<string, Activation> = {
  softmax: identity,
  leaky_relu: activationNamed("leakyRelu(0.01)"),
  elu: activationNamed("elu(1)")
};

export const goldenActivation = (name: string): Activation => activations[name] ?? activationNamed(name);

export function goldenNetwork(one: Pick<GoldenNetwork, "sizes" | "activations" | "parameters">): Network {
  const made = network({
    sizes: one.sizes,
    activations: one.activations.map(goldenActivation),
    initializer: zeros
  });
  made.parameters.set(flatParameters(one.parameters));
  return made;
}

const makers: Record<string, (config: Config) => Optimizer> = {
  gd: ({lr}) => gradientDescent({learningRate: lr}),
  momentum: ({lr, mu}) => momentum({learningRate: lr, beta: mu, form: "classical"}),
  momentum_ema: ({lr, beta}) => momentum({learningRate: lr, beta}),
  adam: ({lr, b1, b2, eps}) => adam({learningRate: lr, beta1: b1, beta2: b2, epsilon: eps})
};

export const goldenOptimizer = (run: {readonly optimizer: string; readonly config: Config}): Optimizer =>
  makers[run.optimizer](run.config);
