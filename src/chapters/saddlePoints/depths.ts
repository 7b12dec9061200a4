import {gradientDescent} from "../../lib/optimizers/gradientDescent.js";
import {scalarNet} from "../../lib/surfaces/scalarNet.js";
import {trajectory} from "../../lib/trajectory.js";

/** One escape of gradient descent in a net of D layers whose weights are all alike at the start. */
export interface DepthEscape {
  readonly depth: number;
  readonly start: number;
  readonly steps: number;
}

export const learningRate = 0.05;
export const depths = [2, 3, 4] as const;
export const starts = [0.1, 0.01, 0.001] as const;
/** The cost that counts as escaped. */
export const cost = 0.05;

/** How many steps are made between two frames. */
const stretch = 2000;

/**
 * Measures the escapes for all depths and starts but the last, which would take ten million steps; yields what is known
 * every few steps, so that the page stays awake.
 */
export function* depthEscapes(): Generator<readonly DepthEscape[]> {
  const found: DepthEscape[] = [];
  for (const start of starts)
    for (const depth of depths) {
      if (depth === 4 && start === 0.001) continue;
      let [steps, at] = [0, new Float64Array(depth).fill(start)];
      for (;;) {
        const {points, values} = trajectory(scalarNet(depth), gradientDescent({learningRate}), at, stretch);
        const done = values.findIndex((value) => value <= cost);
        if (done >= 0) {
          found.push({depth, start, steps: steps + done});
          break;
        }
        steps += stretch;
        at = new Float64Array(points[stretch]);
        yield [...found];
      }
    }
  yield found;
}
