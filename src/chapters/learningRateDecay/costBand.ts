import {ascending, mean, quantileSorted} from "d3-array";

/** What many runs cost at a step: their mean, and the span of the middle four fifths of them. */
export interface Spread {
  readonly step: number;
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** The spread of the cost of runs, at about so many steps from the first to the last. */
export function costBand(
  runs: readonly (readonly number[])[],
  cost: (x: number) => number,
  {points = 300} = {}
): Spread[] {
  return thinned(runs[0].length, points).map((step) => {
    const costs = runs.map((run) => cost(run[step])).sort(ascending);
    return {step, mean: mean(costs)!, low: quantileSorted(costs, 0.1)!, high: quantileSorted(costs, 0.9)!};
  });
}

/** Indices from 0 to length − 1, both among them, evenly and about so many. */
export function thinned(length: number, points = 300): number[] {
  const stride = Math.max(1, Math.ceil((length - 1) / points));
  const indices = Array.from({length: Math.ceil((length - 1) / stride)}, (_, i) => i * stride);
  return [...indices, length - 1];
}
