import {identity} from "../../lib/activations.js";
import {descend} from "../../lib/descend.js";
import {lecunNormal, scaled} from "../../lib/initializers.js";
import {meanSquaredError} from "../../lib/losses.js";
import {network, objective} from "../../lib/network.js";
import {normalSampler} from "../../lib/normalSampler.js";
import {gradientDescent} from "../../lib/optimizers/gradientDescent.js";
import {random} from "../../lib/random.js";
import type {Matrix, Objective} from "../../lib/types.js";

export const gains = [0.5, 1, 2] as const;
export const learningRate = 0.001;
export const [depth, width, samples, steps] = [30, 16, 16, 30];

/** A step of a training: how far it moved the first layer's weights, and the cost before it; not finite where a number left its range. */
export interface FirstStep {
  readonly gain: number;
  readonly step: number;
  readonly length: number;
  readonly cost: number;
}

/** Gradient descent on thirty linear layers from weights of each gain: the same data, the same draws, the same rate. */
export function* firstSteps(): Generator<FirstStep, void> {
  for (const gain of gains) {
    const {cost, start} = task(gain);
    for (const {step, value, gradient, diverged} of descend(cost, gradientDescent({learningRate}), start)) {
      const first = gradient.subarray(0, width * width);
      const length = diverged ? Number.POSITIVE_INFINITY : learningRate * Math.hypot(...first);
      yield {gain, step: step + 1, length, cost: value};
      if (step + 1 === steps) break;
    }
  }
}

function task(gain: number): {cost: Objective; start: Float64Array} {
  const source = random(1);
  const net = network({
    sizes: Array(depth + 1).fill(width),
    activations: Array(depth).fill(identity),
    initializer: scaled(lecunNormal, gain),
    random: source
  });
  const next = normalSampler(source);
  const draw = (): Matrix => ({
    rows: width,
    columns: samples,
    data: new Float64Array(width * samples).map(next)
  });
  return {cost: objective(net, meanSquaredError, draw(), draw()), start: net.parameters};
}
