import {describe, expect, test} from "vitest";
import {
  type Activation,
  adam,
  batches,
  binaryCrossEntropy,
  type Checkpoint,
  circles,
  type Dataset,
  evaluate,
  glorotUniform,
  gradientDescent,
  identity,
  type Loss,
  matrix,
  meanSquaredError,
  momentum,
  moons,
  nadam,
  network,
  objective,
  oneHot,
  type Optimizer,
  type Progress,
  random,
  selectColumns,
  sigmoid,
  sigmoidCrossEntropy,
  softmaxCrossEntropy,
  spirals,
  tanh,
  train,
  type TrainOptions,
  zeros
} from "../lib/index.js";
import {expectClose} from "./support/close.js";
import {
  type Config,
  flatParameters,
  type GoldenLayer,
  goldenLoss,
  goldenNetwork,
  goldenOptimizer,
  readGolden
} from "./support/golden.js";

const X = matrix([
  [0.1, 0.9, -0.4, 1.2, -1.1, 0.3, 0.8],
  [1.0, -0.2, 0.5, 0.7, -0.6, -1.3, 0.4]
]);
const Y = matrix([[1, 0, 1, 0, 1, 0, 1]]);

const fresh = () =>
  network({sizes: [2, 4, 1], activations: [tanh, sigmoid], initializer: glorotUniform, random: random(3)});

const options = (over: Partial<TrainOptions> = {}): TrainOptions => ({
  network: fresh(),
  loss: binaryCrossEntropy,
  X,
  Y,
  optimizer: adam({learningRate: 0.05}),
  batchSize: 3,
  epochs: 4,
  random: random(11),
  precision: "double",
  ...over
});

const summary = ({checkpoint: _, ...numbers}: Progress) => numbers;

/** The checkpoint after that many updates, of a training that is then left. */
function checkpointAfter(updates: number, chosen: TrainOptions): Checkpoint {
  for (const {step, checkpoint} of train(chosen)) if (step === updates) return checkpoint();
  throw new Error("the training ended before");
}

interface Run {
  readonly optimizer: string;
  readonly config: Config;
  readonly batch_losses: number[];
  readonly final_full_cost: number;
  readonly parameters_after_epoch: Record<string, GoldenLayer[]>;
}

describe("against PyTorch", () => {
  const [one] = readGolden("minibatch").cases;

  test.each(one.runs as Run[])("$optimizer on mini-batches in given orders", (run) => {
    const made = goldenNetwork(one);
    const [allX, allY, loss] = [matrix(one.X), matrix(one.Y), goldenLoss(one)];
    const optimizer = goldenOptimizer(run);
    const state = optimizer.init(made.parameters.length);
    const costs = one.order.flatMap((order: number[], epoch: number) => {
      const ofEpoch = [...batches(one.m, one.batch_size)].map((batch) => {
        const chosen = [...batch].map((i) => order[i]);
        const {value, gradient} = objective(
          made,
          loss,
          selectColumns(allX, chosen),
          selectColumns(allY, chosen)
        )(made.parameters);
        optimizer.update(made.parameters, gradient, state);
        return value;
      });
      const expected = flatParameters(run.parameters_after_epoch[epoch + 1]);
      expectClose(made.parameters, expected, {absolute: 1e-11});
      return ofEpoch;
    });
    expectClose(costs, run.batch_losses, {absolute: 1e-11});
    expectClose([evaluate(made, loss, allX, allY).cost], [run.final_full_cost], {absolute: 1e-11});
  });

  test.each(one.runs as Run[])(
    "train(…) without random takes $optimizer through the samples in their order",
    (run) => {
      const made = goldenNetwork(one);
      const [ordered] = one.order;
      const steps = train({
        network: made,
        loss: goldenLoss(one),
        X: selectColumns(matrix(one.X), ordered),
        Y: selectColumns(matrix(one.Y), ordered),
        optimizer: goldenOptimizer(run),
        batchSize: one.batch_size,
        epochs: 1
      });
      expectClose(
        [...steps].map(({cost}) => cost),
        run.batch_losses.slice(0, 3),
        {absolute: 1e-11}
      );
      expectClose(made.parameters, flatParameters(run.parameters_after_epoch[1]), {absolute: 1e-11});
    }
  );
});

describe("train(options)", () => {
  test("makes ⌈m/B⌉ updates an epoch and counts epochs from 0, steps from 1", () => {
    const run = [...train(options({epochs: 2}))];
    expect(run.map(({epoch, step}) => [epoch, step])).toEqual([
      [0, 1],
      [0, 2],
      [0, 3],
      [1, 4],
      [1, 5],
      [1, 6]
    ]);
    expect(run.map(({epochCost}) => epochCost !== undefined)).toEqual([
      false,
      false,
      true,
      false,
      false,
      true
    ]);
  });

  test("reports after an epoch the mean cost of its samples, each before its update", () => {
    const [first, second, third] = train(options({epochs: 1}));
    expectClose([third.epochCost!], [(3 * first.cost + 3 * second.cost + third.cost) / 7], {relative: 1e-15});
  });

  test("with the whole set as batch follows descent on the objective", () => {
    const made = fresh();
    const cost = objective(made, binaryCrossEntropy, X, Y);
    const expected = made.parameters.slice();
    const optimizer = momentum({learningRate: 0.3});
    const state = optimizer.init(expected.length);
    const values = Array.from({length: 5}, () => {
      const {value, gradient} = cost(expected);
      optimizer.update(expected, gradient, state);
      return value;
    });
    const run = train(
      options({network: made, optimizer, batchSize: undefined, random: undefined, epochs: 5})
    );
    expect([...run].map(({cost}) => cost)).toEqual(values);
    expect(made.parameters).toEqual(expected);
  });

  test("shuffles anew each epoch, and repeats with the seed to the bit", () => {
    const record = (seed: number) => {
      const seen: number[][] = [];
      const spy: Optimizer<null> = {
        name: "spy",
        init: () => null,
        update: (_, gradient) => void seen.push([...gradient])
      };
      for (const _ of train(options({optimizer: spy, batchSize: 1, random: random(seed)})));
      return seen;
    };
    const first = record(5);
    expect(record(5)).toEqual(first);
    expect(record(6)).not.toEqual(first);
    // parameters stand still, so an epoch's gradients are the samples' in their order
    const epochs = [0, 1, 2, 3].map((epoch) => first.slice(7 * epoch, 7 * epoch + 7).map(String));
    expect(new Set(epochs.map(String)).size).toBe(4);
    expect(new Set(epochs.map((epoch) => [...epoch].sort().join())).size).toBe(1);
  });

  test("takes a reader's own optimizer at its word, whatever its name", () => {
    const own: Optimizer<null> = {
      name: "adam",
      init: () => null,
      update: (parameters) => parameters.fill(0.5)
    };
    for (const precision of ["double", "single"] as const) {
      const made = fresh();
      for (const _ of train(options({network: made, optimizer: own, epochs: 1, precision})));
      expect([...made.parameters]).toEqual(Array(17).fill(0.5));
    }
  });

  test("evaluates test data after each epoch", () => {
    const made = fresh();
    const test = {X: selectColumns(X, [1, 2]), Y: selectColumns(Y, [1, 2])};
    const seen = [...train(options({network: made, epochs: 2, test}))];
    expect(seen.map((progress) => progress.test !== undefined)).toEqual([
      false,
      false,
      true,
      false,
      false,
      true
    ]);
    expect(seen[5].test).toEqual(evaluate(made, binaryCrossEntropy, test.X, test.Y));
  });

  describe.each(["double", "single"] as const)("in %s precision learns", (precision) => {
    const learns = (
      {X, Y}: Dataset,
      {sizes, last, loss, epochs}: {sizes: number[]; last: Activation; loss: Loss; epochs: number}
    ) => {
      const source = random(1);
      const activations = [...sizes.slice(2).map(() => tanh), last];
      const made = network({sizes, activations, initializer: glorotUniform, random: source});
      const optimizer = adam({learningRate: 0.02});
      const run = train({
        network: made,
        loss,
        X,
        Y,
        optimizer,
        batchSize: 20,
        epochs,
        random: source,
        precision
      });
      const costs = [...run].flatMap(({epochCost = []}) => epochCost);
      expect(costs).toHaveLength(epochs);
      expect(costs[epochs - 1]).toBeLessThan(costs[0] / 10);
      expect(evaluate(made, loss, X, Y).accuracy).toBeGreaterThan(0.98);
    };

    test("the moons, with probabilities", () => {
      const last = {last: sigmoid, loss: binaryCrossEntropy};
      learns(moons({random: random(7)}), {sizes: [2, 8, 8, 4, 1], ...last, epochs: 60});
    });

    test("the circles, with logits", () => {
      const last = {last: identity, loss: sigmoidCrossEntropy};
      learns(circles({random: random(7)}), {sizes: [2, 8, 1], ...last, epochs: 120});
    });

    test("three spirals, with logits of classes", () => {
      const {X, Y} = spirals({random: random(7), arms: 3});
      const last = {last: identity, loss: softmaxCrossEntropy};
      learns({X, Y: oneHot(Y.data, 3)}, {sizes: [2, 16, 16, 3], ...last, epochs: 150});
    });
  });

  test("says diverged with the step, and ends there", () => {
    const made = network({sizes: [1, 1], activations: [identity], initializer: zeros});
    const run = [
      ...train({
        network: made,
        loss: meanSquaredError,
        X: matrix([[1, 2]]),
        Y: matrix([[1, 1]]),
        optimizer: gradientDescent({learningRate: 1e100}),
        epochs: 100
      })
    ];
    // the first step makes w 3e100, the second −3e201, whose square is out of range
    expect(run.map(({step, diverged}) => [step, diverged])).toEqual([
      [1, false],
      [2, false],
      [3, true]
    ]);
  });
});

describe("a training that stops", () => {
  const stateless: Optimizer<null> = {
    name: "stateless",
    init: () => null,
    update: (parameters, gradient) => parameters.set(parameters.map((p, i) => p - 0.1 * gradient[i]))
  };
  const makers: [string, () => Optimizer][] = [
    ["gradientDescent", () => gradientDescent({learningRate: (t) => 0.5 / (1 + t)})],
    ["momentum", () => momentum({learningRate: 0.1, correctBias: true})],
    ["nadam", () => nadam({learningRate: 0.05})],
    ["one without a state", () => stateless]
  ];

  describe.each(["double", "single"] as const)("in %s precision", (precision) => {
    test.each(makers)("goes on from its checkpoint to the bit, anywhere: %s", (_, optimizer) => {
      const test = {X, Y};
      const whole = fresh();
      const expected = [...train(options({network: whole, optimizer: optimizer(), test, precision}))];
      for (let stop = 1; stop < expected.length; ++stop) {
        const left = checkpointAfter(stop, options({optimizer: optimizer(), test, precision}));
        const resumed = network({sizes: [2, 4, 1], activations: [tanh, sigmoid], initializer: zeros});
        const resume = JSON.parse(JSON.stringify(left)) as Checkpoint;
        const rest = train(
          options({network: resumed, optimizer: optimizer(), test, random: random(99), resume, precision})
        );
        expect([...rest].map(summary)).toEqual(expected.slice(stop).map(summary));
        expect(resumed.parameters).toEqual(whole.parameters);
      }
    });
  });

  test("can go on beyond the epochs it was to have", () => {
    const whole = fresh();
    for (const _ of train(options({network: whole, epochs: 6})));
    const resumed = fresh();
    const resume = checkpointAfter(12, options());
    expect([...train(options({network: resumed, epochs: 4, resume}))]).toEqual([]);
    expect([...train(options({network: resumed, epochs: 6, resume}))]).toHaveLength(6);
    expect(resumed.parameters).toEqual(whole.parameters);
  });

  const damaged = (field: string, value: unknown) =>
    ({...checkpointAfter(2, options()), [field]: value}) as Checkpoint;
  const damagedState = (field: string, value: unknown) => {
    const checkpoint = checkpointAfter(2, options());
    return {...checkpoint, state: {...(checkpoint.state as object), [field]: value}} as Checkpoint;
  };
  const damagedNetwork = (field: string, value: unknown) => {
    const checkpoint = checkpointAfter(2, options());
    return {...checkpoint, network: {...checkpoint.network, [field]: value}} as Checkpoint;
  };

  test.each<[Checkpoint, string]>([
    [damaged("format", "other"), 'format must be "descent-training"; got "other"'],
    [damaged("version", 2), "version must be 1; got 2, written by a newer program"],
    [damaged("network", null), "network must be an object; got null"],
    [damagedNetwork("sizes", [2, 3, 1]), "parameters must have 13 entries; got 17"],
    [
      damagedNetwork("activations", ["relu", "sigmoid"]),
      'network.activations must be "tanh,sigmoid", as in this training; got "relu,sigmoid"'
    ],
    [damaged("optimizer", "rmsprop"), 'optimizer must be "adam", as in this training; got "rmsprop"'],
    [damaged("loss", undefined), 'loss must be "binaryCrossEntropy", as in this training; got undefined'],
    [damaged("samples", 8), "samples must be 7, as in this training; got 8"],
    [damaged("batchSize", 4), "batchSize must be 3, as in this training; got 4"],
    [damaged("state", []), "state must be an object; got array"],
    [damagedState("t", null), "state.t must be a number; got null"],
    [damagedState("t", -1), "state.t must be an integer of at least 0; got -1"],
    [damagedState("t", 1.5), "state.t must be an integer of at least 0; got 1.5"],
    [damagedState("firstMoment", 3), "state.firstMoment must be an array; got 3"],
    [damagedState("firstMoment", [1, 2]), "state.firstMoment must have 17 entries; got 2"],
    [
      damagedState("secondMoment", [null, ...Array(16).fill(0)]),
      "state.secondMoment[0] must be a finite number; got null"
    ],
    [damaged("seed", 1.5), "seed must be an integer of at least 0; got 1.5"],
    [damaged("epoch", -1), "epoch must be an integer of at least 0; got -1"],
    [damaged("update", 3), "update must be an integer of at least 0 and at most 2; got 3"],
    [damaged("costSum", "0"), 'costSum must be a finite number; got "0"']
  ])("is refused with the field named: %#", (resume, message) => {
    const made = fresh();
    expect(() => train(options({network: made, resume}))).toThrow(message);
    expect(made.parameters).toEqual(fresh().parameters);
  });

  test("is refused with another network", () => {
    const other = network({sizes: [2, 3, 1], activations: [tanh, sigmoid], initializer: zeros});
    expect(() => train(options({network: other, resume: checkpointAfter(1, options())}))).toThrow(
      new RangeError('network.sizes must be "2,3,1", as in this training; got "2,4,1"')
    );
  });
});

describe("train refuses", () => {
  const bad = matrix([[2, 0, 1, 0, 1, 0, 1]]);
  const threeClasses = () => network({sizes: [2, 3], activations: [identity], initializer: zeros});
  const soft = matrix([
    [1, 0, 0, 1, 0.5, 0, 1],
    [0, 1, 0, 0, 0.5, 0, 0],
    [0, 0, 1, 0, 0, 1, 0]
  ]);

  test.each<[Partial<TrainOptions>, string]>([
    [{batchSize: 0}, "batchSize must be an integer of at least 1 and at most 7; got 0"],
    [{batchSize: 8}, "batchSize must be an integer of at least 1 and at most 7; got 8"],
    [{epochs: 0}, "epochs must be an integer of at least 1; got 0"],
    [{epochs: 1.5}, "epochs must be an integer of at least 1; got 1.5"],
    [{X: Y}, "X must have 2 rows, one a feature; got 1×7"],
    [{Y: X}, "Y must be 1×7, an output a row, a sample a column; got 2×7"],
    [{X: {...X, data: X.data.map(() => Number.NaN)}}, "X must be finite; entry 0 is NaN"],
    [{X: {...X, columns: 0}}, "X must hold at least one sample, a column; got 2×0"],
    [{X: {...X, columns: 8}}, "X must hold 2×8 entries; got 14"],
    [{Y: bad}, "target must lie in [0, 1]; got 2"],
    [
      {network: network({sizes: [2, 1], activations: [tanh], initializer: zeros})},
      "the last activation must be sigmoid for binaryCrossEntropy; got tanh"
    ],
    [{test: {X, Y: X}}, "test.Y must be 1×7, an output a row, a sample a column; got 2×7"],
    [{test: {X: Y, Y}}, "test.X must have 2 rows, one a feature; got 1×7"],
    [
      {network: threeClasses(), loss: softmaxCrossEntropy, Y: soft},
      "Y must be one-hot, a single 1 in each column; column 4 is [0.5,0.5,0]"
    ]
  ])("what cannot be: %#", (over, message) => {
    expect(() => train(options(over))).toThrow(new RangeError(message));
  });

  test.each<[object, string]>([
    [{network: undefined}, "network must be a network; got undefined"],
    [{loss: "mse"}, 'loss must be a loss; got "mse"'],
    [{optimizer: adam}, "optimizer must be an optimizer; got function"],
    [{X: [[1]]}, "X must be a matrix; got array"],
    [{epochs: "4"}, 'epochs must be a number; got "4"'],
    [{random: 5}, "random must be a source of numbers, as random(seed); got 5"],
    [{resume: null}, "descent-training must be an object; got null"]
  ])("another kind of thing: %#", (over, message) => {
    expect(() => train(options(over))).toThrow(new TypeError(message));
  });

  test("an unknown precision", () => {
    // @ts-expect-error not one of the two
    expect(() => train(options({precision: "half"}))).toThrow(
      new RangeError('precision must be "single" or "double"; got "half"')
    );
  });
});
