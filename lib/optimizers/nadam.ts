import {checkDecay, checkNonNegative} from "../checks.js";
import {power} from "../elementary.js";
import {wholePower} from "../wholePower.js";
import type {AdamState} from "./adam.js";
import {filled, type LearningRate, type Optimizer, quotient, rateAt} from "./optimizer.js";

export interface NadamOptions {
  readonly learningRate?: LearningRate;
  readonly beta1?: number;
  readonly beta2?: number;
  readonly epsilon?: number;
  readonly momentumDecay?: number;
}

export interface NadamState extends AdamState {
  momentumProduct: number;
}

/**
 * NAdam: Adam with Nesterov's look ahead (Dozat 2016).
 *
 *     v, s, ŝ as in Adam        μₜ = β₁ (1 − ½ · 0.96^(t ψ))        Πₜ = μ₁ μ₂ ⋯ μₜ
 *     v̂ = μₜ₊₁ v / (1 − Πₜ₊₁) + (1 − μₜ) g / (1 − Πₜ)
 *     θ ← θ − α v̂ / (√ŝ + ε)
 *
 * ψ is the momentum decay, 0.004 in the paper and PyTorch; with ψ = Infinity μₜ is β₁ throughout, as in optax.
 *
 * @throws RangeError when α is not positive, β₁ or β₂ not in [0, 1), ε or ψ negative
 */
export function nadam({
  learningRate = 0.002,
  beta1 = 0.9,
  beta2 = 0.999,
  epsilon = 1e-8,
  momentumDecay = 0.004
}: NadamOptions = {}): Optimizer<NadamState> {
  const rate = rateAt(learningRate);
  checkDecay({beta1, beta2});
  checkNonNegative({epsilon});
  if (momentumDecay !== Infinity) checkNonNegative({momentumDecay});
  const momentumAt = (t: number) => beta1 * (1 - 0.5 * power(0.96, t * momentumDecay));
  return {
    name: "nadam",
    options: {learningRate, beta1, beta2, epsilon, momentumDecay},
    init: (size) => ({t: 0, momentumProduct: 1, firstMoment: filled(size), secondMoment: filled(size)}),
    update(parameters, gradient, state) {
      const t = ++state.t;
      const α = rate(t);
      const {firstMoment: v, secondMoment: s} = state;
      const [μ, next] = [momentumAt(t), momentumAt(t + 1)];
      state.momentumProduct *= μ;
      const Π = state.momentumProduct;
      const correction2 = 1 - wholePower(beta2, t);
      for (let i = 0; i < parameters.length; ++i) {
        const g = gradient[i];
        v[i] = beta1 * v[i] + (1 - beta1) * g;
        s[i] = beta2 * s[i] + (1 - beta2) * g * g;
        const vHat = (next * v[i]) / (1 - Π * next) + ((1 - μ) * g) / (1 - Π);
        parameters[i] -= α * quotient(vHat, Math.sqrt(s[i] / correction2) + epsilon);
      }
    }
  };
}
