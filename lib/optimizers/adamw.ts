import {checkNonNegative} from "../checks.js";
import {type AdamOptions, type AdamState, adam} from "./adam.js";
import {type Optimizer, rateAt} from "./optimizer.js";

export interface AdamwOptions extends AdamOptions {
  readonly weightDecay?: number;
}

/**
 * AdamW: Adam beside a decay of the weights that the moments do not see (Loshchilov & Hutter 2019, arXiv:1711.05101).
 *
 *     θ ← θ − α λ θ, then Adam's step with the gradient at the old θ
 *
 * λ is the weight decay; it is multiplied by the learning rate, as in PyTorch.
 *
 * @throws RangeError when λ is negative, or as Adam does
 */
export function adamw({
  weightDecay = 0.01,
  learningRate = 0.001,
  ...others
}: AdamwOptions = {}): Optimizer<AdamState> {
  const inner = adam({learningRate, ...others});
  const rate = rateAt(learningRate);
  checkNonNegative({weightDecay});
  return {
    name: "adamw",
    options: {...inner.options, weightDecay},
    init: inner.init,
    update(parameters, gradient, state) {
      const shrink = rate(state.t + 1) * weightDecay;
      for (let i = 0; i < parameters.length; ++i) parameters[i] -= shrink * parameters[i];
      inner.update(parameters, gradient, state);
    }
  };
}
