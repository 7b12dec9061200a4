import {gradientDescent} from "../../lib/optimizers/gradientDescent.js";
import {trajectory} from "../../lib/trajectory.js";
import {bowl} from "./lineCost.js";

/** The largest rate with which the full gradient still leads down in the end, found by halving between runs. */
export function measuredEdge(): number {
  let [low, high] = [0, 10];
  while (high - low > 1e-6 * high) {
    const middle = (low + high) / 2;
    if (leadsDown(middle)) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Whether a run is lower after 400 steps than after 200, when it has forgotten its start. */
function leadsDown(learningRate: number): boolean {
  const {values} = trajectory(bowl, gradientDescent({learningRate}), [1, 1], 400);
  return values.length === 401 && values[400] < values[200];
}
