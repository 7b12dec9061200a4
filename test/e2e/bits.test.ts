import {readdirSync} from "node:fs";
import {expect, test} from "vitest";
import * as engine from "../../lib/index.js";
import {useBrowser} from "./visit.js";

const visit = useBrowser();

type Engine = typeof engine;

/** Runs with seeds, through everything that could differ in its last bits; knows nothing but the engine it is given. */
const runs: Record<string, (e: Engine) => number[]> = {
  activations: (e) => {
    const z = Array.from({length: 400}, (_, k) => (k - 200) / 7);
    const all = [e.sigmoid, e.tanh, e.relu, e.leakyRelu(), e.elu(), e.gelu, e.silu, e.softplus];
    return all.flatMap((g) => z.flatMap((x) => [g(x), g.derivative(x)]));
  },
  initializers: (e) => {
    const all = [e.glorotUniform, e.glorotNormal, e.heUniform, e.heNormal, e.lecunNormal, e.orthogonal()];
    return all.flatMap((initializer) => [...initializer(9, 7, e.random(1))]);
  },
  datasets: (e) => {
    const options = () => ({random: e.random(2), samples: 60});
    const all = [e.circles, e.moons, e.spirals, e.gaussians, e.linear];
    return all.flatMap((make) => [...make(options()).X.data, ...make(options()).Y.data]);
  },
  schedules: (e) => {
    const all = [
      e.exponentialDecay({learningRate: 0.1}),
      e.stepDecay({learningRate: 0.1, factor: 0.7, every: 3}),
      e.polynomialDecay({learningRate: 0.1, power: 1.5, epochs: 250}),
      e.cosineDecay({learningRate: 0.1, epochs: 250}),
      e.oneCycle({maximum: 0.1, epochs: 250})
    ];
    return all.flatMap((rate) => Array.from({length: 250}, (_, epoch) => rate(epoch)));
  },
  averages: (e) => [...e.ema(Array.from({length: 300}, e.random(3)), {beta: 0.98})],
  surfaces: (e) => {
    const {quadratic, ...fixed} = e.surfaces;
    const draw = e.random(4);
    return [...Object.values(fixed), quadratic({b: 9, rotation: 0.3})].flatMap((f) => {
      const p = Float64Array.from({length: 2}, () => 4 * draw() - 2);
      return [f(p).value, ...f(p).gradient, ...f.hessian(p).data];
    });
  },
  optimizers: (e) => {
    const learningRate = e.cosineDecay({learningRate: 0.01, epochs: 300});
    const all = [
      e.gradientDescent({learningRate}),
      e.momentum({learningRate, correctBias: true}),
      e.nesterov({learningRate}),
      e.adagrad({learningRate}),
      e.adadelta(),
      e.rmsprop({learningRate}),
      e.adam({learningRate}),
      e.amsgrad({learningRate}),
      e.adamw({learningRate}),
      e.nadam({learningRate}),
      e.adamax({learningRate})
    ];
    return all.flatMap((optimizer) => {
      const points: number[] = [];
      for (const {step, parameters} of e.descend(e.surfaces.rastrigin, optimizer, [2.3, -1.7])) {
        if (step % 30 === 0) points.push(...parameters);
        if (step === 300) return points;
      }
      return points;
    });
  },
  training: (e) => {
    const source = e.random(5);
    const {X, Y} = e.moons({random: source, samples: 50});
    const network = e.network({
      sizes: [2, 8, 6, 1],
      activations: [e.tanh, e.gelu, e.sigmoid],
      initializer: e.glorotNormal,
      random: source
    });
    const task = {network, loss: e.binaryCrossEntropy, X: e.fitWhitener(X).transform(X), Y};
    const optimizer = e.adam({learningRate: 0.01});
    const settings = {optimizer, batchSize: 16, epochs: 20, random: source, precision: "double"} as const;
    const costs = Array.from(e.train({...task, ...settings}), ({cost}) => cost);
    return [...costs, ...network.parameters];
  }
};

/** Where the built engine lies, below the site's root. */
const built = `_import/lib/${readdirSync("dist/_import/lib").find((name) => /^index\..*js$/.test(name))}`;

test.each(Object.keys(runs))(
  "%s: the same seed gives the same bits in Node and in the browser",
  async (name) => {
    const {page} = await visit("en/index.html");
    const there = await page.evaluate<number[]>(`import("../${built}").then(${runs[name]})`);
    expect(there).toEqual(runs[name](engine));
  }
);
