import fc from "fast-check";
import {
  type Activation,
  binaryCrossEntropy,
  elu,
  gelu,
  glorotUniform,
  identity,
  type Loss,
  leakyRelu,
  type Matrix,
  meanSquaredError,
  type Network,
  network,
  random,
  relu,
  sigmoid,
  sigmoidCrossEntropy,
  silu,
  softmaxCrossEntropy,
  softplus,
  tanh,
  uniform
} from "../../lib/index.js";

export const activations: readonly Activation[] = [
  identity,
  sigmoid,
  tanh,
  relu,
  leakyRelu(0.25),
  elu(1.5),
  gelu,
  silu,
  softplus
];

export const losses: readonly Loss[] = [
  meanSquaredError,
  binaryCrossEntropy,
  sigmoidCrossEntropy,
  softmaxCrossEntropy
];

/** A network and data that single precision holds exactly, so that two precisions begin alike. */
export interface Trial {
  readonly network: Network;
  readonly loss: Loss;
  readonly X: Matrix;
  readonly Y: Matrix;
}

export interface Shape {
  readonly sizes: readonly number[];
  readonly activations: readonly Activation[];
  readonly loss: Loss;
  readonly samples: number;
  readonly seed: number;
}

const rounded = ({rows, columns, data}: Matrix): Matrix => ({rows, columns, data: data.map(Math.fround)});

export function trial({sizes, activations, loss, samples, seed}: Shape): Trial {
  const source = random(seed);
  const made = network({sizes, activations, initializer: glorotUniform, random: source});
  // biases too, lest an error in them stay unseen
  for (const {bias} of made.layers) bias.set(uniform(-0.5, 0.5)(bias.length, 1, source));
  made.parameters.set(made.parameters.map(Math.fround));
  const outputs = sizes[sizes.length - 1];
  const X = {rows: sizes[0], columns: samples, data: uniform(-1.5, 1.5)(sizes[0], samples, source)};
  const Y = {rows: outputs, columns: samples, data: targets(loss, outputs, samples, source)};
  return {network: made, loss, X: rounded(X), Y: rounded(Y)};
}

function targets(loss: Loss, outputs: number, samples: number, source: () => number): Float64Array {
  const Y = new Float64Array(outputs * samples);
  if (loss === softmaxCrossEntropy)
    for (let j = 0; j < samples; ++j) Y[Math.floor(source() * outputs) * samples + j] = 1;
  else for (let k = 0; k < Y.length; ++k) Y[k] = loss === meanSquaredError ? source() : Math.round(source());
  return Y;
}

/** Shapes with 1 to `largest` units a layer, odd sizes preferred by chance only, up to four layers. */
export const shapes = ({largest, samples}: {largest: number; samples: number}): fc.Arbitrary<Shape> =>
  fc
    .record({
      sizes: fc.array(fc.integer({min: 1, max: largest}), {minLength: 2, maxLength: 5}),
      hidden: fc.array(fc.constantFrom(...activations), {minLength: 4, maxLength: 4}),
      loss: fc.constantFrom(...losses),
      samples: fc.integer({min: 1, max: samples}),
      seed: fc.integer({min: 0, max: 2 ** 31 - 1})
    })
    .map(({sizes, hidden, loss, ...rest}) => {
      const chosen = hidden.slice(0, sizes.length - 1);
      // probabilities come from a sigmoid
      if (loss === binaryCrossEntropy) chosen[chosen.length - 1] = sigmoid;
      return {sizes, activations: chosen, loss, ...rest};
    });
