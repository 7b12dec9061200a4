import fc from "fast-check";
import {afterEach, describe, expect, test, vi} from "vitest";
import {
  adagrad,
  adam,
  adamw,
  batches,
  type Checkpoint,
  type Dataset,
  circles,
  glorotUniform,
  gradientDescent,
  identity,
  meanSquaredError,
  momentum,
  nadam,
  nesterov,
  type Network,
  network,
  networkOver,
  type Optimizer,
  type Progress,
  random,
  rmsprop,
  selectColumns,
  sigmoid,
  binaryCrossEntropy,
  tanh,
  type TrainOptions,
  train,
  type Vector
} from "../../lib/index.js";
import {roundingBounds, u} from "./roundingBounds.js";
import {shapes, trial} from "./trial.js";

const {X, Y}: Dataset = circles({samples: 90, noise: 0.1, random: random(4)});

const fresh = () =>
  network({
    sizes: [2, 7, 3, 1],
    activations: [tanh, tanh, sigmoid],
    initializer: glorotUniform,
    random: random(3)
  });

const options = (over: Partial<TrainOptions> = {}): TrainOptions => ({
  network: fresh(),
  loss: binaryCrossEntropy,
  X,
  Y,
  optimizer: adam({learningRate: 0.02}),
  batchSize: 32,
  epochs: 30,
  random: random(11),
  precision: "single",
  ...over
});

const summary = ({checkpoint: _, ...numbers}: Progress) => numbers;
const run = (over: Partial<TrainOptions> = {}) => [...train(options(over))].map(summary);
const named = <F extends object, P extends object>(name: string, f: F, properties: P): F & P =>
  Object.defineProperty(Object.assign(f, properties), "name", {value: name});

const norm = (v: ArrayLike<number>) => Math.hypot(...Array.from(v));

const every: readonly [string, Optimizer][] = [
  ["gradientDescent", gradientDescent({learningRate: 0.5})],
  ["momentum", momentum({learningRate: 0.5})],
  ["nesterov", nesterov({learningRate: 0.05})],
  ["rmsprop", rmsprop({learningRate: 0.01})],
  ["adam", adam({learningRate: 0.02})],
  ["adamw", adamw({learningRate: 0.02})],
  ["adagrad, which the kernels do not know", adagrad({learningRate: 0.1})],
  ["nadam, which the kernels do not know", nadam({learningRate: 0.02})]
];

describe("train({precision: single})", () => {
  test.each(every)("learns what double precision learns: %s", (_, optimizer) => {
    const [single, double] = [run({optimizer}), run({optimizer, precision: "double"})];
    const last = (all: typeof single) => all[all.length - 1].epochCost!;
    expect(single.length).toBe(double.length);
    // the first cost is that of the same parameters and batch: four digits of seven are asked for
    expect(Math.abs(single[0].cost - double[0].cost)).toBeLessThan(1e-4 * double[0].cost);
    expect(last(double)).toBeLessThan(double[0].cost);
    expect(Math.abs(last(single) - last(double))).toBeLessThan(0.02 * double[0].cost);
  });

  test("same seed, same run, to the bit", () => {
    expect(run()).toEqual(run());
  });

  test("brings the network's parameters up to date at the end of an epoch, rounded to single precision", () => {
    const made = fresh();
    const before = made.parameters.slice();
    for (const {epochCost} of train(options({network: made, epochs: 1})))
      if (epochCost === undefined) expect(made.parameters).toEqual(before);
    expect(made.parameters).not.toEqual(before);
    expect(made.parameters).toEqual(made.parameters.map(Math.fround));
  });

  test.each(every)("resumed from JSON it goes on to the bit: %s", (_, optimizer) => {
    const checkpointAfter = (updates: number): Checkpoint => {
      for (const {step, checkpoint} of train(options({optimizer}))) if (step === updates) return checkpoint();
      throw new Error("the training ended before");
    };
    const resume = JSON.parse(JSON.stringify(checkpointAfter(8)));
    expect(run({optimizer, resume})).toEqual(run({optimizer}).slice(8));
  });

  test("says when it diverges, and stops", () => {
    const linear = network({
      sizes: [2, 3, 1],
      activations: [identity, identity],
      initializer: glorotUniform,
      random: random(3)
    });
    const all = run({
      network: linear,
      optimizer: gradientDescent({learningRate: 1e3}),
      loss: meanSquaredError
    });
    expect(all.at(-1)?.diverged).toBe(true);
    expect(all.length).toBeLessThan(90);
  });

  test("says when an optimizer beyond the kernels diverges", () => {
    const broken: Optimizer<{t: number}> = {
      name: "broken",
      options: {},
      init: () => ({t: 0}),
      update: (parameters) => void parameters.fill(Infinity)
    };
    expect(run({optimizer: broken}).map(({diverged}) => diverged)).toEqual([true]);
  });

  test("takes no activation and no loss but the engine's own", () => {
    const swish = named("swish", (z: number) => z, {derivative: () => 1});
    const odd = networkOver(new Float64Array(3), [2, 1], [swish]);
    expect(() => train(options({network: odd, loss: meanSquaredError}))).toThrow(
      new TypeError("activation must be one of the engine's own in single precision; got swish")
    );
    const absolute = named("absolute", () => 0, {...meanSquaredError});
    expect(() => train(options({loss: absolute}))).toThrow(
      new TypeError("loss must be one of the engine's own in single precision; got absolute")
    );
  });
});

describe("100 steps of single precision stay by double precision, as near as errors of rounding can grow", () => {
  /** θ after each of 100 steps. */
  const path = (net: Network, over: Partial<TrainOptions>): Vector[] => {
    const moved = networkOver(
      net.parameters.slice(),
      net.sizes,
      net.layers.map(({activation}) => activation)
    );
    const points: Vector[] = [];
    for (const {checkpoint} of train(options({...over, network: moved}))) {
      checkpoint();
      points.push(moved.parameters.slice());
      if (points.length === 100) break;
    }
    return points;
  };

  /**
   * Each step adds an error e of at most α E(∇J) + 3u |θ|, and later steps carry it on. How much they can make of it
   * is measured in double precision, by a run that begins 1e−5 beside: a random direction shows 1/√n of the worst.
   */
  test("gradient descent on random shapes", () => {
    fc.assert(
      fc.property(shapes({largest: 12, samples: 40}), (shape) => {
        const one = trial(shape);
        const learningRate = 0.05;
        const over = {
          ...one,
          optimizer: gradientDescent({learningRate}),
          batchSize: Math.min(16, shape.samples),
          epochs: 100,
          random: undefined
        };
        const double = path(one.network, {...over, precision: "double"});
        const single = path(one.network, over);

        const source = random(1);
        const aside = one.network.parameters.map((θ) => θ + 1e-5 * (source() - 0.5));
        const start = norm(aside.map((θ, i) => θ - one.network.parameters[i]));
        const besides = path(networkOver(aside, shape.sizes, shape.activations), {
          ...over,
          precision: "double"
        });
        const distances = besides.map((point, t) => norm(point.map((θ, i) => θ - double[t][i])) / start);
        const growth = Math.sqrt(aside.length) * Math.max(1, ...distances);

        const order = [...batches(shape.samples, over.batchSize)];
        let error = 0;
        double.forEach((point, t) => {
          const net = networkOver(point, shape.sizes, shape.activations);
          const batch = order[(t + 1) % order.length];
          const bounds = roundingBounds(
            net,
            one.loss,
            selectColumns(one.X, batch),
            selectColumns(one.Y, batch)
          );
          error += growth * (learningRate * norm(bounds.gradient) + 3 * u * norm(point));
          expect(norm(single[t].map((θ, i) => θ - point[i]))).toBeLessThanOrEqual(error);
        });
      }),
      {seed: 5, numRuns: 25}
    );
  });
});

describe("where the runtime has no SIMD", () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.resetModules();
  });

  test.each([
    ["no WebAssembly", undefined],
    ["WebAssembly without SIMD", {validate: () => false}]
  ])("single precision is double precision: %s", async (_, WebAssembly) => {
    vi.resetModules();
    vi.stubGlobal("WebAssembly", WebAssembly);
    const bare = await import("../../lib/index.js");
    const made = () =>
      bare.network({
        sizes: [2, 3, 1],
        activations: [bare.tanh, bare.sigmoid],
        initializer: bare.glorotUniform,
        random: random(3)
      });
    const costs = (precision: "single" | "double") =>
      [
        ...bare.train({
          network: made(),
          loss: bare.binaryCrossEntropy,
          X,
          Y,
          optimizer: bare.adam(),
          epochs: 5,
          precision
        })
      ].map(({cost}) => cost);
    expect(costs("single")).toEqual(costs("double"));
  });
});
