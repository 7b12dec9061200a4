import type {NetworkDescription} from "../../lib/worker/describedNetwork.js";
import type {OptimizerDescription} from "../../lib/worker/describedOptimizer.js";
import type {ScheduleDescription} from "../../lib/worker/describedSchedule.js";

/** Everything that the reader sets before a training: the hyperparameters, by the names that the address has for them. */
export interface Settings {
  /** Hidden layers, and neurons in each. */
  readonly layers: number;
  readonly width: number;
  readonly activation: keyof typeof activations;
  readonly initializer: keyof typeof initializers;
  readonly optimizer: keyof typeof optimizers;
  readonly alpha: number;
  readonly schedule: keyof typeof schedules;
  readonly batch: number;
  readonly scaling: Scaling;
  readonly split: Split;
  readonly seed: number;
  readonly epochs: number;
}

/** What is done to the pixels, which are 0 … 16: nothing, divided by 16, or standardized. */
export const scalings = ["raw", "sixteenth", "standardized"] as const;
export type Scaling = (typeof scalings)[number];

/** Which digits are held back for the test: every fourth, or the last 450, by writers of whom no other is seen. */
export const splits = ["fourth", "writers"] as const;
export type Split = (typeof splits)[number];

export const usual: Settings = {
  layers: 1,
  width: 32,
  activation: "relu",
  initializer: "he",
  optimizer: "descent",
  alpha: 0.1,
  schedule: "constant",
  batch: 32,
  scaling: "standardized",
  split: "fourth",
  seed: 1,
  epochs: 50
};

/** From where to where the numbers may be set; all but the learning rate are whole. */
export const ranges = {
  layers: [0, 6],
  width: [1, 128],
  alpha: [1e-4, 2],
  batch: [1, 1347],
  seed: [1, 100],
  epochs: [1, 500]
} as const;

/** What the engine calls each activation. */
export const activations = {
  relu: "relu",
  leaky: "leakyRelu(0.01)",
  elu: "elu(1)",
  gelu: "gelu",
  silu: "silu",
  softplus: "softplus",
  tanh: "tanh",
  sigmoid: "sigmoid",
  linear: "identity"
} as const;

/** What the engine calls each way to draw the first weights. */
export const initializers = {
  he: "heNormal",
  xavier: "glorotNormal",
  lecun: "lecunNormal",
  orthogonal: "orthogonal(1)",
  large: "normal(1)",
  tiny: "normal(0.01)",
  zeros: "zeros"
} as const;

type LearningRate = number | ScheduleDescription;

interface LabOptimizer {
  readonly label: string;
  /** A learning rate that suits it here. */
  readonly alpha: number;
  describe(learningRate: LearningRate): OptimizerDescription;
}

/** The optimizers: their own hyperparameters are the engine's usual ones. */
export const optimizers = {
  descent: {
    label: "GD",
    alpha: 0.1,
    describe: (learningRate) => ({name: "gradientDescent", learningRate})
  },
  momentum: {label: "Momentum", alpha: 0.5, describe: (learningRate) => ({name: "momentum", learningRate})},
  nesterov: {label: "Nesterov", alpha: 0.05, describe: (learningRate) => ({name: "nesterov", learningRate})},
  adagrad: {label: "AdaGrad", alpha: 0.05, describe: (learningRate) => ({name: "adagrad", learningRate})},
  adadelta: {label: "AdaDelta", alpha: 1, describe: (learningRate) => ({name: "adadelta", learningRate})},
  rmsprop: {label: "RMSProp", alpha: 0.001, describe: (learningRate) => ({name: "rmsprop", learningRate})},
  adam: {label: "Adam", alpha: 0.001, describe: (learningRate) => ({name: "adam", learningRate})},
  amsgrad: {label: "AMSGrad", alpha: 0.001, describe: (learningRate) => ({name: "amsgrad", learningRate})},
  adamw: {label: "AdamW", alpha: 0.001, describe: (learningRate) => ({name: "adamw", learningRate})},
  nadam: {label: "NAdam", alpha: 0.001, describe: (learningRate) => ({name: "nadam", learningRate})},
  adamax: {label: "Adamax", alpha: 0.002, describe: (learningRate) => ({name: "adamax", learningRate})}
} as const satisfies Readonly<Record<string, LabOptimizer>>;

/** The schedules, of epochs: α from the first to the last. */
export const schedules = {
  constant: ({alpha}) => alpha,
  inverse: ({alpha}) => ({name: "inverseTimeDecay", learningRate: alpha, decayRate: 0.1}),
  exponential: ({alpha}) => ({name: "exponentialDecay", learningRate: alpha, base: 0.95}),
  step: ({alpha, epochs}) => ({
    name: "stepDecay",
    learningRate: alpha,
    factor: 0.3,
    every: Math.max(1, Math.round(epochs / 3))
  }),
  cosine: ({alpha, epochs}) => ({name: "cosineDecay", learningRate: alpha, epochs}),
  warmup: ({alpha, epochs}) => ({
    name: "sequence",
    first: {name: "linearWarmup", learningRate: alpha, startFactor: 0.1, epochs: epochs / 10},
    epochs: epochs / 10,
    second: {name: "cosineDecay", learningRate: alpha, epochs: 0.9 * epochs}
  }),
  cycle: ({alpha, epochs}) => ({name: "oneCycle", maximum: alpha, epochs})
} satisfies Record<string, (settings: Pick<Settings, "alpha" | "epochs">) => LearningRate>;

/** n₀, n₁ … n_L: 64 pixels, the hidden layers, 10 digits. */
export const sizesOf = ({layers, width}: Pick<Settings, "layers" | "width">): number[] => [
  64,
  ...Array<number>(layers).fill(width),
  10
];

/** The network before its training; the softmax belongs to the loss. */
export function networkOf(settings: Settings): NetworkDescription {
  const {layers, activation, initializer} = settings;
  return {
    sizes: sizesOf(settings),
    activations: [...Array<string>(layers).fill(activations[activation]), "identity"],
    initializer: initializers[initializer]
  };
}

export function optimizerOf(settings: Settings): OptimizerDescription {
  const optimizer: LabOptimizer = optimizers[settings.optimizer];
  return optimizer.describe(schedules[settings.schedule](settings));
}
