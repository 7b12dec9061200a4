import {mean, range} from "d3-array";
import {updatesPerEpoch} from "../../lib/batches.js";
import type {BatchRun} from "./batchRun.js";
import {lineCost} from "./lineCost.js";

type Points = readonly (readonly [number, number])[];
type At = (t: number) => number;

/**
 * The cost of each update's batch against progress. Of a long run the lowest and the highest of every few updates stand
 * for all of them, in their order, so that the spread is seen whole.
 */
export function batchCosts({costs}: BatchRun, at: At, {most = 1200} = {}): Points {
  const stride = Math.max(1, Math.ceil((2 * (costs.length - 1)) / most));
  const points: [number, number][] = [];
  for (let first = 1; first < costs.length; first += stride) {
    let [low, high] = [first, first];
    for (let t = first; t < Math.min(first + stride, costs.length); ++t) {
      if (costs[t] < costs[low]) low = t;
      if (costs[t] > costs[high]) high = t;
    }
    for (const t of low === high ? [low] : [Math.min(low, high), Math.max(low, high)])
      points.push([at(t), costs[t]]);
  }
  return points;
}

/** The mean cost of an epoch's samples, each seen at its update: a step for each epoch, as long as the epoch. */
export function epochMeans({m, size, costs, batches}: BatchRun, at: At): Points {
  const updates = updatesPerEpoch(m, size);
  const points: [number, number][] = [];
  for (let start = 0; start + updates < costs.length; start += updates) {
    let [sum, samples] = [0, 0];
    for (let t = start + 1; t <= start + updates; ++t) {
      sum += costs[t] * batches[t].length;
      samples += batches[t].length;
    }
    points.push([at(start), sum / samples], [at(start + updates), sum / samples]);
  }
  return points;
}

/**
 * The cost over all samples where a run stands, up to a point of progress: of a long run its mean over stretches of a
 * few updates, behind the cost of the start.
 */
export function fullCosts({points}: BatchRun, at: At, {end = Infinity, most = 150} = {}): Points {
  const last = points.findLastIndex((_, t) => at(t) <= end * (1 + 1e-12));
  const stride = Math.max(1, Math.ceil(last / most));
  const means = range(1, last + 1, stride).map((first) => {
    const stretch = points.slice(first, Math.min(first + stride, last + 1));
    return [at(first + stretch.length - 1), mean(stretch, ([w, b]) => lineCost(w, b))!] as const;
  });
  return [[at(0), lineCost(...points[0])], ...means];
}

/** After how many of its updates a run stood higher on the cost over all samples than before. */
export function rises({points}: BatchRun): number {
  let [count, before] = [0, Infinity];
  for (const [w, b] of points) {
    const cost = lineCost(w, b);
    if (cost > before) ++count;
    before = cost;
  }
  return count;
}
