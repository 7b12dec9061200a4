import {checkDecay, checkNonNegative} from "../checks.js";
import type {Vector} from "../types.js";
import {filled, type LearningRate, type Optimizer, quotient, rateAt, type Steps} from "./optimizer.js";

export interface AdadeltaOptions {
  readonly learningRate?: LearningRate;
  readonly decay?: number;
  readonly epsilon?: number;
}

export interface AdadeltaState extends Steps {
  squaredGradient: Vector;
  squaredStep: Vector;
}

/**
 * AdaDelta: the rate is itself measured, by the steps taken before (Zeiler 2012, arXiv:1212.5701).
 *
 *     s ← ρ s + (1 − ρ) g²
 *     d = g √(u + ε) / √(s + ε)
 *     u ← ρ u + (1 − ρ) d²
 *     θ ← θ − α d
 *
 * The decay is ρ; α = 1 is the paper's rule.
 *
 * @throws RangeError when α is not positive, ρ not in [0, 1) or ε negative
 */
export function adadelta({
  learningRate = 1,
  decay = 0.9,
  epsilon = 1e-6
}: AdadeltaOptions = {}): Optimizer<AdadeltaState> {
  const rate = rateAt(learningRate);
  checkDecay({decay});
  checkNonNegative({epsilon});
  return {
    name: "adadelta",
    options: {learningRate, decay, epsilon},
    init: (size) => ({t: 0, squaredGradient: filled(size), squaredStep: filled(size)}),
    update(parameters, gradient, state) {
      const α = rate(++state.t);
      const {squaredGradient: s, squaredStep: u} = state;
      for (let i = 0; i < parameters.length; ++i) {
        const g = gradient[i];
        s[i] = decay * s[i] + (1 - decay) * g * g;
        const d = quotient(g * Math.sqrt(u[i] + epsilon), Math.sqrt(s[i] + epsilon));
        u[i] = decay * u[i] + (1 - decay) * d * d;
        parameters[i] -= α * d;
      }
    }
  };
}
