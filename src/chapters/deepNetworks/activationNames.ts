import {identity, relu, sigmoid, tanh} from "../../lib/activations.js";

/** The activations that hidden layers can have, in the order in which they are offered. */
export const activationsByName = {tanh, relu, sigmoid, identity} as const;
export type ActivationName = keyof typeof activationsByName;

export const activationNames = Object.keys(activationsByName) as ActivationName[]; // the keys are those, in this order
