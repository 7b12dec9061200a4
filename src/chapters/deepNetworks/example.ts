import {type Activation, activationNamed, sigmoid} from "../../lib/activations.js";
import {glorotNormal, normal} from "../../lib/initializers.js";
import {matrix, selectColumns} from "../../lib/matrix.js";
import {type Network, network, networkOver} from "../../lib/network.js";
import {random} from "../../lib/random.js";
import type {Matrix} from "../../lib/types.js";
import type {PytorchNetwork} from "../../data/pytorchNetwork.js";
import {isMatrix, type Ledger} from "./ledger.js";

/** A network and the samples that pass through it. */
export interface Example {
  readonly network: Network;
  readonly X: Matrix;
  readonly Y: Matrix;
}

export interface ExampleOptions {
  readonly sizes: readonly number[];
  readonly samples: number;
  /** The activations of the hidden layers; the last layer has a sigmoid. */
  readonly activations: readonly Activation[];
}

/** The most samples that an example can have. */
export const mostSamples = 16;

/** A network as it may be in the midst of training, and samples that are of class 1 where x₁ > x₂. */
export function drawnExample({sizes, samples, activations}: ExampleOptions): Example {
  const drawn = network({
    sizes,
    activations: [...activations, sigmoid],
    initializer: glorotNormal,
    random: random(7)
  });
  const biases = random(8);
  for (const {bias} of drawn.layers) bias.set(normal(0.2)(bias.length, 1, biases));
  const row = (i: number) => normal(1)(1, mostSamples, random(20 + i)).subarray(0, samples);
  const X = matrix(Array.from({length: sizes[0]}, (_, i) => row(i)));
  const Y = matrix([Array.from({length: samples}, (_, j) => Number(X.data[j] > X.data[samples + j]))]);
  return {network: drawn, X, Y};
}

/** The network that PyTorch computed as well. */
export function pytorchExample({sizes, activations, parameters, X, Y}: PytorchNetwork): Example {
  return {
    network: networkOver(Float64Array.from(parameters), sizes, activations.map(activationNamed)),
    X: matrix(X),
    Y: matrix(Y)
  };
}

/** The example with one of its samples alone. */
export const oneSample = ({network, X, Y}: Example, sample: number): Example => ({
  network,
  X: selectColumns(X, [sample]),
  Y: selectColumns(Y, [sample])
});

/** The largest difference between a pass and PyTorch's matrices. */
export function distanceToPytorch(ledger: Ledger, {layers}: PytorchNetwork): number {
  const differences = layers.flatMap((layer, l) =>
    (["Z", "A", "dZ", "dA", "dW", "db"] as const).flatMap((letter) => {
      const ours = ledger[`${letter}${l + 1}`];
      const theirs = layer[letter].flat();
      return isMatrix(ours) ? theirs.map((x, i) => Math.abs(x - ours.data[i])) : Number.POSITIVE_INFINITY;
    })
  );
  return differences.reduce((most, difference) => Math.max(most, difference), 0);
}
