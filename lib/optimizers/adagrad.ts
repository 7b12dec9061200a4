import {checkNonNegative} from "../checks.js";
import type {Vector} from "../types.js";
import {filled, type LearningRate, type Optimizer, quotient, rateAt, type Steps} from "./optimizer.js";

export interface AdagradOptions {
  readonly learningRate?: LearningRate;
  readonly epsilon?: number;
  readonly epsilonInside?: boolean;
  readonly initialAccumulator?: number;
}

export interface AdagradState extends Steps {
  accumulator: Vector;
}

/**
 * AdaGrad: each coordinate's rate falls with the squares it has seen (Duchi, Hazan & Singer 2011).
 *
 *     s ← s + g²,  from s = initialAccumulator
 *     θ ← θ − α g / (√s + ε)        epsilonInside: θ ← θ − α g / √(s + ε), as in TensorFlow
 *
 * @throws RangeError when α is not positive, ε or the initial accumulator negative
 */
export function adagrad({
  learningRate = 0.01,
  epsilon = 1e-10,
  epsilonInside = false,
  initialAccumulator = 0
}: AdagradOptions = {}): Optimizer<AdagradState> {
  const rate = rateAt(learningRate);
  checkNonNegative({epsilon, initialAccumulator});
  return {
    name: "adagrad",
    options: {learningRate, epsilon, epsilonInside, initialAccumulator},
    init: (size) => ({t: 0, accumulator: filled(size, initialAccumulator)}),
    update(parameters, gradient, state) {
      const α = rate(++state.t);
      const s = state.accumulator;
      for (let i = 0; i < parameters.length; ++i) {
        const g = gradient[i];
        s[i] += g * g;
        parameters[i] -=
          α * quotient(g, epsilonInside ? Math.sqrt(s[i] + epsilon) : Math.sqrt(s[i]) + epsilon);
      }
    }
  };
}
