import {checkDecay} from "../checks.js";
import type {Vector} from "../types.js";
import {wholePower} from "../wholePower.js";
import {filled, type LearningRate, type Optimizer, rateAt, type Steps} from "./optimizer.js";

export interface MomentumOptions {
  readonly learningRate: LearningRate;
  readonly beta?: number;
  readonly form?: "ema" | "classical";
  readonly correctBias?: boolean;
}

export interface MomentumState extends Steps {
  velocity: Vector;
}

/**
 * Momentum: steps along a moving average of the gradients (Polyak 1964).
 *
 *     form "ema"         v ← β v + (1 − β) g        θ ← θ − α v, with bias correction θ ← θ − α v / (1 − βᵗ)
 *     form "classical"   v ← β v + g                θ ← θ − α v
 *
 * The first is the course's; the second, PyTorch's and TensorFlow's, equals it at the learning rate α / (1 − β).
 *
 * @throws RangeError when α is not positive, β not in [0, 1), the form unknown, or a classical form is to be corrected
 */
export function momentum(options: MomentumOptions): Optimizer<MomentumState> {
  const {learningRate, beta = 0.9, form = "ema", correctBias = false} = options;
  const rate = rateAt(learningRate);
  checkDecay({beta});
  if (form !== "ema" && form !== "classical")
    throw new RangeError(`form must be "ema" or "classical"; got ${JSON.stringify(form)}`);
  if (form === "classical" && correctBias)
    throw new RangeError('correctBias must be false in the form "classical", which is no average; got true');
  const share = form === "ema" ? 1 - beta : 1;
  return {
    name: "momentum",
    options: {learningRate, beta, form, correctBias},
    init: (size) => ({t: 0, velocity: filled(size)}),
    update(parameters, gradient, state) {
      const t = ++state.t;
      const v = state.velocity;
      const α = rate(t) / (correctBias ? 1 - wholePower(beta, t) : 1);
      for (let i = 0; i < parameters.length; ++i) {
        v[i] = beta * v[i] + share * gradient[i];
        parameters[i] -= α * v[i];
      }
    }
  };
}
