import {formatNumber} from "../../components/formatNumber.js";
import type {Network} from "../../lib/network.js";
import type {DeepNetworksWords} from "./words.js";
import type {Setting} from "./settingsTable.js";

export interface Chosen {
  readonly learningRate: number;
  readonly epochs: number;
  readonly draw: number;
  readonly activation: string;
}

/** What training has set in a network, and what has been set for it. */
export function settingsOf(
  {layers, sizes}: Network,
  {learningRate, epochs, draw, activation}: Chosen,
  {weights, biases, names, spread}: DeepNetworksWords["settings"]
): readonly Setting[] {
  const all = {
    weights: layers.flatMap((layer) => [...layer.weights.data]),
    biases: layers.flatMap(({bias}) => [...bias])
  };
  const between = (values: readonly number[]): string =>
    spread(short(Math.min(...values)), short(Math.max(...values)));
  const hyper = (name: string, value: string): Setting => ({name, value, kind: "hyperparameter"});
  return [
    {name: weights(all.weights.length), value: between(all.weights), kind: "parameter"},
    {name: biases(all.biases.length), value: between(all.biases), kind: "parameter"},
    hyper(names.rate, formatNumber(learningRate)),
    hyper(names.epochs, String(epochs)),
    hyper(names.layers, String(layers.length)),
    hyper(names.sizes, sizes.slice(1).join(", ")),
    hyper(names.activation, activation),
    hyper(names.draw, String(draw))
  ];
}

const short = (value: number): string => formatNumber(value, {digits: 3});
