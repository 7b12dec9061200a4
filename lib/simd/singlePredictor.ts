import {sampleOrder} from "../batches.js";
import {meanSquaredError} from "../losses.js";
import {zeroMatrix} from "../matrix.js";
import type {Network} from "../network.js";
import type {Matrix} from "../types.js";
import {chunks, join} from "./chunks.js";
import type {KernelModule} from "./kernelModule.js";
import {kindsOf} from "./kindsOf.js";
import {singleNetwork} from "./singleNetwork.js";

/** The predictor in single precision. */
export function singlePredictor(module: KernelModule, network: Network, X: Matrix): () => Matrix[] {
  const {sizes, layers} = network;
  const parts = chunks(X.columns);
  // a forward pass asks neither for targets nor for a loss
  const targets = zeroMatrix(sizes[sizes.length - 1], X.columns);
  const kinds = kindsOf(layers, meanSquaredError);
  const options = {sizes, batchSize: parts[0].count, ...kinds, optimizer: "none"} as const;
  const single = singleNetwork(module, options, X, targets);
  single.order.set(sampleOrder(X.columns));
  return () => {
    single.parameters.set(network.parameters);
    const passes = parts.map(({first, count}) => single.predict(first, count));
    return layers.map((_, l) => join(passes.map((A) => A[l])));
  };
}
