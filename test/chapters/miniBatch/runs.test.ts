import {describe, expect, test} from "vitest";
import {collected, runsOf, type Update} from "../../../src/chapters/miniBatch/batchRun.js";
import {batchCosts, epochMeans, fullCosts, rises} from "../../../src/chapters/miniBatch/costLines.js";
import {
  expectedFloor,
  fallingRate,
  floorRuns,
  floorSteps,
  lateMean
} from "../../../src/chapters/miniBatch/floorRuns.js";
import {lineCost} from "../../../src/chapters/miniBatch/lineCost.js";
import {lineData} from "../../../src/chapters/miniBatch/lineData.js";
import {progress, updateAt} from "../../../src/chapters/miniBatch/progress.js";
import {samplingTrials} from "../../../src/chapters/miniBatch/samplingTrials.js";

const batch = (...samples: number[]) => Uint32Array.from(samples);
/** Two epochs of five samples in batches of two. */
const updates: Update[] = [
  {w: 0, b: 0},
  {w: 1, b: 0, batch: batch(0, 1), cost: 4},
  {w: 2, b: 0, batch: batch(2, 3), cost: 1},
  {w: 1, b: 0, batch: batch(4), cost: 10},
  {w: 1, b: 0.5, batch: batch(3, 1), cost: 2},
  {w: 1, b: 0.5, batch: batch(2, 0), cost: 3},
  {w: 1, b: 0.5, batch: batch(4), cost: 5}
];
const last = <T>(values: Iterable<T>): T => [...values].at(-1)!;
const run = last(collected(updates, {m: 5, size: 2}));
const pace = (size: number) => 10 * size;

describe("collected(updates, {m, size})", () => {
  test("keeps places, costs, batches and how many samples were seen", () => {
    expect(run.points).toHaveLength(7);
    expect(run.seen).toEqual([0, 2, 4, 5, 7, 9, 10]);
    expect(run.costs.slice(1)).toEqual([4, 1, 10, 2, 3, 5]);
    expect([...run.batches[3]]).toEqual([4]);
    expect(run.divergedAt).toBeNull();
  });

  test.each([[{w: Infinity, b: 0}], [{w: 0, b: Number.NaN}], [{w: 1e200, b: 0, cost: Infinity}]])(
    "ends before an update that leaves the numbers, and says which: %o",
    (gone) => {
      const cut = last(
        collected([...updates.slice(0, 3), {batch: batch(1), cost: 1, ...gone}, updates[4]], {m: 5, size: 2})
      );
      expect(cut.points).toHaveLength(3);
      expect(cut.divergedAt).toBe(3);
    }
  );
});

test("runsOf(loop, m) walks a run once", () => {
  let walks = 0;
  const runFor = runsOf(() => {
    ++walks;
    return updates;
  }, 5);
  expect(last(runFor(2, 0.1)).points).toEqual(run.points);
  expect([...runFor(2, 0.1)]).toHaveLength(1);
  expect(walks).toBe(1);
  last(runFor(2, 0.2));
  expect(walks).toBe(2);
});

describe("progress(clock, run, pace)", () => {
  test.each([
    ["updates", [0, 1, 3, 6]],
    ["epochs", [0, 1 / 3, 1, 2]],
    ["examples", [0, 2, 5, 10]],
    ["milliseconds", [0, 40, 100, 200]]
  ] as const)("counts %s", (clock, expected) => {
    expect([0, 1, 3, 6].map(progress(clock, run, pace))).toEqual(expected);
  });

  test("updateAt() finds the last update that is not beyond", () => {
    const at = progress("examples", run, pace);
    expect([0, 1, 2, 4.9, 5, 99].map((point) => updateAt(run, at, point))).toEqual([0, 0, 1, 2, 3, 6]);
  });
});

describe("lines of the cost", () => {
  const at = progress("updates", run, pace);

  test("batchCosts() has every update of a short run, and the extremes of each stretch of a long one", () => {
    expect(batchCosts(run, at)).toEqual([4, 1, 10, 2, 3, 5].map((cost, i) => [i + 1, cost]));
    expect(batchCosts(run, at, {most: 4})).toEqual([
      [2, 1],
      [3, 10],
      [4, 2],
      [6, 5]
    ]);
  });

  test("epochMeans() weighs batches by their samples", () => {
    const [one, two] = [(2 * 4 + 2 * 1 + 10) / 5, (2 * 2 + 2 * 3 + 5) / 5];
    expect(epochMeans(run, at)).toEqual([
      [0, one],
      [3, one],
      [3, two],
      [6, two]
    ]);
  });

  test("fullCosts() begins with the start and ends with the last update in sight", () => {
    const costs = run.points.map(([w, b]) => lineCost(w, b));
    expect(fullCosts(run, at)).toEqual(costs.map((cost, t) => [t, cost]));
    expect(fullCosts(run, at, {end: 2})).toHaveLength(3);
    const thinned = fullCosts(run, at, {most: 2});
    expect(thinned.map(([t]) => t)).toEqual([0, 3, 6]);
    expect(thinned[1][1]).toBeCloseTo((costs[1] + costs[2] + costs[3]) / 3, 12);
  });

  test("rises() counts the updates after which the full cost is higher", () => {
    expect(rises(run)).toBe(1);
  });
});

describe("floorRuns(data, options)", () => {
  const data = lineData(500, 3);
  const options = {size: 16, start: [-1.5, 1.5] as const, seed: 1};

  test("hovers at a constant rate where theory expects it, and sinks below with a falling one", () => {
    const [constant, falling] = [() => 0.1, fallingRate(0.1)].map((learningRate) => {
      const {mean, runs} = last(floorRuns(data, {...options, learningRate}));
      expect(runs).toBe(20);
      return {measured: lateMean(mean), theory: lateMean(expectedFloor(data, {...options, learningRate}))};
    });
    // twenty runs of some twenty independent stretches each: about 7 per cent
    for (const {measured, theory} of [constant, falling])
      expect(Math.abs(measured / theory - 1)).toBeLessThan(0.25);
    expect(falling.theory).toBeLessThan(constant.theory / 5);
  });

  test("follows the expectation from the start on", () => {
    const expected = expectedFloor(data, {...options, learningRate: () => 0.1});
    expect(expected).toHaveLength(floorSteps + 1);
    expect(expected[0]).toBeCloseTo(lineCost(-1.5, 1.5) - lineCost(1, 0.5), 12);
  });
});

test("samplingTrials() measures the noise at the minimum, with a theory for random batches only", () => {
  const data = lineData(400, 1);
  const work = samplingTrials(data, {size: 20, seed: 1, run: () => collected(updates, {m: 5, size: 2})});
  let next = work.next();
  while (!next.done) next = work.next();
  const [shuffle, replacement, sorted] = next.value;
  for (const {noise} of [shuffle, replacement])
    expect(Math.abs(noise.measured! / noise.theory! - 1)).toBeLessThan(0.12);
  expect(sorted.noise.theory).toBeNull();
  expect(sorted.noise.measured!).toBeGreaterThan(3 * shuffle.noise.measured!);
  expect(shuffle.excess.measured).toBe(0);
});
