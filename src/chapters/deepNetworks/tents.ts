import {identity, relu} from "../../lib/activations.js";
import {matrix} from "../../lib/matrix.js";
import {type Network, networkOver} from "../../lib/network.js";

/**
 * A network that folds [0, 1] once a hidden layer: t(x) = 2 relu(x) − 4 relu(x − ½), which goes from 0 up to 1 and
 * back, put into itself `depth` times. Each hidden layer is relu(t) and relu(t − ½); the output is the last t.
 */
export function tents(depth: number): Network {
  const sizes = [1, ...Array.from({length: depth}, () => 2), 1];
  const fold = [2, -4, 2, -4, 0, -0.5];
  const parameters = [1, 1, 0, -0.5, ...Array.from({length: depth - 1}, () => fold).flat(), 2, -4, 0];
  return networkOver(Float64Array.from(parameters), sizes, [
    ...Array.from({length: depth}, () => relu),
    identity
  ]);
}

/** The network's output at evenly spaced places from 0 to 1. */
export function curveOf(network: Network, intervals = 256): readonly (readonly [number, number])[] {
  const xs = Array.from({length: intervals + 1}, (_, i) => i / intervals);
  const {A} = network.forward(matrix([xs]));
  return xs.map((x, i) => [x, A.at(-1)!.data[i]]);
}

/** Of how many straight pieces a curve is made. */
export function piecesOf(points: readonly (readonly [number, number])[]): number {
  const slopes = points.slice(1).map(([x, y], i) => (y - points[i][1]) / (x - points[i][0]));
  return 1 + slopes.slice(1).filter((slope, i) => Math.abs(slope - slopes[i]) > 1e-9).length;
}

/** The parameters of the network that folds `depth` times, and the fewest of one with a single hidden layer of ReLUs
 * that has as many pieces: a unit adds a piece at most, so that w units, with 3w + 1 parameters, make w + 1 pieces. */
export const foldParameters = (depth: number): number => 6 * depth + 1;
export const shallowParameters = (pieces: number): number => 3 * (pieces - 1) + 1;
