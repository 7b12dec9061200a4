import type {Activation} from "../../lib/activations.js";
import {
  factorPerLayer,
  type SignalStatistics,
  signalStatistics,
  spread
} from "../../lib/diagnostics/layerStatistics.js";
import {networkOver} from "../../lib/network.js";
import {normalSampler} from "../../lib/normalSampler.js";
import {backwardSignals, countParameters} from "../../lib/propagation.js";
import {random} from "../../lib/random.js";
import type {Matrix} from "../../lib/types.js";

export interface SignalSettings {
  readonly activation: Activation;
  /** What the unit weights are multiplied by: σ_w √n. */
  readonly scale: number;
  readonly standardized: boolean;
  readonly seed: number;
}

/** A signal and its gradient in every layer of a network; index 0 of the activations is the inputs. */
export interface Signal {
  readonly samples: number;
  readonly activations: readonly Matrix[];
  /** dZ of the layers 1 … L at index 0 … L − 1. */
  readonly gradients: readonly Matrix[];
  readonly statistics: readonly SignalStatistics[];
  /** Root mean squares of the activations, the inputs first. */
  readonly activationSizes: readonly number[];
  readonly gradientSizes: readonly number[];
}

/** Inputs that are not standardized: each around 5, with a deviation of 2. */
export const raw = {mean: 5, deviation: 2};

/** The root mean square that the inputs have in the mean. */
export const inputSize = (standardized: boolean): number =>
  standardized ? 1 : Math.hypot(raw.mean, raw.deviation);

/** So many samples that a layer has at least 512 values, and a wide one eight for each of its units. */
export const samplesFor = (width: number, depth: number): number =>
  Math.max(2, Math.min(Math.max(8, Math.ceil(512 / width)), Math.floor(work / (width * width * depth))));

/** Weights times samples that a frame has the time for. */
const work = 2 ** 21;

/** Sends normal inputs forward through layers of unit weights times a scale, and normal derivatives backward. */
export function measureSignal(units: readonly Matrix[], settings: SignalSettings): Signal {
  const {activation, scale, standardized, seed} = settings;
  const [depth, width] = [units.length, units[0].rows];
  const sizes = Array<number>(depth + 1).fill(width);
  const network = networkOver(new Float64Array(countParameters(sizes)), sizes, Array(depth).fill(activation));
  network.layers.forEach(({weights: {data}}, l) => {
    for (let i = 0; i < data.length; ++i) data[i] = scale * units[l].data[i];
  });
  const samples = samplesFor(width, depth);
  const next = normalSampler(random(-1 - seed));
  const draw = (): Matrix => ({
    rows: width,
    columns: samples,
    data: new Float64Array(width * samples).map(next)
  });
  const [inputs, derivatives] = [draw(), draw()];
  const X = standardized ? inputs : {...inputs, data: inputs.data.map((x) => raw.mean + raw.deviation * x)};
  const pass = network.forward(X);
  const signals = backwardSignals(network.layers, pass, derivatives);
  const statistics = signalStatistics(network, pass, signals);
  return {
    samples,
    activations: [X, ...pass.A],
    gradients: signals.dZ,
    statistics,
    activationSizes: [spread(X.data).rms, ...statistics.map(({A}) => A.rms)],
    gradientSizes: statistics.map(({dZ}) => dZ.rms)
  };
}

/** The factors by which the activations grow from layer 1 on, and the gradients from the last layer back. */
export const factorsOf = ({activationSizes, gradientSizes}: Signal): {forward: number; backward: number} => ({
  forward: factorPerLayer(activationSizes.slice(1)),
  backward: factorPerLayer([...gradientSizes].reverse())
});
