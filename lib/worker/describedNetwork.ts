import {activationNamed} from "../activations.js";
import {initializerNamed} from "../initializers.js";
import {type Network, network} from "../network.js";
import type {Random} from "../types.js";

/** A network whose weights are to be drawn, as plain data: activations and initializer by their names. */
export interface NetworkDescription {
  readonly sizes: readonly number[];
  readonly activations: readonly string[];
  readonly initializer: string;
}

/**
 * The network that a description means, its weights drawn.
 *
 * @throws RangeError when a name is unknown, or as `network` does
 */
export function describedNetwork(
  {sizes, activations, initializer}: NetworkDescription,
  random: Random
): Network {
  return network({
    sizes,
    activations: activations.map(activationNamed),
    initializer: initializerNamed(initializer),
    random
  });
}
