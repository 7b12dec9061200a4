import {sigmoid, tanh} from "../../lib/activations.js";
import {circles} from "../../lib/datasets/circles.js";
import {descend} from "../../lib/descend.js";
import {constantWeights, type Initializer, lecunNormal, normal, zeros} from "../../lib/initializers.js";
import {binaryCrossEntropy} from "../../lib/losses.js";
import {network, objective} from "../../lib/network.js";
import {gradientDescent} from "../../lib/optimizers/gradientDescent.js";
import {random} from "../../lib/random.js";
import type {Objective, Vector} from "../../lib/types.js";

export const beginnings = ["equal", "zeros", "nearly", "random"] as const;
export type Beginning = (typeof beginnings)[number];

/** Weights all alike, all 0, alike but for a millionth, and drawn. */
const initializers: Readonly<Record<Beginning, Initializer>> = {
  equal: constantWeights(0.5),
  zeros,
  nearly: (fanOut, fanIn, source) => normal(1e-6)(fanOut, fanIn, source).map((w) => 0.5 + w),
  random: lecunNormal
};

export const sizes = [2, 4, 1] as const;
export const [steps, learningRate] = [600, 2];

/** A training as far as it has come: the cost and all parameters before each step. */
export interface Training {
  readonly beginning: Beginning;
  readonly costs: readonly number[];
  readonly parameters: readonly Vector[];
}

/** The cost of the network on two rings, and its parameters at a beginning. */
export function begin(beginning: Beginning): {readonly cost: Objective; readonly start: Vector} {
  const {X, Y} = circles({random: random(1), samples: 100, noise: 0.1});
  const initializer = initializers[beginning];
  const net = network({sizes, activations: [tanh, sigmoid], initializer, random: random(2)});
  return {cost: objective(net, binaryCrossEntropy, X, Y), start: net.parameters.slice()};
}

/** Trains two inputs, four tanh neurons and an output on two rings from each beginning, in portions. */
export function* trainings(): Generator<Training | null, void> {
  for (const beginning of beginnings) {
    const {cost, start} = begin(beginning);
    const [costs, parameters]: [number[], Vector[]] = [[], []];
    for (const step of descend(cost, gradientDescent({learningRate}), start)) {
      costs.push(step.value);
      parameters.push(step.parameters);
      if (step.step === steps) break;
      yield null;
    }
    yield {beginning, costs, parameters};
  }
}

/** The incoming weights of a hidden neuron. */
const incoming = (parameters: Vector, neuron: number): Vector =>
  parameters.subarray(sizes[0] * neuron, sizes[0] * (neuron + 1));

/** The largest distance between the incoming weights of two hidden neurons; exactly 0 where they are the same. */
export function apart(parameters: Vector): number {
  let most = 0;
  for (let i = 0; i < sizes[1]; ++i)
    for (let j = 0; j < i; ++j) {
      const [a, b] = [incoming(parameters, i), incoming(parameters, j)];
      most = Math.max(most, Math.hypot(...a.map((w, k) => w - b[k])));
    }
  return most;
}

/** How many parameters a training has moved. */
export const moved = ({parameters}: Training): number =>
  parameters[0].filter((w, i) => w !== parameters.at(-1)![i]).length;
