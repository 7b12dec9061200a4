import {sampleOrder} from "../batches.js";
import {accuracy, type Evaluation} from "../evaluate.js";
import {type Loss, lossNamed} from "../losses.js";
import type {Network} from "../network.js";
import type {Matrix} from "../types.js";
import {chunks, join} from "./chunks.js";
import type {KernelModule} from "./kernelModule.js";
import {kindsOf} from "./kindsOf.js";
import {singleNetwork} from "./singleNetwork.js";

interface Task {
  readonly network: Network;
  readonly loss: Loss;
  readonly X: Matrix;
  readonly Y: Matrix;
}

/** The evaluator in single precision, which goes through the samples in chunks that stay in the cache. */
export function singleEvaluator(module: KernelModule, {network, loss, X, Y}: Task): () => Evaluation {
  const kinds = kindsOf(network.layers, loss);
  const parts = chunks(X.columns);
  const options = {sizes: network.sizes, batchSize: parts[0].count, ...kinds, optimizer: "none"} as const;
  const single = singleNetwork(module, options, X, Y);
  single.order.set(sampleOrder(X.columns));
  return () => {
    single.parameters.set(network.parameters);
    let sum = 0;
    const predictions = parts.map(({first, count}) => {
      sum += single.differentiate(first, count) * count;
      return single.prediction(count);
    });
    // of a sigmoid that is trained by its logits these are the predictions
    const share = accuracy(lossNamed(kinds.loss), join(predictions), Y);
    const cost = sum / X.columns;
    return share === undefined ? {cost} : {cost, accuracy: share};
  };
}
