import {mean, range} from "d3-array";
import {describe, expect, test} from "vitest";
import {gradientOf, momentsOf} from "../../../src/chapters/miniBatch/batchMoments.js";
import {expectedFloor, floorSteps, lateMean} from "../../../src/chapters/miniBatch/floorRuns.js";
import {leastCost, lineCost, lineExcess, rateEdge} from "../../../src/chapters/miniBatch/lineCost.js";
import {lineData} from "../../../src/chapters/miniBatch/lineData.js";
import {epochsOf, type Sampling} from "../../../src/chapters/miniBatch/samplings.js";
import {random} from "../../../src/lib/index.js";

const [m, start] = [2000, [-1.5, 1.5] as const];
const data = lineData(m, 1);
interface Walk {
  readonly size: number;
  readonly alpha?: number;
  readonly epochs?: number;
  readonly sampling?: Sampling;
  readonly seed?: number;
}

/** The page's loop: where each update leads, and what its batch cost before it. */
function walk({size, alpha = 0.1, epochs = 10, sampling = "shuffle", seed = 1}: Walk) {
  const source = random(seed);
  const updates: {place: readonly [number, number]; cost: number}[] = [];
  let [w, b]: readonly [number, number] = start;
  for (let epoch = 0; epoch < epochs; ++epoch)
    for (const batch of epochsOf[sampling](m, size, source)) {
      const cost = mean(batch, (j) => (w * data.x[j] + b - data.y[j]) ** 2 / 2)!;
      const [dw, db] = gradientOf(momentsOf(data, batch), w, b);
      [w, b] = [w - alpha * dw, b - alpha * db];
      updates.push({place: [w, b], cost});
    }
  return updates;
}
const full = ({place}: {place: readonly [number, number]}) => lineCost(...place);

describe("what the page says of its runs", () => {
  test("ten epochs are 10 updates of the full batch, 320 with B = 64 and 20,000 with B = 1", () => {
    expect([m, 64, 1].map((size) => walk({size}).length)).toEqual([10, 320, 20_000]);
  });

  test("after ten updates B = 64 can be expected within a hundredth of the full batch, B = 1 well behind it", () => {
    const whole = full(walk({size: m})[9]);
    const [some, one] = [64, 1].map(
      (size) => leastCost + expectedFloor(data, {size, learningRate: () => 0.1, start})[10]
    );
    expect(some / whole).toBeGreaterThan(1);
    expect(some / whole).toBeLessThan(1.01);
    expect(one / whole).toBeGreaterThan(1.2);
  });

  test("after ten epochs the full batch comes last", () => {
    const [whole, some, one] = [m, 64, 1].map((size) =>
      mean(range(1, 11), (seed) => full(walk({size, seed}).at(-1)!))
    );
    expect(Math.max(some!, one!)).toBeLessThan(0.8 * whole!);
  });

  test("the full batch has gone half of its way in ten steps, and climbs out of the picture with α = 1", () => {
    const way = (place: readonly [number, number]) => Math.hypot(place[0] - 1, place[1] - 0.5);
    expect(way(walk({size: m})[9].place) / way(start)).toBeCloseTo(0.5, 1);
    const [[w, b]] = walk({size: m, alpha: 1})
      .slice(-1)
      .map(({place}) => place);
    expect(w < -2.2 || w > 3 || b < -1.5 || b > 2.7).toBe(true);
    expect(lineExcess(w, b)).toBeGreaterThan(lineExcess(...start));
  });

  test("with B = 1 a run gets near and then no nearer", () => {
    const excess = walk({size: 1}).map(({place}) => lineExcess(...place));
    const [second, tenth] = [1, 9].map((epoch) => mean(excess.slice(epoch * m, (epoch + 1) * m))!);
    expect(lineExcess(...start)).toBeGreaterThan(20 * second);
    expect(tenth / second).toBeGreaterThan(0.8);
  });

  test("sorted batches hide how dear the line is: their own costs sink below J*", () => {
    const late = walk({size: 64, sampling: "sorted"}).slice(-32);
    expect(mean(late, ({cost}) => cost)!).toBeLessThan(leastCost);
    expect(mean(late, full)!).toBeGreaterThan(leastCost + 0.1);
  });
});

test("the floor of a constant rate is about proportional to α / B", () => {
  const floor = (alpha: number, size: number) =>
    lateMean(expectedFloor(data, {size, learningRate: () => alpha, start}));
  expect(floorSteps).toBe(1000);
  for (const [alpha, size] of [
    [0.05, 64],
    [0.1, 128]
  ])
    expect(floor(0.1, 64) / floor(alpha, size)).toBeCloseTo(2, 0);
  expect((0.1 * m) / 64).toBeGreaterThan(rateEdge); // α ∝ B at B = m, from 0.1 at 64
});
