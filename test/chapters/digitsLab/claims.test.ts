import {describe, expect, test} from "vitest";
import {type Examined, examiner} from "../../../src/chapters/digitsLab/examiner.js";
import {networkOf, usual} from "../../../src/chapters/digitsLab/settings.js";
import {describedNetwork, random} from "../../../lib/index.js";
import {comparisons} from "../../../src/chapters/digitsLab/comparisons.js";
import {
  epochsTo95,
  fiveTrained,
  mean,
  testAccuracy,
  type Trained,
  trained
} from "../../support/trainedDigits.js";

// what the prose of the chapter says, held by the engine that trains in the page

describe("the usual settings", () => {
  test("learn every training digit in some thirty epochs, and read about 440 of the 450 others", async () => {
    for (const run of await fiveTrained()) {
      const learnt = run.epochs.find(({measured}) => measured.train.accuracy === 1)!.epoch;
      expect(learnt).toBeGreaterThanOrEqual(20);
      expect(learnt).toBeLessThanOrEqual(40);
      expect(Math.abs(450 * testAccuracy(run) - 440)).toBeLessThanOrEqual(5);
    }
  });

  test("for 200 epochs: the training cost goes on falling, the accuracy stays, the test cost rises", async () => {
    for (const {epochs} of await fiveTrained({epochs: 200})) {
      const [at50, at200] = [epochs[50].measured, epochs[200].measured];
      expect(at200.train.cost).toBeLessThan(at50.train.cost / 4);
      expect(Math.abs(at200.test.accuracy! - at50.test.accuracy!)).toBeLessThanOrEqual(4 / 450);
      expect(at200.test.cost).toBeGreaterThan(at50.test.cost);
    }
  });
});

describe("what standardizing buys", () => {
  test.each([
    ["standardized", [0.01, 1], [0.005, 2]],
    ["sixteenth", [0.02, 0.5], [0.01, 1]],
    ["raw", [0.01, 0.05], [0.002, 0.1]]
  ] as const)("%s pixels reach 95 per cent for rates from %o, not at %o", async (scaling, within, beyond) => {
    for (const alpha of within)
      for (const run of await fiveTrained({scaling, alpha})) expect(epochsTo95(run)).toBeLessThanOrEqual(50);
    for (const alpha of beyond)
      expect((await fiveTrained({scaling, alpha})).map(epochsTo95)).toContain(Infinity);
  });

  test("at 0.1 standardized in three to five epochs, divided in six to twelve; raw stays at chance", async () => {
    const [standardized, sixteenth] = await Promise.all([fiveTrained(), fiveTrained({scaling: "sixteenth"})]);
    for (const run of standardized) expect([3, 4, 5]).toContain(epochsTo95(run));
    for (const run of sixteenth) expect([6, 7, 8, 9, 10, 11, 12]).toContain(epochsTo95(run));
    expect(mean((await fiveTrained({scaling: "raw"})).map(testAccuracy))).toBeLessThan(0.2);
  });

  test("but no higher ceiling: each at a rate that suits it, between 96 and 98 %; no gain on new writers", async () => {
    for (const settings of [{}, {scaling: "sixteenth"}, {scaling: "raw", alpha: 0.01}] as const) {
      const reached = mean((await fiveTrained(settings)).map(testAccuracy));
      expect(reached).toBeGreaterThan(0.96);
      expect(reached).toBeLessThan(0.98);
    }
    const [standardized, sixteenth] = await Promise.all([
      fiveTrained({split: "writers"}),
      fiveTrained({split: "writers", scaling: "sixteenth"})
    ]);
    expect(mean(standardized.map(testAccuracy))).toBeLessThan(mean(sixteenth.map(testAccuracy)));
  });
});

test("first weights: zeros and tiny ones give every digit one answer, large ones diverge, He's learn", async () => {
  const [zeros, tiny, large, he] = await Promise.all(
    comparisons.weights.map((settings) => trained(settings))
  );
  for (const run of [zeros, tiny]) {
    expect(testAccuracy(run)).toBeCloseTo(0.0844, 4);
    expect(new Set(examiner().examine(examined(run)).answers).size).toBe(1);
  }
  expect(large.how).toBe("diverged");
  expect(large.epochs).toHaveLength(1);
  expect(epochsTo95(he)).toBeLessThan(16);
});

test("more layers are not more accurate: five read about 96 %, one 97 to 98", async () => {
  const [deep, shallow] = await Promise.all([
    fiveTrained({layers: 5, alpha: 0.05, epochs: 20}),
    fiveTrained()
  ]);
  expect(Math.abs(mean(deep.map(testAccuracy)) - 0.96)).toBeLessThan(0.01);
  for (const {epochs} of deep) expect(epochs[20].measured.train.accuracy).toBeGreaterThan(0.99);
  expect(mean(shallow.map(testAccuracy))).toBeGreaterThan(0.97);
  expect(mean(shallow.map(testAccuracy))).toBeLessThan(0.98);
});

test("each layer of weights N(0, 0.01²) makes the signal some 25 times smaller", async () => {
  const settings = {...usual, layers: 5, initializer: "tiny"} as const;
  const {prepared} = await trained({epochs: 1});
  const {A} = describedNetwork(networkOf(settings), random(1)).forward(prepared.train.X);
  const sizes = A.map(({data}) => Math.sqrt(mean(Array.from(data, (a) => a * a))));
  const factor = (sizes[0] / sizes[4]) ** 0.25;
  expect(Math.abs(factor - 25)).toBeLessThan(5);
});

test("optimizers: gradient descent at 0.1 before Adam at 0.001; Adam at 0.01 and momentum at 0.5 first", async () => {
  const [adam, descent, momentum, faster] = await Promise.all(comparisons.optimizers.map(fiveTrained));
  for (const run of adam) expect([7, 8, 9, 10, 11]).toContain(epochsTo95(run));
  for (const run of descent) expect(epochsTo95(run)).toBeLessThanOrEqual(5);
  for (const run of [...momentum, ...faster]) expect(epochsTo95(run)).toBeLessThanOrEqual(2);
  const reached = [adam, descent, momentum, faster].map((runs) => mean(runs.map(testAccuracy)));
  expect(Math.max(...reached) - Math.min(...reached)).toBeLessThan(0.015);
});

test("new writers: about 92 % instead of 97 or 98", async () => {
  const [known, unknown] = await Promise.all([fiveTrained(), fiveTrained({split: "writers"})]);
  expect(Math.abs(mean(known.map(testAccuracy)) - 0.975)).toBeLessThan(0.01);
  expect(Math.abs(mean(unknown.map(testAccuracy)) - 0.92)).toBeLessThan(0.01);
});

test("of the twenty digits that excite a neuron most, two in three are one digit; a second layer's hardly more", async () => {
  const shares = (await fiveTrained({layers: 2})).map((run) =>
    [1, 2].map((layer) =>
      mean(Array.from({length: 32}, (_, neuron) => commonest(examined(run), layer, neuron)))
    )
  );
  const [first, second] = [0, 1].map((layer) => mean(shares.map((share) => share[layer])));
  expect(Math.abs(first - 2 / 3)).toBeLessThan(0.05);
  expect(second - first).toBeGreaterThan(0);
  expect(second - first).toBeLessThan(0.1);
});

const examined = ({network, prepared}: Trained): Examined => ({network: network!, prepared});
const {exciters} = examiner();

/** The share of the commonest digit among the twenty that excite a neuron most. */
function commonest(run: Examined, layer: number, neuron: number): number {
  const labels = exciters(run, layer, neuron, 20).map(({sample}) => run.prepared.train.labels[sample]);
  return Math.max(...labels.map((label) => labels.filter((other) => other === label).length)) / 20;
}
