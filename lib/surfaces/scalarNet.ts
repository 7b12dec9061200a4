import {checkInteger} from "../checks.js";
import type {Objective} from "../types.js";

/**
 * The cost of a network of D = depth linear layers with one weight each that should multiply to 1:
 *
 *     f = ½ (w₁ w₂ ⋯ w_D − 1)²        ∂f/∂wᵢ = (w₁ w₂ ⋯ w_D − 1) ∏ⱼ≠ᵢ wⱼ
 *
 * The origin is a saddle for D ≥ 2, and the flatter the deeper the network.
 *
 * @throws RangeError when depth is not a positive integer; when evaluated, for another number of parameters
 */
export function scalarNet(depth: number): Objective {
  checkInteger({depth});
  return (w) => {
    if (w.length !== depth)
      throw new RangeError(`a net of depth ${depth} takes ${depth} parameters; got ${w.length}`);
    const product = (skipped: number) => w.reduce((p, wj, j) => (j === skipped ? p : p * wj), 1);
    const error = product(-1) - 1;
    return {value: 0.5 * error * error, gradient: w.map((_, i) => error * product(i))};
  };
}
