import {describe, expect, test} from "vitest";
import {type Activation, binaryCrossEntropy, evaluate, relu, tanh} from "../../../lib/index.js";
import {costLines} from "../../../src/chapters/deepNetworks/costLines.js";
import {type Draw, draws} from "../../../src/chapters/deepNetworks/draws.js";
import {boundaryOf, fieldsOf, places, reach, resolution} from "../../../src/chapters/deepNetworks/fields.js";
import {commonEpoch, reached, recording} from "../../../src/chapters/deepNetworks/recording.js";
import {
  type DataName,
  dataOf,
  drawn,
  type RivalName,
  rivalNames,
  shapesOf
} from "../../../src/chapters/deepNetworks/rivals.js";

const spirals = dataOf("spirals", 1.5);
const made = (name: RivalName, draw = 1, width = 6, activation: Activation = tanh) =>
  drawn(shapesOf(width)[name], activation, draw);
const trained = (
  name: RivalName,
  {epochs = 20, data = spirals, learningRate = 0.01, width = 6, draw = 1} = {}
) => recording({network: made(name, draw, width), data, learningRate, epochs});

function lastDraws(
  width: number,
  {learningRate = 0.01, activation = tanh, epochs = 1500} = {}
): readonly Draw[] {
  const recordingOf = (name: RivalName, draw: number) =>
    recording({network: made(name, draw, width, activation), data: spirals, learningRate, epochs});
  return [...draws(recordingOf, {count: 10, epochs})].at(-1)!;
}
const wins = (found: readonly Draw[]): number => found.filter(({deep, shallow}) => deep < shallow).length;

describe("shapesOf(width)", () => {
  test.each([2, 3, 4, 5, 6, 7, 8])(
    "gives both networks the same number of parameters, 2k² + 6k + 1, for k = %d",
    (k) => {
      const counts = rivalNames.map((name) => made(name, 1, k).parameters.length);
      expect(counts).toEqual([2 * k * k + 6 * k + 1, 2 * k * k + 6 * k + 1]);
    }
  );
});

describe("dataOf(name)", () => {
  test.each(["spirals", "moons", "circles"] as DataName[])(
    "%s lie within the map, a hundred of each class",
    (name) => {
      const {X, Y} = dataOf(name, 2.5);
      expect(Math.max(...X.data.map(Math.abs))).toBeLessThan(reach);
      expect(Y.data.reduce((a, b) => a + b)).toBe(100);
    }
  );
});

// what the page says of ten draws: the numbers are samples, the differences are large
describe("the contest on the spiral", () => {
  test("layers of six: the deep network ends lower from at least nine of ten draws", () => {
    expect(wins(lastDraws(6))).toBeGreaterThanOrEqual(9);
  });

  test("layers of four: no better than the shallow one, and some draws stay stuck", () => {
    const found = lastDraws(4);
    expect(wins(found)).toBeGreaterThanOrEqual(2);
    expect(wins(found)).toBeLessThanOrEqual(8);
    expect(Math.max(...found.map(({deep}) => deep))).toBeGreaterThan(0.2);
    expect(Math.max(...found.map(({shallow}) => shallow))).toBeLessThan(0.1);
  });

  test("layers of four with ReLU: the shallow one mostly wins", () => {
    expect(wins(lastDraws(4, {activation: relu}))).toBeLessThanOrEqual(4);
  });

  test("at a learning rate of 1 the shallow network learns, the deep one guesses", () => {
    const found = lastDraws(6, {learningRate: 1, epochs: 500});
    expect(Math.max(...found.map(({shallow}) => shallow))).toBeLessThan(0.1);
    expect(Math.min(...found.map(({deep}) => deep))).toBeGreaterThan(0.5);
  });

  test.each(["moons", "circles"] as DataName[])("both learn the %s", (name) => {
    const data = dataOf(name, 1);
    for (const rival of rivalNames) {
      const training = trained(rival, {epochs: 600, data});
      while (training.advance());
      expect(evaluate(training.at(600), binaryCrossEntropy, data.X, data.Y).accuracy).toBeGreaterThan(0.97);
    }
  });
});

describe("recording(options)", () => {
  test("keeps the network and its cost after each epoch", () => {
    const training = trained("deep");
    while (training.advance());
    expect(training.costs).toHaveLength(21);
    for (const epoch of [0, 7, 20])
      expect(evaluate(training.at(epoch), binaryCrossEntropy, spirals.X, spirals.Y).cost).toBeCloseTo(
        training.costs[epoch],
        5
      );
    expect(training.at(0).parameters).toEqual(made("deep").parameters);
    expect(training.costs[20]).toBeLessThan(training.costs[0]);
    expect(training.divergedAt).toBeNull();
  });

  test("says when the numbers leave their range, and ends there", () => {
    const training = trained("deep", {learningRate: 1e38});
    while (training.advance());
    expect(training.divergedAt).toBeGreaterThan(0);
    expect(training.costs.length).toBeLessThan(21);
    expect([...training.at(20).parameters].every(Number.isFinite)).toBe(true);
  });
});

describe("reached(recordings, epoch)", () => {
  test("ends where all have got so far, and trains no further", () => {
    const both = rivalNames.map((name) => trained(name));
    expect([...reached(both, 5)].at(-1)).toBe(5);
    expect(both.map(({costs}) => costs.length)).toEqual([6, 6]);
    expect(commonEpoch(both)).toBe(5);
    expect([...reached(both, 3)]).toEqual([3]);
  });

  test("does not wait for one that has diverged", () => {
    const both = [trained("shallow"), trained("deep", {learningRate: 1e38})];
    expect([...reached(both, 20)].at(-1)).toBe(20);
  });
});

describe("fieldsOf(network, places)", () => {
  const X = places();

  test("has a map for every neuron; the answer goes from −1 to 1", () => {
    const network = made("deep");
    const fields = fieldsOf(network, X);
    const {answer, ...more} = fields();
    const layers = more.layers();
    expect(layers.map(({length}) => length)).toEqual([2, 6, 6, 6, 1]);
    const {A} = network.forward(X);
    expect(layers[4][0]).toBe(answer);
    expect(answer.values[7]).toBeCloseTo(2 * A[3].data[7] - 1, 5);
    network.parameters.fill(0);
    expect(new Set(Array.from(fields().answer.values))).toEqual(new Set([0]));
    expect(layers[1][0].limit).toBeCloseTo(
      Math.max(...A[0].data.subarray(0, resolution ** 2).map(Math.abs)),
      5
    );
  });

  test("the first place is top left, the last bottom right", () => {
    const edge = reach * (1 - 1 / resolution);
    const {columns, data} = X;
    expect([data[0], data[columns]].map((x) => x.toFixed(9))).toEqual([-edge, edge].map((x) => x.toFixed(9)));
    expect([data[columns - 1], data[2 * columns - 1]].map((x) => x.toFixed(9))).toEqual(
      [edge, -edge].map((x) => x.toFixed(9))
    );
  });

  test("boundaryOf(field, size) runs where the sign changes, and not along the edge of the map", () => {
    const layers = fieldsOf(made("deep"), X)().layers();
    const right = {...layers[0][0], values: Array.from(layers[0][0].values, (x) => x / 2)};
    const path = boundaryOf(right, 400);
    const drawnTo = [...path.matchAll(/L([\d.]+),/g)].map(([, x]) => Number(x));
    expect(drawnTo.length).toBeGreaterThan(resolution / 2);
    for (const x of drawnTo) expect(Math.abs(x - 200)).toBeLessThan(10);
  });
});

test("costLines(trainings, epoch) has some three hundred points, the last among them", () => {
  const costs = Array.from({length: 1001}, (_, t) => 1 / (t + 1));
  const [{points}] = costLines([{label: "deep", color: "red", costs}], 1000);
  expect(points.length).toBeLessThan(310);
  expect(points.at(-1)).toEqual([1000, 1 / 1001]);
});
