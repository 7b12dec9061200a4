import {checkDecay, checkNonNegative} from "../checks.js";
import type {Vector} from "../types.js";
import {wholePower} from "../wholePower.js";
import {filled, type LearningRate, type Optimizer, quotient, rateAt, type Steps} from "./optimizer.js";

export interface AdamaxOptions {
  readonly learningRate?: LearningRate;
  readonly beta1?: number;
  readonly beta2?: number;
  readonly epsilon?: number;
  readonly epsilonInside?: boolean;
}

export interface AdamaxState extends Steps {
  firstMoment: Vector;
  largestGradient: Vector;
}

/**
 * Adamax: Adam with the largest recent gradient in place of the root mean square (Kingma & Ba 2015, Algorithm 2).
 *
 *     v ← β₁ v + (1 − β₁) g
 *     u ← max(β₂ u, |g| + ε)
 *     θ ← θ − α / (1 − β₁ᵗ) · v / u
 *
 * ε stands inside the maximum in PyTorch; `epsilonInside: false` divides by max(β₂ u, |g|) + ε, as TensorFlow.js does.
 *
 * @throws RangeError when α is not positive, β₁ or β₂ not in [0, 1) or ε negative
 */
export function adamax({
  learningRate = 0.002,
  beta1 = 0.9,
  beta2 = 0.999,
  epsilon = 1e-8,
  epsilonInside = true
}: AdamaxOptions = {}): Optimizer<AdamaxState> {
  const rate = rateAt(learningRate);
  checkDecay({beta1, beta2});
  checkNonNegative({epsilon});
  const [inside, outside] = epsilonInside ? [epsilon, 0] : [0, epsilon];
  return {
    name: "adamax",
    options: {learningRate, beta1, beta2, epsilon, epsilonInside},
    init: (size) => ({t: 0, firstMoment: filled(size), largestGradient: filled(size)}),
    update(parameters, gradient, state) {
      const t = ++state.t;
      const α = rate(t) / (1 - wholePower(beta1, t));
      const {firstMoment: v, largestGradient: u} = state;
      for (let i = 0; i < parameters.length; ++i) {
        const g = gradient[i];
        v[i] = beta1 * v[i] + (1 - beta1) * g;
        u[i] = Math.max(beta2 * u[i], Math.abs(g) + inside);
        parameters[i] -= α * quotient(v[i], u[i] + outside);
      }
    }
  };
}
