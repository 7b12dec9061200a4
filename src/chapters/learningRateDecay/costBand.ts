import {ascending, mean, quantileSorted} from "d3-array";

/** What many runs cost at a step: their mean, the one in the middle, and the span of the middle four fifths of them. */
export interface Spread {
  readonly step: number;
  readonly mean: number;
  readonly median: number;
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
    const [low, high] = [0.1, 0.9].map((share) => quantileSorted(costs, share)!);
    return {step, mean: mean(costs)!, median: costs[costs.length >> 1], low, high};
  });
}

/** Indices from 0 to length − 1, both among them, evenly and about so many. */
export function thinned(length: number, points = 300): number[] {
  const stride = Math.max(1, Math.ceil((length - 1) / points));
  const indices = Array.from({length: Math.ceil((length - 1) / stride)}, (_, i) => i * stride);
  return [...indices, length - 1];
}
