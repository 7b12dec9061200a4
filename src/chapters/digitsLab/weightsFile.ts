import type {Network} from "../../lib/network.js";
import {loadNetwork, saveNetwork} from "../../lib/savedNetwork.js";
import {type Scaling, type Settings, type Split, scalings, splits} from "./settings.js";

/** A network of the lab, and what was done to the pixels before it got them. */
export interface LabNetwork {
  readonly network: Network;
  readonly scaling: Scaling;
  readonly split: Split;
}

/** Why a file was not taken in, with what is wrong in it. */
export interface Refusal {
  readonly refused: "damaged" | "foreign" | "newer";
  readonly detail: string;
}

/** The text of a file of weights: the engine's format, and beside it how the pixels were prepared. */
export const writeWeights = (
  network: Network,
  {scaling, split}: Pick<Settings, "scaling" | "split">
): string => `${JSON.stringify({...saveNetwork(network), scaling, split})}\n`;

/** The network of a file, or why it cannot be used here. */
export function readWeights(text: string): LabNetwork | Refusal {
  try {
    const fields = Object(JSON.parse(text)) as Readonly<Record<string, unknown>>; // unknown until read
    const {format, version, scaling, split} = fields;
    if (format !== "descent-network")
      return {refused: "foreign", detail: `format must be "descent-network"; got ${JSON.stringify(format)}`};
    if (Number(version) > 1) return {refused: "newer", detail: `version must be 1; got ${version}`};
    const network = loadNetwork(fields);
    const detail = unfit(network) ?? unknown({scaling}, scalings) ?? unknown({split}, splits);
    return detail === null
      ? {network, scaling: scaling as Scaling, split: split as Split} // known by now
      : {refused: "foreign", detail};
  } catch (error) {
    return {refused: "damaged", detail: error instanceof Error ? error.message : String(error)};
  }
}

/** Why a network cannot read the digits. */
function unfit({sizes, layers}: Network): string | null {
  if (sizes[0] !== 64 || sizes[sizes.length - 1] !== 10)
    return `sizes must begin with 64 and end with 10; got ${sizes.join(", ")}`;
  const {name} = layers[layers.length - 1].activation;
  return name === "identity" ? null : `the last activation must be identity; got ${name}`;
}

function unknown(named: Readonly<Record<string, unknown>>, known: readonly string[]): string | null {
  const [[name, value]] = Object.entries(named);
  return known.some((one) => one === value)
    ? null
    : `${name} must be one of ${known.join(", ")}; got ${JSON.stringify(value)}`;
}
