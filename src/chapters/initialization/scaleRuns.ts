import {greatest} from "d3-array";
import {type Activation, relu, sigmoid, tanh} from "../../lib/activations.js";
import {circles} from "../../lib/datasets/circles.js";
import {descend} from "../../lib/descend.js";
import {lecunNormal, scaled} from "../../lib/initializers.js";
import {binaryCrossEntropy} from "../../lib/losses.js";
import {type Network, network, objective} from "../../lib/network.js";
import {momentum} from "../../lib/optimizers/momentum.js";
import {random} from "../../lib/random.js";

export const unitNames = ["relu", "tanh"] as const;
export type UnitName = (typeof unitNames)[number];

/** Hidden activations, and the gain on variance 1/n that keeps their signal: He's √2 for ReLU, 1 for tanh. */
const units = {
  relu: {activation: relu, gain: Math.SQRT2},
  tanh: {activation: tanh, gain: 1}
};

/** How many times as large as the right scale the first weights are. */
export const factors = [0.25, 0.5, 1, 2, 4] as const;
export const [width, samples, steps] = [12, 60, 120];

/** The cost before a step; not finite where a number has left its range. */
export interface ScaleStep {
  readonly factor: number;
  readonly step: number;
  readonly cost: number;
}

export interface ScaleOptions {
  readonly unit: UnitName;
  /** Hidden layers. */
  readonly depth: number;
  readonly learningRate: number;
  readonly seed?: number;
}

/** The network of a run before its first step: first weights `factor` times as large as the right scale. */
export const firstNetwork = (
  {unit, depth, seed = 1}: Omit<ScaleOptions, "learningRate">,
  factor: number
): Network =>
  network({
    sizes: [2, ...Array<number>(depth).fill(width), 1],
    activations: [...Array<Activation>(depth).fill(units[unit].activation), sigmoid],
    initializer: scaled(lecunNormal, factor * units[unit].gain),
    random: random(seed)
  });

export const rings = circles({random: random(1), samples, noise: 0.1});

/** Trains a deep network on two rings from first weights of each scale: the same data, the same draws, the same steps. */
export function* scaleRuns(options: ScaleOptions): Generator<ScaleStep, void> {
  const {learningRate} = options;
  for (const factor of factors) {
    const net = firstNetwork(options, factor);
    const cost = objective(net, binaryCrossEntropy, rings.X, rings.Y);
    for (const {step, value, diverged} of descend(cost, momentum({learningRate}), net.parameters)) {
      yield {factor, step, cost: diverged ? Number.POSITIVE_INFINITY : value};
      if (step === steps) break;
    }
  }
}

/** The highest cost of each scale, where it still was a number. */
export const peaks = (found: readonly ScaleStep[]): ScaleStep[] =>
  factors.flatMap(
    (factor) =>
      greatest(
        found.filter((step) => step.factor === factor && Number.isFinite(step.cost)),
        ({cost}) => cost
      ) ?? []
  );
