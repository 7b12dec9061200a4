import {activationNamed} from "./activations.js";
import {describe} from "./checks.js";
import {type Network, networkOver} from "./network.js";
import {readArray, readFormat, readInteger, readVector} from "./saved.js";

/** A network as plain data for JSON, whose numbers it keeps exactly. */
export interface SavedNetwork {
  readonly format: "descent-network";
  readonly version: 1;
  readonly sizes: readonly number[];
  readonly activations: readonly string[];
  readonly parameters: readonly number[];
}

/** The network as plain data: `loadNetwork(JSON.parse(JSON.stringify(saveNetwork(network))))` is its equal. */
export function saveNetwork({sizes, layers, parameters}: Network): SavedNetwork {
  return {
    format: "descent-network",
    version: 1,
    sizes: [...sizes],
    activations: layers.map(({activation}) => activation.name),
    parameters: Array.from(parameters)
  };
}

/**
 * The network that `saveNetwork` has saved.
 *
 * @throws TypeError or RangeError naming the field when the data are of a newer version, damaged, or no network
 */
export function loadNetwork(saved: unknown): Network {
  const fields = readFormat(saved, "descent-network", 1);
  const sizes = readArray("sizes", fields.sizes).map((size, l) => readInteger(`sizes[${l}]`, size, 1));
  const activations = readArray("activations", fields.activations).map(readActivation);
  return networkOver(readVector("parameters", fields.parameters), sizes, activations);
}

function readActivation(name: unknown, l: number) {
  try {
    return activationNamed(String(name));
  } catch (cause) {
    throw new RangeError(`activations[${l}] must name an activation; got ${describe(name)}`, {cause});
  }
}
