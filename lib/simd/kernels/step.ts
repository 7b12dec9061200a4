import {activate, throughActivation} from "./activations";
import {Layer, Plan} from "./layer";
import {lossAndDerivative} from "./losses";
import {Coefficients, update} from "./optimizers";
import {backward, biasGradient, forward, gather, gradient, transposePanels} from "./products";
import {gatherPanels, isSmall, smallBackward, smallForward, smallGradient} from "./small";

// @ts-ignore: decorator
@inline
function layerAt(plan: Plan, l: i32): Layer {
  return changetype<Layer>(changetype<usize>(plan) + offsetof<Plan>() + <usize>l * offsetof<Layer>());
}

/** Z and A of every layer for the samples whose indices stand in `order`. */
export function predict(plan: Plan, order: usize, samples: i32): void {
  const first = layerAt(plan, 0);
  if (isSmall(first)) gatherPanels(plan.inputs, plan.inputStride, order, samples, first.inputs, first.input, first.inputStride);
  else gather(plan.inputs, plan.inputStride, order, samples, first.inputTransposed, first.input, first.inputStride);
  for (let l = 0; l < plan.layers; ++l) {
    const layer = layerAt(plan, l);
    if (isSmall(layer)) smallForward(layer, samples);
    else forward(layer, samples, plan.scratch);
    activate(layer, samples);
  }
}

/** The same, with the mean cost for an answer, and its gradient. */
export function differentiate(plan: Plan, order: usize, samples: i32): f64 {
  predict(plan, order, samples);
  const last = layerAt(plan, plan.layers - 1);
  gatherPanels(plan.targets, plan.targetStride, order, samples, last.outputs, plan.target, last.outputStride);
  const cost = lossAndDerivative(plan.loss, last, plan.target, samples);
  for (let l = plan.layers - 1; l >= 0; --l) {
    const layer = layerAt(plan, l);
    biasGradient(layer, samples);
    if (isSmall(layer)) {
      smallGradient(layer, samples);
      if (l > 0) smallBackward(layer, layerAt(plan, l - 1), samples);
    } else {
      // `gather` has done it for the first
      if (l > 0) transposePanels(layer, samples);
      gradient(layer, samples, plan.scratch);
      if (l > 0) {
        backward(layer, samples, plan.scratch);
        throughActivation(layerAt(plan, l - 1), samples);
      }
    }
  }
  return cost / <f64>samples;
}

/** One step of training, cost, gradient, update; the answer is the mean cost before the update. */
export function step(plan: Plan, order: usize, samples: i32, coefficients: Coefficients): f64 {
  const cost = differentiate(plan, order, samples);
  plan.finite = <i32>update(plan, coefficients);
  return cost;
}
