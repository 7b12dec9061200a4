import {describe, expect, test} from "vitest";
import {layerFactors, rules} from "../../../src/chapters/initialization/layerFactors.js";
import {
  apartLines,
  costLines,
  counts,
  deviationLines,
  highest,
  histogramLines,
  measuredDeviations,
  neuronLines,
  scaleLines
} from "../../../src/chapters/initialization/lines.js";
import {
  factors,
  firstNetwork,
  peaks,
  rings,
  scaleRuns,
  steps
} from "../../../src/chapters/initialization/scaleRuns.js";
import {
  inputKinds,
  inputs,
  neurons,
  predictedDeviation,
  samples,
  sums,
  weightKinds
} from "../../../src/chapters/initialization/sums.js";
import {apart, begin, beginnings, moved, trainings} from "../../../src/chapters/initialization/symmetry.js";
import {
  binaryCrossEntropy,
  descend,
  eigenvalues,
  matrix,
  momentum,
  objective,
  random,
  spread
} from "../../../src/lib/index.js";

describe("sums(…)", () => {
  /**
   * The relative deviation of the measured sd: z² is measured on sums that share their neurons' weights and their
   * samples' inputs. A mean of squares of k normal numbers has the relative deviation √(2/k), its root half of it. What
   * the inputs' mean contributes, a share of E[x²], is the same on all samples: it is measured once a neuron.
   */
  const error = (n: number, meanShare = 0) =>
    0.5 *
    Math.sqrt(
      2 / (neurons * samples) + 2 / (neurons * n) + 2 / (samples * n) + (2 * meanShare ** 2) / neurons
    );
  const meanShares = {standard: 0, rectified: 1 / Math.PI, pixels: 3 / 4};

  // the law is .316, 1 and 3.16; the independent run's .316, .997 and 3.17 are samples of it
  test.each([
    [10, 0.316, "0.316"],
    [100, 0.997, "1.00"],
    [1000, 3.17, "3.16"]
  ])("of %d inputs and σ = 0.1 have the deviation σ √n", (n, run, law) => {
    const predicted = predictedDeviation({n, sigma: 0.1});
    expect(predicted.toPrecision(3)).toBe(law);
    expect(Math.abs(run / predicted - 1)).toBeLessThan(3 * error(n));
    for (const seed of [1, 2, 3, 4, 5])
      expect(Math.abs(spread(sums({n, sigma: 0.1, seed})).rms / predicted - 1)).toBeLessThan(4 * error(n));
  });

  test.each(weightKinds.flatMap((weights) => inputKinds.map((input) => [weights, input] as const)))(
    "of %s weights and %s inputs have the deviation of the formula, whatever their shape",
    (weights, input) => {
      const options = {n: 300, sigma: 0.05, weights, input};
      const {rms, mean} = spread(sums(options));
      expect(Math.abs(rms / predictedDeviation(options) - 1)).toBeLessThan(4 * error(300, meanShares[input]));
      expect(Math.abs(mean)).toBeLessThan(0.2 * rms);
    }
  );

  test.each(inputKinds)("%s inputs have the mean square they say", (input) => {
    const drawn = inputs[input].draw(100, 100, random(1));
    expect(spread(drawn).rms ** 2).toBeCloseTo(inputs[input].square, 1);
  });

  test("of one input and weights ±σ are no bell: |z| is σ |x|", () => {
    expect(new Set(sums({n: 1, sigma: 2, weights: "signs"}).map(Math.abs)).size).toBe(samples);
  });
});

test("histogramLines(z, sd) has the area 1 and lies on the bell of the formula", () => {
  const options = {n: 1000, sigma: 0.1};
  const deviation = predictedDeviation(options);
  const [, outline, bell] = histogramLines(sums(options), deviation, {z: "z", wanted: "N"});
  const bars = outline.points.filter((_, i) => i % 2 === 0).map((point) => Array.from(point));
  const area = bars.reduce((sum, [, density]) => sum + (density * deviation) / 3, 0);
  expect(area).toBeGreaterThan(0.998);
  expect(area).toBeLessThan(1 + 1e-12);
  const height = (x: number) =>
    bell.points.reduce((best, point) => (Math.abs(point[0] - x) < Math.abs(best[0] - x) ? point : best))[1];
  // a bar of 2048 · p values scatters by √(2048 p), some times more where the sums share their weights
  for (const [x, density] of bars) {
    const expected = height(x + deviation / 6);
    const share = (expected * deviation) / 3;
    expect(Math.abs(density - expected)).toBeLessThan(
      (expected * 8) / Math.sqrt(2048 * share) + 0.01 / deviation
    );
  }
});

test("measuredDeviations(…) lie on the line of the formula, with the present one among them", () => {
  const options = {sigma: 0.1};
  const found = [...measuredDeviations(options)];
  const [line, dots] = deviationLines(found, [70, 0.8], {options, name: "sd"});
  expect(dots.points.map((point) => point[0])).toEqual([...counts, 70].sort((a, b) => a - b));
  expect(line.points[1][1] / line.points[0][1]).toBeCloseTo(Math.sqrt(1000), 10);
});

test.each(rules)("layerFactors(%s) are what theory says, and Xavier's lie between", (rule) => {
  // sums over 50 outputs and 16 samples: √(2/800) and as much again from the weights' and the signal's own sizes
  for (const fans of [
    {fanIn: 200, fanOut: 50},
    {fanIn: 50, fanOut: 200},
    {fanIn: 128, fanOut: 128}
  ])
    for (const {measured, theory} of Object.values(layerFactors(rule, fans)))
      expect(Math.abs(measured / theory - 1)).toBeLessThan(0.12);
});

test("layerFactors(…): the closed forms for 200 inputs and 50 outputs", () => {
  const theory = rules.map((rule) => {
    const {forward, rectified, backward} = layerFactors(rule, {fanIn: 200, fanOut: 50});
    return [forward, rectified, backward].map(({theory}) => theory.toFixed(3));
  });
  expect(theory).toEqual([
    ["1.000", "0.707", "0.500"],
    ["1.265", "0.894", "0.632"],
    ["1.414", "1.000", "0.707"]
  ]);
});

describe("trainings()", () => {
  const found = [...trainings()].flatMap((training) => training ?? []);
  const of = (name: (typeof beginnings)[number]) => found.find(({beginning}) => beginning === name)!;

  test("train from every beginning", () => {
    expect(found.map(({beginning}) => beginning)).toEqual(beginnings);
    const names = {equal: "e", zeros: "z", nearly: "n", random: "r"};
    expect(costLines(found, names).map(({label}) => label)).toEqual(["e", "z", "n", "r"]);
    expect(apartLines(found, names).map(({label}) => label)).toEqual(["n", "r"]);
  });

  test("equal weights stay equal to the last bit, at every step, while they move", () => {
    for (const parameters of of("equal").parameters) expect(apart(parameters)).toBe(0);
    expect(moved(of("equal"))).toBe(17);
    const lines = neuronLines(of("equal"), String);
    for (const {points} of lines) expect(points).toEqual(lines[0].points);
  });

  test("zeros move nothing and guess", () => {
    expect(moved(of("zeros"))).toBe(0);
    for (const cost of of("zeros").costs) expect(cost).toBeCloseTo(Math.LN2, 12);
  });

  test("zeros are a saddle: the Hessian there has eigenvalues of both signs", () => {
    const {cost, start} = begin("zeros");
    const rows = Array.from(start, (_, i) => {
      const [up, down] = [1e-4, -1e-4].map((h) => cost(start.map((w, j) => (j === i ? w + h : w))).gradient);
      return Array.from(up, (g, j) => (g - down[j]) / 2e-4);
    });
    const symmetric = rows.map((row, i) => row.map((value, j) => (value + rows[j][i]) / 2));
    const found = eigenvalues(matrix(symmetric));
    expect(Math.max(...found)).toBeGreaterThan(0.1);
    expect(Math.min(...found)).toBeLessThan(-1e-3);
  });

  test("a millionth grows by a constant factor per step until the neurons part, and then they learn", () => {
    const {parameters, costs} = of("nearly");
    const growth = [100, 150, 200, 250].map(
      (step) => (apart(parameters[step + 50]) / apart(parameters[step])) ** (1 / 50)
    );
    for (const factor of growth) expect(factor).toBeGreaterThan(1.02);
    expect(Math.max(...growth) / Math.min(...growth)).toBeLessThan(1.03);
    expect(costs[300]).toBeGreaterThan(0.65);
    expect(costs[400]).toBeLessThan(0.45);
    expect(costs[600]).toBeLessThan(0.2);
  });

  test("random weights learn at once", () => {
    const {costs} = of("random");
    expect(costs[100]).toBeLessThan(0.3);
    expect(costs[600]).toBeLessThan(0.1);
    expect(of("equal").costs[600]).toBeGreaterThan(0.5);
  });
});

describe("scaleRuns(…)", () => {
  const seeds = [1, 2, 3, 4, 5]; // those that the page offers
  const run = (options: Parameters<typeof scaleRuns>[0]) => {
    const found = [...scaleRuns(options)];
    return factors.map((factor) => found.filter((step) => step.factor === factor).map(({cost}) => cost));
  };
  const last = (costs: readonly number[]): number => costs.at(-1)!;
  const isStuck = (costs: readonly number[]): boolean => Math.abs(last(costs) - Math.LN2) < 0.01;

  test("eight ReLU layers: where the costs of the page's first draw begin and end", () => {
    const [quarter, half, right, twice, four] = run({unit: "relu", depth: 8, learningRate: 0.3});
    expect(last(right)).toBeLessThan(1e-3);
    for (const costs of [quarter, half, twice, four]) {
      expect(costs).toHaveLength(steps + 1);
      expect(isStuck(costs)).toBe(true);
    }
    expect(twice[0].toPrecision(2)).toBe("70");
    expect(Number(four[0].toPrecision(2))).toBe(36_000);
    expect(Math.max(...twice)).toBeLessThan(highest);
  });

  test.each(seeds)("seed %d: eight ReLU layers learn from the right scale only", (seed) => {
    const [quarter, half, right, twice, four] = run({unit: "relu", depth: 8, learningRate: 0.3, seed});
    expect(last(right)).toBeLessThan(0.05);
    expect([quarter, half, twice].map(isStuck)).toEqual([true, true, true]);
    expect(isStuck(four) || last(four) === Number.POSITIVE_INFINITY).toBe(true);
  });

  test.each([2, 4])("eight ReLU layers from %d times the scale: a layer is off on every sample", (factor) => {
    const {X, Y} = rings;
    const net = firstNetwork({unit: "relu", depth: 8}, factor);
    const cost = objective(net, binaryCrossEntropy, X, Y);
    for (const {step, parameters} of descend(cost, momentum({learningRate: 0.3}), net.parameters))
      if (step === steps) {
        net.parameters.set(parameters);
        break;
      }
    const hidden = net.forward(X).A.slice(0, -1);
    expect(hidden.some(({data}) => data.every((a) => a === 0))).toBe(true);
  });

  test("two ReLU layers learn from every scale", () => {
    for (const costs of run({unit: "relu", depth: 2, learningRate: 1})) expect(last(costs)).toBeLessThan(0.1);
  });

  test.each(seeds)("seed %d: eight tanh layers forgive twice the scale, not half of it", (seed) => {
    const [, half, , twice] = run({unit: "tanh", depth: 8, learningRate: 0.3, seed});
    expect(isStuck(half)).toBe(true);
    expect(last(twice)).toBeLessThan(0.1);
  });

  test("peaks(runs) are the highest costs of each scale, where they are numbers", () => {
    const step = (factor: number, step: number, cost: number) => ({factor, step, cost});
    const found = [step(1, 0, 3), step(1, 1, 5), step(1, 2, 4), step(4, 0, 1e9), step(4, 1, Infinity)];
    expect(peaks(found)).toEqual([step(1, 1, 5), step(4, 0, 1e9)]);
  });

  test("a run that leaves the range of numbers ends there, with a mark", () => {
    const found = [...scaleRuns({unit: "relu", depth: 8, learningRate: 0.3, seed: 2})];
    const marks = scaleLines(found, String).filter(({kind}) => kind === "dots");
    expect(marks.map(({points}) => points)).toEqual([[], [], [], [], [[4, Infinity]]]);
    expect(found.every(({cost}) => !Number.isNaN(cost))).toBe(true);
  });
});
