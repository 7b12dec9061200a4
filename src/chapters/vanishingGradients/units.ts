import {type Activation, identity, leakyRelu, relu, sigmoid, tanh} from "../../lib/activations.js";

export const unitKinds = ["relu", "leaky", "tanh", "sigmoid", "linear"] as const;
export type UnitKind = (typeof unitKinds)[number];

/** The activations of the laboratory. */
export const activations: Readonly<Record<UnitKind, Activation>> = {
  relu,
  leaky: leakyRelu(0.1),
  tanh,
  sigmoid,
  linear: identity
};
