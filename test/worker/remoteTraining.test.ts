import {afterEach, describe, expect, test} from "vitest";
import {
  adam,
  type Checkpoint,
  type Ending,
  evaluate,
  glorotUniform,
  identity,
  moons,
  network,
  oneHot,
  type Port,
  random,
  type RemoteOptions,
  type RemoteTraining,
  type Report,
  remoteTraining,
  saveNetwork,
  serveTraining,
  softmaxCrossEntropy,
  tanh,
  train,
  type TrainingTask
} from "../../lib/index.js";

const {X, Y: labels} = moons({random: random(7), samples: 50});
const Y = oneHot(labels.data, 2);
const held = moons({random: random(8), samples: 30});
const test30 = {X: held.X, Y: oneHot(held.Y.data, 2)};

const task = (over: Partial<TrainingTask> = {}): TrainingTask => ({
  network: {sizes: [2, 6, 2], activations: ["tanh", "identity"], initializer: "glorotUniform"},
  loss: "softmaxCrossEntropy",
  X,
  Y,
  optimizer: {name: "adam", learningRate: 0.02},
  batchSize: 16,
  epochs: 10,
  seed: 3,
  precision: "double",
  ...over
});

const channels: MessageChannel[] = [];
afterEach(() => {
  for (const {port1} of channels.splice(0)) port1.close();
});

/** A training at the other end of a channel; its clock counts how often it is asked, once an update and twice a slice. */
function begin(
  over: Partial<TrainingTask> = {},
  {slice = 8, ...options}: RemoteOptions & {slice?: number} = {}
) {
  const channel = new MessageChannel();
  channels.push(channel);
  for (const port of [channel.port1, channel.port2]) port.start();
  const clock = {asked: 0};
  serveTraining(channel.port2, {now: () => ++clock.asked, slice});
  return {training: remoteTraining(channel.port1, task(over), options), clock};
}

async function all(training: RemoteTraining): Promise<{reports: Report[]; ending: Ending}> {
  const reports: Report[] = [];
  for (;;) {
    const {done, value} = await training.next();
    if (done) return {reports, ending: value};
    reports.push(value);
  }
}

/** Lets every message that is under way arrive. */
const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 20; ++turn) await new Promise(setImmediate);
};

const costs = (reports: readonly Report[]): number[] => reports.flatMap(({costs}) => [...costs]);
const epochs = (reports: readonly Report[]) => reports.flatMap((report) => report.epochs);

const shape = {sizes: [2, 6, 2], activations: [tanh, identity], initializer: glorotUniform};

/** The same training without a worker. */
function direct(epochs = 10) {
  const source = random(3);
  const made = network({...shape, random: source});
  const optimizer = adam({learningRate: 0.02});
  const settings = {loss: softmaxCrossEntropy, X, Y, optimizer, batchSize: 16, epochs, random: source};
  return {made, run: [...train({network: made, ...settings})]};
}

describe.each(["double", "single"] as const)("remoteTraining(port, task) in %s precision", (precision) => {
  test("reports every update and every epoch once, in order, and ends finished", async () => {
    const {reports, ending} = await all(begin({precision, measure: {test: test30}}).training);
    expect(reports.length).toBeGreaterThan(3);
    expect(costs(reports)).toHaveLength(40);
    expect(reports.at(-1)!.step).toBe(40);
    expect(epochs(reports).map(({epoch}) => epoch)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(ending.how).toBe("finished");
    expect(ending.checkpoint!.epoch).toBe(10);
    expect(ending.checkpoint!.network.parameters).toEqual([...reports.at(-1)!.parameters]);
  });

  test("stopped and resumed through JSON is the uninterrupted training to the bit", async () => {
    const whole = await all(begin({precision}).training);
    const {training} = begin({precision}, {slice: 3});
    const first = await training.next();
    training.stop();
    const {reports, ending} = await all(training);
    const before = [first.value as Report, ...reports];
    expect(ending.how).toBe("stopped");
    expect(costs(before).length).toBeLessThan(20);
    const resume = JSON.parse(JSON.stringify(ending.checkpoint)) as Checkpoint;
    const after = await all(begin({precision, resume, seed: 99}).training);
    expect([...costs(before), ...costs(after.reports)]).toEqual(costs(whole.reports));
    expect([...epochs(before), ...epochs(after.reports)]).toEqual(epochs(whole.reports));
    expect(after.ending).toEqual(whole.ending);
  });

  test("tells the parameters of the last update, also within an epoch", async () => {
    const {training} = begin({precision}, {slice: 1});
    const first = (await training.next()).value as Report;
    training.stop();
    const {reports, ending} = await all(training);
    expect(first.parameters).not.toEqual(reports[0].parameters);
    expect([...reports[0].parameters]).toEqual(ending.checkpoint!.network.parameters);
    expect(ending.checkpoint).toMatchObject({epoch: 0, update: 2});
  });
});

describe("remoteTraining(port, task)", () => {
  test("is what train does here, to the bit", async () => {
    const {reports} = await all(begin({measure: {train: {X, Y}, test: test30}}).training);
    const {made, run} = direct();
    expect(costs(reports)).toEqual(run.map(({cost}) => cost));
    expect(reports.at(-1)!.parameters).toEqual(made.parameters);
    expect(epochs(reports).map(({cost}) => cost)).toEqual([
      null,
      ...run.flatMap(({epochCost = []}) => epochCost)
    ]);
    const untrained = network({...shape, random: random(3)});
    expect(epochs(reports)[0].measured.test).toEqual(
      evaluate(untrained, softmaxCrossEntropy, test30.X, test30.Y)
    );
    expect(epochs(reports).at(-1)!.measured).toEqual({
      train: evaluate(made, softmaxCrossEntropy, X, Y),
      test: evaluate(made, softmaxCrossEntropy, test30.X, test30.Y)
    });
  });

  test("trains one slice ahead of the report that was not yet acknowledged, and no further", async () => {
    const {training, clock} = begin({epochs: 100}, {slice: 5});
    await settle();
    // a slice asks at its start, after each of its 5 updates, and for its length
    expect(clock.asked).toBe(2 * 7);
    await training.next();
    await settle();
    expect(clock.asked).toBe(2 * 7);
    await training.next();
    await settle();
    expect(clock.asked).toBe(3 * 7);
    training.cancel();
  });

  test("rests while its reader is not ready, as in a hidden tab", async () => {
    let show = (): void => {};
    const hidden = new Promise<void>((resolve) => {
      show = resolve;
    });
    const {training, clock} = begin({epochs: 100}, {slice: 5, ready: () => hidden});
    await training.next();
    const second = training.next();
    await settle();
    expect(clock.asked).toBe(2 * 7);
    show();
    expect(((await second).value as Report).step).toBe(10);
    training.cancel();
  });

  test("cancelled ends at once, also while a report is awaited, and closes", async () => {
    let closed = 0;
    const never = new Promise(() => {});
    const {training, clock} = begin({epochs: 100}, {ready: () => never, close: () => void ++closed});
    await training.next();
    const awaited = training.next();
    training.cancel();
    expect(await awaited).toEqual({done: true, value: {how: "cancelled", checkpoint: null}});
    expect(closed).toBeGreaterThan(0);
    const {asked} = clock;
    await settle();
    expect(clock.asked).toBe(asked);
    expect(await training.next()).toEqual({done: true, value: undefined});
  });

  test("closes when its reader leaves the loop, and when it has ended", async () => {
    for (const leave of [true, false]) {
      let closed = false;
      const close = () => {
        closed = true;
      };
      for await (const _ of begin({}, {close}).training) if (leave) break;
      expect(closed).toBe(true);
    }
  });

  test("begins with a saved network", async () => {
    const {made} = direct();
    const {reports, ending} = await all(begin({network: saveNetwork(made), seed: 4}).training);
    expect(costs(reports)[0]).toBeLessThan(costs((await all(begin().training)).reports)[0]);
    expect(ending.how).toBe("finished");
  });

  test("can go on beyond the epochs it was to have, and has nothing to do where they are done", async () => {
    const {ending} = await all(begin().training);
    const resume = ending.checkpoint!;
    const further = await all(begin({epochs: 15, resume}).training);
    expect(further.ending).toEqual((await all(begin({epochs: 15}).training)).ending);
    expect(await all(begin({resume}).training)).toEqual({reports: [], ending});
  });

  test("follows a schedule of epochs", async () => {
    const schedule = {name: "exponentialDecay", learningRate: 0.02, base: 0.5} as const;
    const {reports} = await all(begin({optimizer: {name: "adam", learningRate: schedule}}).training);
    expect(costs(reports).slice(0, 4)).toEqual(
      direct()
        .run.slice(0, 4)
        .map(({cost}) => cost)
    );
    expect(costs(reports)[6]).not.toBe(direct().run[6].cost);
  });

  test("says diverged, without a checkpoint", async () => {
    const optimizer = {name: "gradientDescent", learningRate: 1e200} as const;
    const {reports, ending} = await all(begin({optimizer, precision: "single"}).training);
    expect(ending).toEqual({how: "diverged", checkpoint: null});
    expect(costs(reports).length).toBeLessThan(6);
  });

  test.each<[Partial<TrainingTask>, Error]>([
    [{batchSize: 51}, new RangeError("batchSize must be an integer of at least 1 and at most 50; got 51")],
    [{loss: "hinge"}, new RangeError("loss must be known; got hinge")],
    [{X: {...X, data: X.data.map(() => Number.NaN)}}, new RangeError("X must be finite; entry 0 is NaN")],
    [{seed: 0.5}, new RangeError("seed must be an integer; got 0.5")],
    [
      {network: {sizes: [2, 2], activations: ["cubic"], initializer: "zeros"}},
      new RangeError("activation must be known; got cubic")
    ],
    [
      {network: {sizes: [2, 2], activations: ["identity"], initializer: "he"}},
      new RangeError("initializer must be known; got he")
    ],
    [
      {optimizer: {name: "adam", learningRate: "fast" as unknown as number}},
      new TypeError('learningRate must be a number or a schedule; got "fast"')
    ],
    [
      {resume: {format: "other"} as unknown as Checkpoint},
      new RangeError('format must be "descent-training"; got "other"')
    ]
  ])("throws here what was thrown there, and closes: %#", async (over, error) => {
    let closed = false;
    const {training} = begin(over, {
      close: () => {
        closed = true;
      }
    });
    await expect(training.next()).rejects.toThrow(error);
    expect(closed).toBe(true);
  });

  test("throws when the worker cannot be loaded", async () => {
    let fail = (_: {message?: string}): void => {};
    const port: Port = {
      postMessage() {},
      addEventListener(type: string, listener: (event: never) => void) {
        if (type === "error") fail = listener as typeof fail; // the listener of that type
      }
    };
    const training = remoteTraining(port, task());
    fail({});
    await expect(training.next()).rejects.toThrow(new Error("the worker failed: it could not be loaded"));
  });
});
