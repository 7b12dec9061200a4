import {type Activation, sigmoid} from "../activations.js";
import {binaryCrossEntropy, type Loss, sigmoidCrossEntropy} from "../losses.js";
import type {Layer} from "../propagation.js";
import {type ActivationKind, activationKinds, type LossKind, lossKinds} from "./plan.js";

/**
 * What the kernels call a network's activations and a loss; a sigmoid under its cross-entropy is trained by its logits.
 *
 * @throws TypeError when an activation or the loss is not one of the engine's own
 */
export function kindsOf(layers: readonly Layer[], loss: Loss) {
  const activations = layers.map(({activation}) => activationKind(activation));
  const last = layers.length - 1;
  if (loss !== binaryCrossEntropy || layers[last].activation !== sigmoid)
    return {activations, loss: lossKind(loss)};
  return {activations: activations.with(last, {kind: "identity"}), loss: lossKind(sigmoidCrossEntropy)};
}

function activationKind({name}: Activation): {kind: ActivationKind; parameter?: number} {
  const [, word, parameter] = /^(\w+)(?:\((\S+)\))?$/.exec(name) ?? [];
  const kind = activationKinds.find((known) => known === word);
  if (!kind)
    throw new TypeError(`activation must be one of the engine's own in single precision; got ${name}`);
  return {kind, parameter: Number(parameter ?? 0)};
}

function lossKind({name}: Loss): LossKind {
  const kind = lossKinds.find((known) => known === name);
  if (!kind) throw new TypeError(`loss must be one of the engine's own in single precision; got ${name}`);
  return kind;
}
