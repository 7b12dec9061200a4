// The engine, in the order in which the course tells it.

// What everything is made of
export * from "./types.js";
export {random} from "./random.js";
export {
  matrix,
  toRows,
  zeroMatrix,
  transpose,
  multiply,
  multiplyTransposed,
  transposedMultiply,
  map,
  combine,
  addColumn,
  sumRows,
  sumColumns,
  columnMaxima,
  selectColumns
} from "./matrix.js";

// Deep networks, forward and backward
export {
  type Activation,
  identity,
  sigmoid,
  tanh,
  relu,
  leakyRelu,
  elu,
  gelu,
  silu,
  softplus,
  softmax,
  activationNamed
} from "./activations.js";
export {
  type Loss,
  meanSquaredError,
  binaryCrossEntropy,
  sigmoidCrossEntropy,
  softmaxCrossEntropy,
  lossNamed
} from "./losses.js";
export type {Derivatives, Layer, Pass} from "./propagation.js";
export {type Network, type NetworkOptions, network, networkOver, objective} from "./network.js";

// The first weights
export {
  type Initializer,
  zeros,
  constantWeights,
  uniform,
  normal,
  glorotUniform,
  glorotNormal,
  heUniform,
  heNormal,
  lecunUniform,
  lecunNormal,
  orthogonal,
  scaled,
  initializerNamed
} from "./initializers.js";

// Surfaces to descend, their saddles and curvatures
export {type Point, type Surface, rotated, scalarNet, surfaces, turned} from "./surfaces/index.js";
export {type Eigen, eigen, eigenvalues} from "./eigen.js";
export {type Step, descend} from "./descend.js";
export {type Trajectory, trajectory} from "./trajectory.js";

// Batches
export {batches, randomBatches, updatesPerEpoch} from "./batches.js";

// Moving averages
export {
  type AverageOptions,
  ema,
  emaWeights,
  effectiveCount,
  effectiveWindow,
  varianceRatio,
  rampLag,
  biasFactor,
  daysToBias,
  averagingRate,
  adamStepFactor
} from "./averages.js";

// Optimizers, in order of complexity
export * from "./optimizers/index.js";

// Learning-rate decay
export * from "./schedules/index.js";
export {expectedSquare, noiseFloor} from "./noise.js";
export {type NoisyOptions, noisy} from "./noisy.js";

// Data, and what is done to it first
export * from "./datasets/index.js";
export {type Transform, type Scaler, type MinMax, fitScaler, fitMinMax} from "./scaler.js";
export {type Whitener, fitWhitener} from "./whitener.js";

// Training
export {type Progress, type TrainOptions, train} from "./train.js";
export type {Checkpoint} from "./checkpoint.js";
export {type Evaluation, accuracy, classes, evaluate} from "./evaluate.js";
export {type EvaluatorOptions, evaluator} from "./evaluator.js";
export {predictor} from "./predictor.js";
export {type SavedNetwork, loadNetwork, saveNetwork} from "./savedNetwork.js";
export * from "./diagnostics/index.js";

// Training somewhere else: in a worker, beside a page
export * from "./worker/index.js";
