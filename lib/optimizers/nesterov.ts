import {checkDecay} from "../checks.js";
import {filled, type LearningRate, type Optimizer, rateAt} from "./optimizer.js";
import type {MomentumState} from "./momentum.js";

/**
 * Nesterov's momentum: the step that the velocity will take next is taken already (Nesterov 1983).
 *
 *     v ← β v + g
 *     θ ← θ − α (g + β v)
 *
 * The form of PyTorch and of Sutskever et al. 2013, in which the gradient is taken at θ itself.
 *
 * @throws RangeError when α is not positive or β not in [0, 1)
 */
export function nesterov({
  learningRate,
  beta = 0.9
}: {
  readonly learningRate: LearningRate;
  readonly beta?: number;
}): Optimizer<MomentumState> {
  const rate = rateAt(learningRate);
  checkDecay({beta});
  return {
    name: "nesterov",
    options: {learningRate, beta},
    init: (size) => ({t: 0, velocity: filled(size)}),
    update(parameters, gradient, state) {
      const α = rate(++state.t);
      const v = state.velocity;
      for (let i = 0; i < parameters.length; ++i) {
        const g = gradient[i];
        v[i] = beta * v[i] + g;
        parameters[i] -= α * (g + beta * v[i]);
      }
    }
  };
}
