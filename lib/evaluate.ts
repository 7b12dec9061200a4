import {binaryCrossEntropy, type Loss, sigmoidCrossEntropy, softmaxCrossEntropy} from "./losses.js";
import {checkData, type Network} from "./network.js";
import {costOf} from "./propagation.js";
import type {Matrix} from "./types.js";

/** How a network does on data; the accuracy only where the loss is one of classification. */
export interface Evaluation {
  readonly cost: number;
  readonly accuracy?: number;
}

/**
 * The cost and accuracy of a network on data.
 *
 * @throws RangeError when X or Y does not fit the network, or holds a number that is not finite
 */
export function evaluate(network: Network, loss: Loss, X: Matrix, Y: Matrix): Evaluation {
  checkData(network, loss, X, Y);
  const pass = network.forward(X);
  const cost = costOf(network.layers, Y, loss, pass);
  const share = accuracy(loss, pass.A[pass.A.length - 1], Y);
  return share === undefined ? {cost} : {cost, accuracy: share};
}

/**
 * The class of each sample: the row of the largest entry in its column, the first of equals.
 */
export function classes({rows, columns, data}: Matrix): Uint32Array {
  const best = new Uint32Array(columns);
  for (let i = 1; i < rows; ++i)
    for (let j = 0; j < columns; ++j) if (data[i * columns + j] > data[best[j] * columns + j]) best[j] = i;
  return best;
}

/**
 * The share of right answers: of samples under softmax, whose largest logit is the target's; of outputs under
 * the other cross-entropies, on the target's side of ½ (of 0 for logits). None for other losses.
 */
export function accuracy(loss: Loss, prediction: Matrix, target: Matrix): number | undefined {
  if (loss === softmaxCrossEntropy) {
    const wanted = classes(target);
    return share(classes(prediction), (chosen, j) => chosen === wanted[j]);
  }
  const thresholds = new Map([
    [binaryCrossEntropy, 0.5],
    [sigmoidCrossEntropy, 0]
  ]);
  const threshold = thresholds.get(loss);
  if (threshold === undefined) return undefined;
  return share(prediction.data, (p, i) => p >= threshold === target.data[i] >= 0.5);
}

function share(answers: ArrayLike<number>, isRight: (answer: number, index: number) => boolean): number {
  let right = 0;
  for (let i = 0; i < answers.length; ++i) if (isRight(answers[i], i)) ++right;
  return right / answers.length;
}
