import {stepsUntil} from "../../lib/diagnostics/stepsUntil.js";
import {adam} from "../../lib/optimizers/adam.js";
import {gradientDescent} from "../../lib/optimizers/gradientDescent.js";
import {momentum} from "../../lib/optimizers/momentum.js";
import {quadratic} from "../../lib/surfaces/quadratic.js";
import {turned} from "../../lib/surfaces/rotated.js";

/** The three of the turning experiment, each with a rate that suits the ravine along the axes. */
const turners = {
  gd: gradientDescent({learningRate: 2 / 101}),
  momentum: momentum({learningRate: 0.2}),
  adam: adam({learningRate: 0.05})
};

export type Turner = keyof typeof turners;
export const turnerNames = Object.keys(turners) as readonly Turner[]; // the keys of a literal are its names

/** Steps to a cost of 10⁻³ in a ravine of κ = 100 turned by some degrees, from (1, 1) turned with it. */
export function turnedSteps(name: Turner, degrees: number): number {
  const angle = (degrees * Math.PI) / 180;
  const ravine = quadratic({a: 1, b: 100, rotation: angle});
  return stepsUntil(ravine, turners[name], turned([1, 1], angle), (_, cost) => cost <= 1e-3);
}
