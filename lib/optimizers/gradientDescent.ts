import {checkInteger} from "../checks.js";
import {type LearningRate, type Optimizer, rateAt, type Steps} from "./optimizer.js";

/**
 * Gradient descent: a step against the gradient (Cauchy 1847; on mini-batches, Robbins & Monro 1951).
 *
 *     θ ← θ − α g
 *
 * @throws RangeError when the learning rate α is not positive
 */
export function gradientDescent({learningRate}: {learningRate: LearningRate}): Optimizer<Steps> {
  const rate = rateAt(learningRate);
  return {
    name: "gradientDescent",
    options: {learningRate},
    init(size) {
      checkInteger({size});
      return {t: 0};
    },
    update(parameters, gradient, state) {
      const α = rate(++state.t);
      for (let i = 0; i < parameters.length; ++i) parameters[i] -= α * gradient[i];
    }
  };
}
