import {rmsprop} from "../../lib/optimizers/rmsprop.js";

/** The steady gradient at which RMSProp's step has settled to half of α, found by halving on a scale of powers. */
export function halfStep({epsilon, epsilonInside}: {epsilon: number; epsilonInside: boolean}): number {
  const {init, update} = rmsprop({learningRate: 1, beta: 0.9, epsilon, epsilonInside});
  const settled = (g: number): number => {
    const [x, state] = [new Float64Array(1), init(1)];
    for (let t = 0; t < 400; ++t) {
      x[0] = 0;
      update(x, Float64Array.of(g), state);
    }
    return -x[0];
  };
  let [low, high] = [-16, 2];
  for (let i = 0; i < 40; ++i) {
    const middle = (low + high) / 2;
    if (settled(10 ** middle) < 0.5) low = middle;
    else high = middle;
  }
  return 10 ** ((low + high) / 2);
}
