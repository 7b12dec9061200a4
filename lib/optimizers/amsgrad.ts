import {checkDecay, checkNonNegative} from "../checks.js";
import type {Vector} from "../types.js";
import {wholePower} from "../wholePower.js";
import type {AdamState} from "./adam.js";
import {filled, type LearningRate, type Optimizer, quotient, rateAt} from "./optimizer.js";

export interface AmsgradOptions {
  readonly learningRate?: LearningRate;
  readonly beta1?: number;
  readonly beta2?: number;
  readonly epsilon?: number;
  readonly correctFirst?: boolean;
}

export interface AmsgradState extends AdamState {
  largestSecondMoment: Vector;
}

/**
 * AMSGrad: Adam whose second moment never forgets a large gradient (Reddi, Kale & Kumar 2018, arXiv:1904.09237).
 *
 *     v, s as in Adam        ŝ ← max(ŝ, s)
 *     θ ← θ − α v / (1 − β₁ᵗ) / (√(ŝ / (1 − β₂ᵗ)) + ε)
 *
 * The maximum is of the uncorrected s, as in PyTorch; `correctFirst` takes it of s / (1 − β₂ᵗ), as optax does.
 *
 * @throws RangeError when α is not positive, β₁ or β₂ not in [0, 1) or ε negative
 */
export function amsgrad({
  learningRate = 0.001,
  beta1 = 0.9,
  beta2 = 0.999,
  epsilon = 1e-8,
  correctFirst = false
}: AmsgradOptions = {}): Optimizer<AmsgradState> {
  const rate = rateAt(learningRate);
  checkDecay({beta1, beta2});
  checkNonNegative({epsilon});
  return {
    name: "amsgrad",
    options: {learningRate, beta1, beta2, epsilon, correctFirst},
    init: (size) => ({
      t: 0,
      firstMoment: filled(size),
      secondMoment: filled(size),
      largestSecondMoment: filled(size)
    }),
    update(parameters, gradient, state) {
      const t = ++state.t;
      const α = rate(t) / (1 - wholePower(beta1, t));
      const {firstMoment: v, secondMoment: s, largestSecondMoment: sHat} = state;
      const [before, after] = correctFirst ? [1 - wholePower(beta2, t), 1] : [1, 1 - wholePower(beta2, t)];
      for (let i = 0; i < parameters.length; ++i) {
        const g = gradient[i];
        v[i] = beta1 * v[i] + (1 - beta1) * g;
        s[i] = beta2 * s[i] + (1 - beta2) * g * g;
        sHat[i] = Math.max(sHat[i], s[i] / before);
        parameters[i] -= α * quotient(v[i], Math.sqrt(sHat[i] / after) + epsilon);
      }
    }
  };
}
