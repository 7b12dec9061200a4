import {doubleTrainer, type Task, type Trainer} from "../trainer.js";
import type {Vector} from "../types.js";
import {kernelModule} from "./kernelModule.js";
import {kindsOf} from "./kindsOf.js";
import {type SingleNetwork, singleNetwork} from "./singleNetwork.js";
import {type UpdateRule, updateRule} from "./updateRule.js";

/**
 * The trainer in single precision: a step is one call into WebAssembly, which handles four samples an instruction.
 *
 * An optimizer that the kernels do not know moves the parameters in double precision, between two calls.
 * Where the runtime has no SIMD, the trainer in double precision takes its place.
 *
 * @throws TypeError when an activation or the loss is not one of the engine's own
 */
export function singleTrainer<State>(task: Task<State>): Trainer {
  const {network, loss, X, Y, optimizer, batchSize} = task;
  const kinds = kindsOf(network.layers, loss);
  const module = kernelModule();
  if (!module) return doubleTrainer(task);
  const rule = updateRule(optimizer);
  const options = {sizes: network.sizes, batchSize, ...kinds, optimizer: rule?.kind ?? "none"} as const;
  const single = singleNetwork(module, options, X, Y);
  single.parameters.set(network.parameters);
  return rule ? kernelTrainer(task, single, rule) : mixedTrainer(task, single);
}

/** A trainer whose optimizer works in the kernels' memory. */
function kernelTrainer<State>(
  {network, state}: Task<State>,
  single: SingleNetwork,
  rule: UpdateRule
): Trainer {
  // an optimizer's state is plain data, and begins with t
  const parts = state as {t: number} & Record<string, Vector>;
  const moments = [
    [single.firstMoment, rule.firstMoment],
    [single.secondMoment, rule.secondMoment]
  ] as const;
  for (const [moment, name] of moments) if (name) moment.set(parts[name]);
  let {t} = parts;
  return {
    arrange: (order) => single.order.set(order),
    step: (first, count) => single.step(first, count, rule.at(++t)),
    isFinite: single.isFinite,
    publish() {
      network.parameters.set(single.parameters);
      for (const [moment, name] of moments) if (name) parts[name].set(moment);
      parts.t = t;
    }
  };
}

/** A trainer whose optimizer works in double precision on copies that are rounded after each update. */
function mixedTrainer<State>({network, optimizer, state}: Task<State>, single: SingleNetwork): Trainer {
  const parameters = Float64Array.from(single.parameters);
  const gradient = new Float64Array(parameters.length);
  return {
    arrange: (order) => single.order.set(order),
    step(first, count) {
      const cost = single.differentiate(first, count);
      gradient.set(single.gradient);
      optimizer.update(parameters, gradient, state);
      single.parameters.set(parameters);
      parameters.set(single.parameters);
      return cost;
    },
    isFinite: () => parameters.every(Number.isFinite),
    publish() {
      network.parameters.set(parameters);
    }
  };
}
