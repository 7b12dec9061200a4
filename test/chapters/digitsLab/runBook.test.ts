import {afterEach, describe, expect, test} from "vitest";
import {remoteTraining, saveNetwork, serveTraining, type TrainingTask} from "../../../lib/index.js";
import {preparations} from "../../../src/chapters/digitsLab/prepare.js";
import {type Run, type RunBook, runBook, type Status} from "../../../src/chapters/digitsLab/runBook.js";
import {type Settings, usual} from "../../../src/chapters/digitsLab/settings.js";
import {pageDigits} from "../../support/digits.js";
import {trained} from "../../support/trainedDigits.js";

const prepare = preparations(await pageDigits());
const small: Settings = {...usual, width: 8, epochs: 6};

const ports: MessagePort[] = [];
afterEach(() => {
  for (const port of ports.splice(0)) port.close();
});

/** A book whose trainings are done at the other end of a channel, an epoch and a half a report. */
function made(first = small) {
  const open = {count: 0, most: 0};
  const train = (task: TrainingTask) => {
    const {port1, port2} = new MessageChannel();
    ports.push(port1);
    let ticks = 0;
    serveTraining(port2, {now: () => ++ticks, slice: 64});
    for (const port of [port1, port2]) port.start();
    open.most = Math.max(open.most, ++open.count);
    let closed = false;
    const close = () => {
      if (!closed) --open.count;
      closed = true;
      port1.close();
    };
    return remoteTraining(port1, task, {close});
  };
  const book = runBook({prepare, train, drawn: async () => {}}, first);
  return {book, open};
}

const statuses = ({runs}: RunBook): Status[] => runs.map(({status}) => status);
const only = ({runs}: RunBook): Run => runs[0];
/** Waits until something holds of the runs. */
const until = (book: RunBook, holds: (runs: readonly Run[]) => boolean): Promise<void> =>
  new Promise((resolve) => {
    const end = book.watch((runs) => {
      if (!holds(runs)) return;
      queueMicrotask(() => end());
      resolve();
    });
  });
const settled = (book: RunBook) =>
  until(book, (runs) => runs.every(({status}) => status !== "training" && status !== "waiting"));
/** Waits until the first run has come so far. */
const reached = (book: RunBook, epoch: number) =>
  until(book, ([{marks}]) => marks.length > 0 && marks[marks.length - 1].epoch >= epoch);
const epochsOf = ({marks}: Run): number[] => marks.map(({epoch}) => epoch);

describe("runBook(options, settings)", () => {
  test("begins with a new run, whose network is the one that will be trained", async () => {
    const {book} = made();
    expect(statuses(book)).toEqual(["new"]);
    expect([...only(book).initial]).toEqual([...only(book).network.parameters]);
    book.draft({...small, width: 4, seed: 2});
    expect(only(book)).toMatchObject({status: "new", slot: 0, settings: {width: 4, seed: 2}});
    expect(only(book).network.sizes).toEqual([64, 4, 10]);
  });

  test("trains as the lab's settings say, to the bit, and tells every change", async () => {
    const {book} = made();
    const told: Status[] = [];
    const end = book.watch(([run]) => told.push(run.status));
    book.train(small);
    await settled(book);
    const {epochs, network} = await trained(small);
    expect(only(book).marks).toEqual(
      epochs.map(({epoch, measured: {train, test}}) => ({epoch, train, test}))
    );
    expect(only(book).network.parameters).toEqual(network!.parameters);
    expect(only(book)).toMatchObject({updates: 6 * 43, problem: null});
    expect(only(book).milliseconds).toBeGreaterThan(0);
    expect(told[0]).toBe("new");
    expect(told.at(-1)).toBe("finished");
    expect(told).toContain("training");
    end();
    const {length} = told;
    book.draft(usual);
    book.keep(only(book).id, true);
    expect(told).toHaveLength(length);
  });

  test("stopped and resumed comes to the same end", async () => {
    const {book, open} = made();
    const long = {...small, epochs: 20};
    book.train(long);
    await reached(book, 2);
    book.stop();
    await settled(book);
    expect(statuses(book)).toEqual(["stopped"]);
    expect(epochsOf(only(book)).length).toBeLessThan(20);
    book.resume();
    await settled(book);
    expect(epochsOf(only(book))).toEqual(Array.from({length: 21}, (_, epoch) => epoch));
    expect(only(book).network.parameters).toEqual((await trained(long)).network!.parameters);
    expect(open).toEqual({count: 0, most: 1});
  });

  test("goes on beyond the epochs that were set first", async () => {
    const {book} = made();
    book.train(small);
    await settled(book);
    book.extend(only(book).id, 9);
    await settled(book);
    expect(epochsOf(only(book))).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(only(book).network.parameters).toEqual((await trained({...small, epochs: 9})).network!.parameters);
  });

  test("keeps what is marked, replaces the rest, and holds four at most", async () => {
    const {book} = made();
    for (let seed = 1; seed <= 4; ++seed) {
      book.train({...small, epochs: 1, seed});
      await settled(book);
      book.keep(book.runs.at(-1)!.id, true);
    }
    expect(book.runs.map(({slot, settings: {seed}}) => [slot, seed])).toEqual([
      [0, 1],
      [1, 2],
      [2, 3],
      [3, 4]
    ]);
    book.train({...small, epochs: 1, seed: 5});
    expect(book.runs).toHaveLength(4);
    book.keep(book.runs[1].id, false);
    book.train({...small, epochs: 1, seed: 5});
    await settled(book);
    expect(book.runs.map(({slot, settings: {seed}}) => [slot, seed])).toEqual([
      [0, 1],
      [2, 3],
      [3, 4],
      [1, 5]
    ]);
  });

  test("compares: one trains, the others wait; a stop stops them all", async () => {
    const {book, open} = made();
    book.compare([
      {...small, epochs: 20},
      {...small, seed: 2},
      {...small, seed: 3}
    ]);
    expect(statuses(book)).toEqual(["training", "waiting", "waiting"]);
    await reached(book, 2);
    book.stop();
    await settled(book);
    expect(statuses(book)).toEqual(["stopped", "stopped", "stopped"]);
    book.resume();
    await settled(book);
    expect(statuses(book)).toEqual(["finished", "finished", "finished"]);
    expect(book.runs.map(({kept}) => kept)).toEqual([true, true, false]);
    expect(open.most).toBe(1);
  });

  test("dropped in its training a run is cancelled, and the next begins", async () => {
    const {book, open} = made();
    book.compare([{...small, epochs: 500}, small]);
    await reached(book, 2);
    book.drop(only(book).id);
    expect(open.count).toBe(1);
    expect(statuses(book)).toEqual(["training"]);
    await settled(book);
    expect([only(book).settings.epochs, ...statuses(book)]).toEqual([6, "finished"]);
    book.drop(only(book).id);
    expect(statuses(book)).toEqual(["new"]);
  });

  test("says why a training is refused, and goes on with the next", async () => {
    const {book} = made();
    book.compare([{...small, schedule: "cycle", epochs: 1}, small]);
    await settled(book);
    expect(statuses(book)).toEqual(["refused", "finished"]);
    expect(only(book).problem).toBe("warmup · epochs must be above 1 and below epochs; got 0.3");
  });

  test("a divergence leaves finite parameters and no mark that is no number", async () => {
    const {book} = made();
    book.train({...small, layers: 5, width: 32, initializer: "large"});
    await settled(book);
    expect(only(book)).toMatchObject({status: "diverged", checkpoint: null});
    expect(only(book).updates).toBeLessThan(10);
    expect(only(book).network.parameters.every(Number.isFinite)).toBe(true);
    expect(only(book).marks.every(({train}) => Number.isFinite(train.cost))).toBe(true);
  });

  test("takes in a network that was trained before, in place of the run that is not kept", async () => {
    const {book} = made();
    const {network} = await trained(small);
    book.load(network!, {settings: small, marks: [], file: "w.json"});
    expect(only(book)).toMatchObject({status: "loaded", file: "w.json"});
    expect(saveNetwork(only(book).network)).toEqual(saveNetwork(network!));
    expect(only(book).initial.every((w) => w === 0)).toBe(true);
  });
});
