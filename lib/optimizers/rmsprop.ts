import {checkDecay, checkNonNegative} from "../checks.js";
import type {Vector} from "../types.js";
import {filled, type LearningRate, type Optimizer, quotient, rateAt, type Steps} from "./optimizer.js";

export interface RmspropOptions {
  readonly learningRate?: LearningRate;
  readonly beta?: number;
  readonly epsilon?: number;
  readonly epsilonInside?: boolean;
}

export interface RmspropState extends Steps {
  secondMoment: Vector;
}

/**
 * RMSProp: steps divided by the root of the moving average of the squares (Tieleman & Hinton 2012, lecture 6e).
 *
 *     s ← β s + (1 − β) g²
 *     θ ← θ − α g / (√s + ε)        epsilonInside: θ ← θ − α g / √(s + ε)
 *
 * ε stands outside the root in PyTorch, inside in TensorFlow 1 and in the chapter; ε inside acts like √ε outside.
 *
 * @throws RangeError when α is not positive, β not in [0, 1) or ε negative
 */
export function rmsprop({
  learningRate = 0.01,
  beta = 0.9,
  epsilon = 1e-8,
  epsilonInside = false
}: RmspropOptions = {}): Optimizer<RmspropState> {
  const rate = rateAt(learningRate);
  checkDecay({beta});
  checkNonNegative({epsilon});
  return {
    name: "rmsprop",
    options: {learningRate, beta, epsilon, epsilonInside},
    init: (size) => ({t: 0, secondMoment: filled(size)}),
    update(parameters, gradient, state) {
      const α = rate(++state.t);
      const s = state.secondMoment;
      for (let i = 0; i < parameters.length; ++i) {
        const g = gradient[i];
        s[i] = beta * s[i] + (1 - beta) * g * g;
        parameters[i] -=
          α * quotient(g, epsilonInside ? Math.sqrt(s[i] + epsilon) : Math.sqrt(s[i]) + epsilon);
      }
    }
  };
}
