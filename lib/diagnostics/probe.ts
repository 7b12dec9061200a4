import type {Loss} from "../losses.js";
import {combine} from "../matrix.js";
import type {Matrix} from "../types.js";

/**
 * A cost that is linear in the predictions, J = (1/m) Σⱼ yⱼ · aⱼ, so that dA⁽ᴸ⁾ = Y whatever the network says.
 *
 * It is for watching how a gradient of our choice passes back through the layers, not for training.
 */
export const probe: Loss = Object.defineProperty(
  Object.assign((prediction: Matrix, target: Matrix) => mean(combine(prediction, target, (a, y) => a * y)), {
    gradient: (prediction: Matrix, target: Matrix) =>
      combine(prediction, target, (_, y) => y / target.columns),
    sampleGradients: (prediction: Matrix, target: Matrix) => combine(prediction, target, (_, y) => y)
  }),
  "name",
  {value: "probe"}
);

function mean({data, columns}: Matrix): number {
  return data.reduce((sum, x) => sum + x, 0) / columns;
}
