import {momentumPath} from "../../lib/diagnostics/momentumPath.js";
import {stepsUntil} from "../../lib/diagnostics/stepsUntil.js";
import {adam} from "../../lib/optimizers/adam.js";
import {momentum} from "../../lib/optimizers/momentum.js";
import {quadratic} from "../../lib/surfaces/quadratic.js";
import {turned} from "../../lib/surfaces/rotated.js";

const near = (p: Float64Array): boolean => Math.hypot(p[0], p[1]) <= 1e-6;
const patience = 3000;

/** Steps of averaged momentum (β = 0: gradient descent) from (1, 1) to within 10⁻⁶ in a ravine of κ = 100. */
export const ravineSteps = (learningRate: number, beta = 0): number =>
  stepsUntil(quadratic({a: 1, b: 100}), momentum({learningRate, beta}), [1, 1], near, {maximum: patience});

/** The same in closed form. */
export function ravineStepsInTheory(learningRate: number, beta = 0): number {
  for (let t = 0; t < patience; ++t)
    if (
      Math.hypot(momentumPath(t, learningRate, {beta}), momentumPath(t, 100 * learningRate, {beta})) <= 1e-6
    )
      return t;
  return Infinity;
}

/** Steps of Adam with α = 1 on the same ravine, which may be turned with the start. */
export function adamSteps(start: readonly [number, number], degrees = 0): number {
  const angle = (degrees * Math.PI) / 180;
  const ravine = quadratic({a: 1, b: 100, rotation: angle});
  return stepsUntil(ravine, adam({learningRate: 1}), turned(start, angle), near);
}
