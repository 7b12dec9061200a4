import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {
  adam,
  adamw,
  binaryCrossEntropy,
  cosineDecay,
  gradientDescent,
  type Loss,
  type Matrix,
  momentum,
  type Network,
  nesterov,
  networkOver,
  type Optimizer,
  random,
  rmsprop,
  selectColumns,
  sigmoid,
  type Vector
} from "../../lib/index.js";
import {kernelModule} from "../../lib/simd/kernelModule.js";
import {kindsOf} from "../../lib/simd/kindsOf.js";
import {type SingleNetwork, singleNetwork} from "../../lib/simd/singleNetwork.js";
import {updateRule} from "../../lib/simd/updateRule.js";
import {roundingBounds, u} from "./roundingBounds.js";
import {activations, losses, shapes, type Trial, trial} from "./trial.js";

const single = ({network, loss, X, Y}: Trial, batchSize: number, optimizer?: Optimizer) => {
  const made = singleNetwork(
    kernelModule()!,
    {
      sizes: network.sizes,
      ...kindsOf(network.layers, loss),
      optimizer: (optimizer && updateRule(optimizer)?.kind) ?? "none",
      batchSize
    },
    X,
    Y
  );
  made.parameters.set(network.parameters);
  return made;
};

/** A batch as the kernels take it. */
function batchIn({order}: SingleNetwork, batch: Uint32Array): [first: number, count: number] {
  order.set(batch);
  return [0, batch.length];
}

const isLogits = (network: Network, loss: Loss, l: number) =>
  loss === binaryCrossEntropy && l === network.layers.length - 1 && network.layers[l].activation === sigmoid;

function expectWithin(actual: ArrayLike<number>, expected: ArrayLike<number>, bounds: ArrayLike<number>) {
  expect(actual.length).toBe(expected.length);
  for (let i = 0; i < expected.length; ++i)
    if (!(Math.abs(actual[i] - expected[i]) <= bounds[i]))
      expect.fail(`entry ${i} is ${actual[i]}, not ${expected[i]} within ${bounds[i]}`);
}

/** Forward and backward of a batch in both precisions, held together by the bounds of the rounding errors. */
function compare(one: Trial, batch: Uint32Array, capacity: number) {
  const {network, loss} = one;
  const made = single(one, capacity);
  const [X, Y] = [selectColumns(one.X, batch), selectColumns(one.Y, batch)];
  const pass = network.forward(X);
  const exact = network.backward(X, Y, loss, pass);
  const bounds = roundingBounds(network, loss, X, Y);
  made.predict(...batchIn(made, batch)).forEach((A, l) => {
    const reference: Matrix = isLogits(network, loss, l) ? pass.Z[l] : pass.A[l];
    expectWithin(A.data, reference.data, bounds.A[l].data);
  });
  expectWithin([made.differentiate(...batchIn(made, batch))], [exact.cost], [bounds.cost]);
  expectWithin(made.gradient, exact.gradient, bounds.gradient);
}

const everySample = (m: number) => Uint32Array.from({length: m}, (_, sample) => sample);

describe("singleNetwork(…) agrees with double precision within the bounds of rounding", () => {
  for (const activation of activations)
    for (const loss of losses) {
      if (loss === binaryCrossEntropy && activation !== sigmoid) continue;
      test(`${activation.name} under ${loss.name}`, () => {
        const shape = {sizes: [7, 13, 9, 3], loss, samples: 21, seed: 1};
        compare(trial({...shape, activations: [activation, activation, activation]}), everySample(21), 21);
      });
    }

  for (const m of [1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 33])
    test(`a batch of ${m} of 40 samples in any order`, () => {
      const one = trial({
        sizes: [5, 5, 3, 1],
        activations: [activations[2], activations[6], sigmoid],
        loss: binaryCrossEntropy,
        samples: 40,
        seed: m
      });
      compare(
        one,
        Uint32Array.from({length: m}, (_, i) => (i * 23 + m) % 40),
        33
      );
    });

  for (const n of [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 130])
    test(`layers of ${n} units`, () => {
      compare(
        trial({
          sizes: [n, n, n],
          activations: [activations[3], activations[0]],
          loss: losses[3],
          samples: 19,
          seed: n
        }),
        everySample(19),
        19
      );
    });

  test("random shapes, activations, losses and batches", () => {
    fc.assert(
      fc.property(
        shapes({largest: 130, samples: 300}),
        fc.integer({min: 1, max: 300}),
        fc.integer({min: 0, max: 2 ** 31 - 1}),
        (shape, size, seed) => {
          const source = random(seed);
          const batch = Uint32Array.from({length: size}, () => Math.floor(source() * shape.samples));
          compare(trial(shape), batch, 300);
        }
      ),
      {seed: 3, numRuns: 60}
    );
  });
});

const cosine = cosineDecay({learningRate: 0.05, minimum: 0.001, epochs: 100});

const optimizers: readonly [string, Optimizer][] = [
  ["gradientDescent", gradientDescent({learningRate: 0.3})],
  ["gradientDescent with a schedule", gradientDescent({learningRate: cosine})],
  ["momentum", momentum({learningRate: 0.3})],
  ["momentum, corrected", momentum({learningRate: cosine, correctBias: true})],
  ["momentum, classical", momentum({learningRate: 0.03, form: "classical"})],
  ["nesterov", nesterov({learningRate: 0.03})],
  ["rmsprop", rmsprop({learningRate: 0.003})],
  ["rmsprop, ε inside", rmsprop({learningRate: 0.003, epsilon: 1e-3, epsilonInside: true})],
  ["rmsprop, ε = 0", rmsprop({learningRate: 0.003, epsilon: 0})],
  ["adam", adam({learningRate: cosine})],
  ["adam, ε inside", adam({epsilon: 1e-3, epsilonInside: true})],
  ["adamw", adamw({learningRate: 0.003, weightDecay: 0.1})]
];

type Moments = {t: number} & Record<string, Vector>;

/**
 * How far an update in single precision may be from one in double, from the same numbers.
 *
 * Every operation, and every coefficient, is rounded once: at most 16 roundings on the way from g to the step, which
 * act on the step's size without cancellation — the step that |g| and |v| make from θ = 0 — and 3 on the way of θ.
 */
function updateBounds(optimizer: Optimizer, before: Vector, gradient: Vector, state: Moments): Vector {
  const sizes = structuredClone(state);
  if (sizes.velocity) sizes.velocity = sizes.velocity.map(Math.abs);
  if (sizes.firstMoment) sizes.firstMoment = sizes.firstMoment.map(Math.abs);
  const steps = new Float64Array(before.length);
  optimizer.update(steps, gradient.map(Math.abs), sizes);
  return before.map((θ, i) => 16 * u * Math.abs(steps[i]) + 3 * u * Math.abs(θ));
}

describe("100 steps: each gradient and each update agree with double precision from where single precision stands", () => {
  for (const [name, optimizer] of optimizers)
    test(name, () => {
      const one = trial({
        sizes: [6, 11, 4],
        activations: [activations[2], activations[0]],
        loss: losses[3],
        samples: 50,
        seed: 7
      });
      const source = random(1);
      const made = single(one, 16, optimizer);
      const rule = updateRule(optimizer)!;
      for (let t = 1; t <= 100; ++t) {
        const before = Float64Array.from(made.parameters);
        const state = optimizer.init(before.length) as Moments;
        state.t = t - 1;
        if (rule.firstMoment) state[rule.firstMoment].set(made.firstMoment);
        if (rule.secondMoment) state[rule.secondMoment].set(made.secondMoment);
        // every third batch is short
        const batch = Uint32Array.from({length: t % 3 ? 16 : 5}, () => Math.floor(source() * 50));
        const cost = made.step(...batchIn(made, batch), rule.at(t));

        const moved = networkOver(
          before.slice(),
          one.network.sizes,
          one.network.layers.map((layer) => layer.activation)
        );
        const [X, Y] = [selectColumns(one.X, batch), selectColumns(one.Y, batch)];
        const exact = moved.backward(X, Y, one.loss, moved.forward(X));
        const bounds = roundingBounds(moved, one.loss, X, Y);
        expectWithin([cost], [exact.cost], [bounds.cost]);
        expectWithin(made.gradient, exact.gradient, bounds.gradient);

        const gradient = Float64Array.from(made.gradient);
        const tolerance = updateBounds(optimizer, before, gradient, state);
        optimizer.update(moved.parameters, gradient, state);
        // the parameters before the update stood in `moved`
        expectWithin(made.parameters, moved.parameters, tolerance);
        if (rule.firstMoment)
          expectWithin(
            made.firstMoment,
            state[rule.firstMoment],
            momentBounds(state[rule.firstMoment], gradient)
          );
        expect(made.isFinite()).toBe(true);
      }
    });
});

/** v ← keep v + share g: four roundings of each term, and what is flushed to zero. */
const momentBounds = (moment: Vector, gradient: Vector) =>
  moment.map((v, i) => 4 * u * (Math.abs(v) + 2 * Math.abs(gradient[i])) + 1e-34);
