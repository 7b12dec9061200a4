import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {
  adadelta,
  adagrad,
  adam,
  adamax,
  adamw,
  amsgrad,
  exponentialDecay,
  gradientDescent,
  type LearningRate,
  momentum,
  nadam,
  nesterov,
  numbersPerParameter,
  type Optimizer,
  rmsprop
} from "../../lib/index.js";
import {numbers} from "../support/arbitrary.js";

/** Every optimizer and form, made with a learning rate. */
const all: Record<string, (learningRate: LearningRate) => Optimizer> = {
  gradientDescent: (learningRate) => gradientDescent({learningRate}),
  momentum: (learningRate) => momentum({learningRate}),
  "momentum, corrected": (learningRate) => momentum({learningRate, correctBias: true}),
  "momentum, classical": (learningRate) => momentum({learningRate, form: "classical"}),
  nesterov: (learningRate) => nesterov({learningRate}),
  adagrad: (learningRate) => adagrad({learningRate}),
  "adagrad, ε inside": (learningRate) => adagrad({learningRate, epsilonInside: true}),
  adadelta: (learningRate) => adadelta({learningRate}),
  rmsprop: (learningRate) => rmsprop({learningRate}),
  "rmsprop, ε inside": (learningRate) => rmsprop({learningRate, epsilonInside: true}),
  adam: (learningRate) => adam({learningRate}),
  "adam, ε inside": (learningRate) => adam({learningRate, epsilonInside: true}),
  amsgrad: (learningRate) => amsgrad({learningRate}),
  "amsgrad, corrected first": (learningRate) => amsgrad({learningRate, correctFirst: true}),
  adamw: (learningRate) => adamw({learningRate}),
  nadam: (learningRate) => nadam({learningRate}),
  adamax: (learningRate) => adamax({learningRate}),
  "adamax, ε added": (learningRate) => adamax({learningRate, epsilonInside: false})
};
const table = Object.entries(all);

/** The same with ε = 0, where a formula would divide 0 by 0. */
const bare: Record<string, () => Optimizer> = {
  adagrad: () => adagrad({epsilon: 0}),
  adadelta: () => adadelta({epsilon: 0}),
  rmsprop: () => rmsprop({epsilon: 0}),
  adam: () => adam({epsilon: 0}),
  amsgrad: () => amsgrad({epsilon: 0}),
  adamw: () => adamw({epsilon: 0, weightDecay: 0}),
  nadam: () => nadam({epsilon: 0}),
  adamax: () => adamax({epsilon: 0})
};

const gradients = fc.array(
  fc.array(fc.oneof(fc.constant(0), numbers(-1e3, 1e3)), {minLength: 3, maxLength: 3}),
  {minLength: 1, maxLength: 20}
);

function run(optimizer: Optimizer, steps: readonly (readonly number[])[], start = [1, -2, 0.5]) {
  const parameters = Float64Array.from(start);
  const state = optimizer.init(parameters.length);
  for (const gradient of steps) optimizer.update(parameters, Float64Array.from(gradient), state);
  return {parameters, state};
}

describe.each(table)("%s", (_, make) => {
  test("update leaves the gradient as it is", () => {
    const optimizer = make(0.1);
    const gradient = Float64Array.of(1, -2, 0);
    optimizer.update(new Float64Array(3), gradient, optimizer.init(3));
    expect([...gradient]).toEqual([1, -2, 0]);
  });

  test("update touches nothing but parameters and state: two runs at once are two runs apart", () => {
    fc.assert(
      fc.property(gradients, gradients, (first, second) => {
        const optimizer = make(0.1);
        const [p, q] = [Float64Array.of(1, -2, 0.5), Float64Array.of(1, -2, 0.5)];
        const [s, t] = [optimizer.init(3), optimizer.init(3)];
        for (let k = 0; k < Math.max(first.length, second.length); ++k) {
          if (first[k]) optimizer.update(p, Float64Array.from(first[k]), s);
          if (second[k]) optimizer.update(q, Float64Array.from(second[k]), t);
        }
        expect({parameters: p, state: s}).toEqual(run(make(0.1), first));
        expect({parameters: q, state: t}).toEqual(run(make(0.1), second));
      }),
      {numRuns: 30}
    );
  });

  test("a copied state is a checkpoint", () => {
    fc.assert(
      fc.property(gradients, gradients, (before, after) => {
        const {parameters, state} = run(make(0.1), before);
        const [copy, copiedState] = [parameters.slice(), structuredClone(state)];
        const resumed = make(0.1);
        for (const gradient of after) resumed.update(copy, Float64Array.from(gradient), copiedState);
        expect({parameters: copy, state: copiedState}).toEqual(run(make(0.1), [...before, ...after]));
      }),
      {numRuns: 30}
    );
  });

  test("a coordinate with zero gradient stays a number, and where it is until it has one", () => {
    fc.assert(
      fc.property(gradients, (steps) => {
        const {parameters} = run(
          make(0.1),
          steps.map(([g]) => [g, 0, 0]),
          [1, 0, 0]
        );
        expect([...parameters].every(Number.isFinite)).toBe(true);
        expect([...parameters.slice(1)]).toEqual([0, 0]);
      }),
      {numRuns: 50}
    );
  });

  test("each coordinate moves as if it were alone", () => {
    fc.assert(
      fc.property(gradients, (steps) => {
        const {parameters} = run(make(0.1), steps);
        [1, -2, 0.5].forEach((start, i) => {
          expect(
            run(
              make(0.1),
              steps.map((g) => [g[i]]),
              [start]
            ).parameters[0]
          ).toBe(parameters[i]);
        });
      }),
      {numRuns: 30}
    );
  });

  test("the first step goes against the gradient", () => {
    const {parameters} = run(make(0.1), [[3, -0.2, 0]], [0, 0, 0]);
    expect([...parameters].map(Math.sign)).toEqual([-1, 1, 0]);
  });

  test("a schedule is asked for the rate with t − 1, and a constant one is the rate", () => {
    const asked: number[] = [];
    const steps = [
      [1, 2, 3],
      [3, 2, 1],
      [0, 1, 0]
    ];
    const {parameters, state} = run(
      make((t) => {
        asked.push(t);
        return 0.1;
      }),
      steps
    );
    expect([...new Set(asked)]).toEqual([0, 1, 2]);
    expect({parameters, state}).toEqual(run(make(0.1), steps));
    expect(state).toHaveProperty("t", 3);
  });

  test.each<[unknown, Error]>([
    [0, new RangeError("learningRate must be positive and finite; got 0")],
    [-0.1, new RangeError("learningRate must be positive and finite; got -0.1")],
    [Number.NaN, new RangeError("learningRate must be positive and finite; got NaN")],
    [Infinity, new RangeError("learningRate must be positive and finite; got Infinity")],
    ["0.1", new TypeError('learningRate must be a number or a schedule; got "0.1"')],
    [null, new TypeError("learningRate must be a number or a schedule; got null")]
  ])("refuses the learning rate %j", (learningRate, error) => {
    expect(() => make(learningRate as LearningRate)).toThrow(error);
  });

  test.each([0, -1, 2.5])("init refuses %d parameters", (size) => {
    expect(() => make(0.1).init(size)).toThrow(
      new RangeError(`size must be an integer of at least 1; got ${size}`)
    );
  });
});

describe.each(Object.entries(bare))("%s without ε", (_, make) => {
  test("divides no 0 by 0, and shows a gradient that is NaN", () => {
    fc.assert(
      fc.property(gradients, (steps) => {
        const {parameters} = run(make(), [...steps, ...Array(50).fill([0, 0, 0])]);
        expect([...parameters].every(Number.isFinite)).toBe(true);
      }),
      {numRuns: 50}
    );
    expect(run(make(), [[0, 0, 0]]).parameters).toEqual(Float64Array.of(1, -2, 0.5));
    expect(run(make(), [[Number.NaN, 0, 0]]).parameters[0]).toBeNaN();
  });
});

describe("by hand", () => {
  const step = (optimizer: Optimizer, ...steps: number[]) =>
    run(
      optimizer,
      steps.map((g) => [g]),
      [0]
    ).parameters[0];

  test("gradientDescent steps by α g", () => {
    expect(step(gradientDescent({learningRate: 0.5}), 3)).toBe(-1.5);
    expect(
      step(gradientDescent({learningRate: exponentialDecay({learningRate: 1, base: 0.5})}), 1, 1, 1)
    ).toBe(-1.75);
  });

  test("momentum as an average never exceeds gradient descent, corrected it is one; the classical form gives g/(1 − β)", () => {
    const ones = Array(400).fill(1);
    expect(step(momentum({learningRate: 1, beta: 0.5}), 1, 1)).toBe(-0.5 - 0.75);
    expect(step(momentum({learningRate: 1, correctBias: true}), ...ones)).toBeCloseTo(-400, 10);
    expect(step(momentum({learningRate: 1, beta: 0.5, form: "classical"}), 1, 1)).toBe(-1 - 1.5);
    const {state} = run(
      momentum({learningRate: 1, form: "classical"}),
      ones.map((g) => [g]),
      [0]
    );
    expect((state as {velocity: Float64Array}).velocity[0]).toBeCloseTo(10, 10);
  });

  test("nesterov adds the step that the velocity will take next", () => {
    expect(step(nesterov({learningRate: 1, beta: 0.5}), 1)).toBe(-1.5);
    expect(step(nesterov({learningRate: 1, beta: 0.5}), 1, 1)).toBe(-1.5 - 1.75);
  });

  test.each([1e-3, 1, 1e3])("the first step of Adam, AdamW and AMSGrad is α for a gradient of %d", (g) => {
    const options = {learningRate: 0.01, epsilon: 0};
    for (const make of [adam, amsgrad, adamw]) expect(step(make({...options}), g)).toBeCloseTo(-0.01, 15);
    expect(step(rmsprop({...options, beta: 0.75}), g)).toBeCloseTo(-0.02, 15);
    expect(step(adagrad(options), g)).toBeCloseTo(-0.01, 15);
    expect(step(adamax(options), g)).toBeCloseTo(-0.01, 15);
  });

  test("adamw shrinks by αλ where there is no gradient", () => {
    const {parameters} = run(adamw({learningRate: 0.1, weightDecay: 0.5}), [[0], [0]], [1]);
    expect(parameters[0]).toBeCloseTo(0.95 ** 2, 15);
  });

  test("amsgrad does not forget a large gradient", () => {
    const [forgets, keeps] = [adam, amsgrad].map((make) =>
      step(make({learningRate: 1, beta1: 0, beta2: 0.5}), 10, ...Array(60).fill(1))
    );
    expect(keeps).toBeGreaterThan(forgets);
  });

  // PyTorch's defaults, but for RMSProp's β (its alpha is 0.99): the chapter's 0.9
  const moments = {beta1: 0.9, beta2: 0.999, epsilon: 1e-8};
  const rate = {learningRate: 1};
  test.each<[Optimizer, object]>([
    [gradientDescent(rate), rate],
    [momentum(rate), {...rate, beta: 0.9, form: "ema", correctBias: false}],
    [nesterov(rate), {...rate, beta: 0.9}],
    [adagrad(), {learningRate: 0.01, epsilon: 1e-10, epsilonInside: false, initialAccumulator: 0}],
    [adadelta(), {learningRate: 1, decay: 0.9, epsilon: 1e-6}],
    [rmsprop(), {learningRate: 0.01, beta: 0.9, epsilon: 1e-8, epsilonInside: false}],
    [adam(), {learningRate: 0.001, ...moments, epsilonInside: false}],
    [amsgrad(), {learningRate: 0.001, ...moments, correctFirst: false}],
    [adamw(), {learningRate: 0.001, ...moments, epsilonInside: false, weightDecay: 0.01}],
    [
      adamw({beta1: 0.5}),
      {learningRate: 0.001, ...moments, beta1: 0.5, epsilonInside: false, weightDecay: 0.01}
    ],
    [nadam(), {learningRate: 0.002, ...moments, momentumDecay: 0.004}],
    [adamax(), {learningRate: 0.002, ...moments, epsilonInside: true}]
  ])("options of $0.name tells the hyperparameters in force", ({options}, expected) => {
    expect(options).toEqual(expected);
  });
});

test.each([
  [gradientDescent({learningRate: 1}), 0],
  [momentum({learningRate: 1}), 1],
  [rmsprop(), 1],
  [adam(), 2],
  [nadam(), 2],
  [amsgrad(), 3],
  [{name: "stateless", init: () => null, update: () => undefined}, 0]
])("numbersPerParameter($0.name) is $1", (optimizer, count) => {
  expect(numbersPerParameter(optimizer)).toBe(count);
});

describe("what cannot be", () => {
  const learningRate = 0.1;

  test.each<[() => unknown, string]>([
    [() => momentum({learningRate, beta: 1}), "beta must be in [0, 1); got 1"],
    [() => momentum({learningRate, beta: -0.1}), "beta must be in [0, 1); got -0.1"],
    [() => nesterov({learningRate, beta: Number.NaN}), "beta must be in [0, 1); got NaN"],
    [() => rmsprop({beta: 1.5}), "beta must be in [0, 1); got 1.5"],
    [() => adadelta({decay: 1}), "decay must be in [0, 1); got 1"],
    ...[adam, amsgrad, adamw, nadam, adamax].flatMap((make): [() => unknown, string][] => [
      [() => make({beta1: 1}), "beta1 must be in [0, 1); got 1"],
      [() => make({beta2: -1}), "beta2 must be in [0, 1); got -1"]
    ]),
    ...[adagrad, adadelta, rmsprop, adam, amsgrad, adamw, nadam, adamax].map(
      (make): [() => unknown, string] => [
        () => make({epsilon: -1e-8}),
        "epsilon must be finite and not negative; got -1e-8"
      ]
    ),
    [() => adagrad({initialAccumulator: -1}), "initialAccumulator must be finite and not negative; got -1"],
    [() => adamw({weightDecay: -0.1}), "weightDecay must be finite and not negative; got -0.1"],
    [() => nadam({momentumDecay: -1}), "momentumDecay must be finite and not negative; got -1"],
    [
      // @ts-expect-error not a form
      () => momentum({learningRate, form: "polyak"}),
      'form must be "ema" or "classical"; got "polyak"'
    ],
    [
      () => momentum({learningRate, form: "classical", correctBias: true}),
      'correctBias must be false in the form "classical", which is no average; got true'
    ]
  ])("%s", (make, message) => {
    expect(make).toThrow(new RangeError(message));
  });
});
