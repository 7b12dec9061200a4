import {checkDecay, checkNonNegative} from "../checks.js";
import type {Vector} from "../types.js";
import {wholePower} from "../wholePower.js";
import {filled, type LearningRate, type Optimizer, quotient, rateAt, type Steps} from "./optimizer.js";

export interface AdamOptions {
  readonly learningRate?: LearningRate;
  readonly beta1?: number;
  readonly beta2?: number;
  readonly epsilon?: number;
  readonly epsilonInside?: boolean;
}

export interface AdamState extends Steps {
  firstMoment: Vector;
  secondMoment: Vector;
}

/**
 * Adam: steps scaled by running moments of the gradient (Kingma & Ba 2015, Algorithm 1, arXiv:1412.6980).
 *
 *     v ← β₁ v + (1 − β₁) g        v̂ = v / (1 − β₁ᵗ)
 *     s ← β₂ s + (1 − β₂) g²       ŝ = s / (1 − β₂ᵗ)
 *     θ ← θ − α v̂ / (√ŝ + ε)       epsilonInside: θ ← θ − α v̂ / √(ŝ + ε)
 *
 * v and s are the course's letters for the paper's m and v.
 *
 * @throws RangeError when α is not positive, β₁ or β₂ not in [0, 1) or ε negative
 */
export function adam({
  learningRate = 0.001,
  beta1 = 0.9,
  beta2 = 0.999,
  epsilon = 1e-8,
  epsilonInside = false
}: AdamOptions = {}): Optimizer<AdamState> {
  const rate = rateAt(learningRate);
  checkDecay({beta1, beta2});
  checkNonNegative({epsilon});
  return {
    name: "adam",
    options: {learningRate, beta1, beta2, epsilon, epsilonInside},
    init: (size) => ({t: 0, firstMoment: filled(size), secondMoment: filled(size)}),
    update(parameters, gradient, state) {
      const t = ++state.t;
      const α = rate(t);
      const {firstMoment: v, secondMoment: s} = state;
      const [correction1, correction2] = [1 - wholePower(beta1, t), 1 - wholePower(beta2, t)];
      for (let i = 0; i < parameters.length; ++i) {
        const g = gradient[i];
        v[i] = beta1 * v[i] + (1 - beta1) * g;
        s[i] = beta2 * s[i] + (1 - beta2) * g * g;
        const vHat = v[i] / correction1;
        const sHat = s[i] / correction2;
        parameters[i] -=
          α * quotient(vHat, epsilonInside ? Math.sqrt(sHat + epsilon) : Math.sqrt(sHat) + epsilon);
      }
    }
  };
}
