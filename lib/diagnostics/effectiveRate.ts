import {checkInteger, checkPositive} from "../checks.js";
import type {Optimizer} from "../optimizers/index.js";
import type {Vector} from "../types.js";

/** The step number t that is compared, so that the averages have settled. */
export interface EffectiveRateOptions {
  readonly steps?: number;
}

/**
 * The rate with which an optimizer's step on a steady gradient g is as long as gradient descent's α g:
 *
 *     α |g| / |Δθₜ|,  Δθₜ the step number t (100) with the rate 1, from θ = 0
 *
 * For averaged momentum that is nearly α, for the classical form α (1 − β), for Adam α |g| / √n.
 * Where g is 0 nothing moves, and it is α.
 *
 * @throws RangeError when α is not positive or steps not a positive integer
 */
export function effectiveRate<State>(
  optimizerAt: (learningRate: number) => Optimizer<State>,
  gradient: Vector,
  learningRate: number,
  {steps = 100}: EffectiveRateOptions = {}
): number {
  checkPositive({learningRate});
  checkInteger({steps});
  const optimizer = optimizerAt(1);
  const parameters = new Float64Array(gradient.length);
  const state = optimizer.init(gradient.length);
  for (let t = 1; t <= steps; ++t) {
    parameters.fill(0);
    optimizer.update(parameters, gradient, state);
  }
  const [step, slope] = [Math.hypot(...parameters), Math.hypot(...gradient)];
  return step > 0 && slope > 0 ? (learningRate * slope) / step : learningRate;
}
