// @vitest-environment jsdom
import {afterEach, beforeEach, describe, expect, test, vi} from "vitest";
import {activationView, neuronAt, percent} from "../../../src/chapters/digitsLab/activationView.js";
import {changes} from "../../../src/chapters/digitsLab/changes.js";
import {describeSettings} from "../../../src/chapters/digitsLab/describeSettings.js";
import {paced} from "../../../src/chapters/digitsLab/paced.js";
import type {Run, RunBook} from "../../../src/chapters/digitsLab/runBook.js";
import {axesOf, runCurves} from "../../../src/chapters/digitsLab/runCurves.js";
import {runDesk} from "../../../src/chapters/digitsLab/runDesk.js";
import {runTable} from "../../../src/chapters/digitsLab/runTable.js";
import {usual} from "../../../src/chapters/digitsLab/settings.js";
import {words} from "../../../src/chapters/digitsLab/words/en.js";
import {words as chinese} from "../../../src/chapters/digitsLab/words/zh.js";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.runAllTimers();
  vi.useRealTimers();
  document.body.replaceChildren();
  history.replaceState(null, "", "/");
});

const mark = (epoch: number, accuracy: number) => ({
  epoch,
  train: {cost: 0.1, accuracy: 1},
  test: {cost: 0.2, accuracy}
});

/** A run as far as the views look at it. */
const run = (over: Partial<Run> = {}): Run =>
  ({
    id: 1,
    slot: 0,
    settings: usual,
    status: "finished",
    kept: false,
    marks: [mark(0, 0.1), mark(1, 0.96), mark(2, 0.94)],
    milliseconds: 10,
    updates: 86,
    problem: null,
    file: null,
    prepared: {test: {labels: new Uint8Array(450)}},
    ...over
  }) as unknown as Run;

describe("activationView(words)", () => {
  const shown = (hidden: number[][]) => {
    const view = activationView(words.activation, {width: 400});
    const output = [0, 0, 0.75, 0, 0, 0, 0, 0.25, 0, 0];
    view.update({pixels: Array.from({length: 64}, (_, k) => k % 17), hidden, output});
    return view;
  };

  test("has a square for each neuron, as deep as its activation beside the layer's largest", () => {
    const view = shown([
      [0, 1, -2],
      [4, 2]
    ]);
    const squares = [...view.querySelectorAll("g[aria-hidden] > g:nth-of-type(3) rect")];
    expect(squares.map((square) => square.getAttribute("fill-opacity"))).toEqual([
      "0.060",
      "0.530",
      "1.000",
      "1.000",
      "0.530"
    ]);
    expect(squares[2].getAttribute("fill")).toBe("var(--orange)");
  });

  test("says the answer, and of the neuron at the cursor its activation", () => {
    const view = shown([[0, 1, -2]]);
    expect(view.getAttribute("aria-label")).toBe(
      "The digit on its way through the network, which reads a 2 with 75 %"
    );
    view.value = 2;
    expect(view.querySelector(".cursor")!.getAttribute("aria-valuetext")).toBe("layer 1, neuron 3: −2");
    view.value = 5;
    expect(view.querySelector(".cursor")!.getAttribute("aria-valuetext")).toBe("layer 2, neuron 3: 0.75");
  });

  test("goes on a new line where the layers would not fit", () => {
    const height = (layers: number) =>
      Number(shown(Array.from({length: layers}, () => Array(32).fill(1))).getAttribute("height"));
    expect(height(5)).toBeGreaterThan(height(1) + 100);
    expect(shown(Array.from({length: 6}, () => Array(128).fill(1))).outerHTML).not.toContain("NaN");
  });

  test("what is no number reaches no attribute", () => {
    expect(shown([[Number.NaN, 1, Number.POSITIVE_INFINITY]]).outerHTML).not.toMatch(/="[^"]*NaN/);
  });
});

test("neuronAt(sizes, index) counts through the layers", () => {
  const sizes = [64, 3, 2, 10];
  expect([0, 2, 3, 5, 14, 99].map((index) => neuronAt(sizes, index))).toEqual([
    {layer: 1, neuron: 0},
    {layer: 1, neuron: 2},
    {layer: 2, neuron: 0},
    {layer: 3, neuron: 0},
    {layer: 3, neuron: 9},
    {layer: 3, neuron: 9}
  ]);
});

test("percent(share) is whole, or says that it is next to nothing", () => {
  expect([0, 0.001, 0.005, 0.754, 1].map(percent)).toEqual(["0 %", "<1 %", "1 %", "75 %", "100 %"]);
});

test("describeSettings(settings, words) names what was set, and leaves out what goes without saying", () => {
  expect(describeSettings(usual, words)).toBe(
    "64–32–10 · ReLU · He, variance 2/n · GD α 0.1 · batch 32 · standardized"
  );
  expect(
    describeSettings(
      {...usual, layers: 0, optimizer: "adam", alpha: 0.001, schedule: "cosine", split: "writers", seed: 3},
      words
    )
  ).toBe(
    "64–10 · He, variance 2/n · Adam α 0.001 · cosine · batch 32 · standardized · the last 450 · seed 3"
  );
});

describe("runCurves(runs, quantity, words)", () => {
  test("draws each run on both sets, numbered where there are several", () => {
    const names = (...runs: Run[]) => runCurves(runs, "accuracy", words.curves).map(({label}) => label);
    expect(names(run())).toEqual(["test", "training"]);
    expect(names(run(), run({slot: 2}), run({slot: 1, marks: []}))).toEqual([
      "1 test",
      "1 training",
      "3 test",
      "3 training"
    ]);
    expect(runCurves([run()], "cost", words.curves)[0].points).toEqual([
      [0, 0.2],
      [1, 0.2],
      [2, 0.2]
    ]);
  });

  test("axesOf(runs) reach as far as the longest run, and begin high once all are high", () => {
    expect(axesOf([run(), run({settings: {...usual, epochs: 80}})])).toEqual({epochs: 80, floor: 0.8});
    expect(axesOf([run(), run({marks: [mark(0, 0.1)]})]).floor).toBe(0);
    expect(axesOf([run({marks: []})]).floor).toBe(0);
  });
});

describe("runTable(options)", () => {
  const made = () => {
    const done: unknown[] = [];
    const table = runTable({
      words: words.table,
      describe: ({settings}) => `seed ${settings.seed}`,
      keep: (...what) => done.push(what),
      drop: (...what) => done.push(what)
    });
    document.body.append(table);
    return {table, done};
  };
  const numbers = (table: Element) =>
    [...table.querySelectorAll("tbody tr:first-child data")].map((cell) => cell.getAttribute("value"));

  test("has a row a run with its numbers, unrounded in their values", () => {
    const {table} = made();
    table.update([run()]);
    expect(numbers(table)).toEqual(["2", "1", "0.94", "0.2", "1", "0.96"]);
    expect(table.querySelector("tbody small")!.textContent).toBe("seed 1 · finished");
    table.update([run({marks: []})]);
    expect(numbers(table)).toEqual(["0", "", "", "", "", ""]);
    expect(table.querySelector("tbody tr")!.textContent).toContain("—");
  });

  test("shows the newest run, until the reader chooses, and again when there is a newer one", () => {
    const {table} = made();
    const told: number[] = [];
    table.addEventListener("input", () => told.push(table.value));
    table.update([run({id: 3}), run({id: 4, slot: 1})]);
    expect(table.value).toBe(4);
    table.querySelector<HTMLInputElement>("[type=radio]")!.click();
    expect([table.value, told]).toEqual([3, [3]]);
    table.update([run({id: 3}), run({id: 4, slot: 1})]);
    expect(table.value).toBe(3);
    table.update([run({id: 3}), run({id: 5, slot: 1})]);
    expect(table.value).toBe(5);
  });

  test("keeps and drops", () => {
    const {table, done} = made();
    table.update([run({id: 3})]);
    table.querySelector<HTMLInputElement>(".keep")!.click();
    table.querySelector("button")!.click();
    expect(done).toEqual([[3, true], [3]]);
  });
});

describe("runDesk(options)", () => {
  const made = (search = "") => {
    history.replaceState(null, "", `/${search}`);
    const done: unknown[][] = [];
    const note =
      (name: string) =>
      (...what: unknown[]) =>
        void done.push([name, ...what]);
    const book = Object.fromEntries(
      ["train", "stop", "resume", "extend", "compare"].map((name) => [name, note(name)])
    ) as unknown as RunBook; // as far as a desk goes
    const adopt = note("adopt");
    const desk = runDesk({
      name: "runs",
      language: "en",
      book,
      settings: () => ({...usual, epochs: 80}),
      adopt,
      words: words.desk
    });
    const buttons = () =>
      [...desk.querySelectorAll<HTMLButtonElement>("button")]
        .filter((button) => !button.hidden)
        .map((button) => button.textContent);
    const press = (name: string) =>
      [...desk.querySelectorAll<HTMLButtonElement>("button")]
        .find((button) => button.textContent === name)!
        .click();
    const said = (role: string) =>
      [...desk.querySelectorAll(`[role=${role}]`)].map((line) => line.textContent);
    return {desk, done, buttons, press, said};
  };

  test.each([
    ["new", ["Train"], null],
    ["training", ["Stop"], "Run 1 is training."],
    ["stopped", ["Train", "Continue"], "Run 1 was stopped after 2 epochs."],
    ["finished", ["Train"], "Run 1 has finished 2 epochs and reads 423 of the 450 test digits."],
    ["diverged", ["Train"], "Run 1 diverged at update 86."],
    ["loaded", ["Train"], "Run 1 comes from a file and reads 423 of the 450 test digits."]
  ] as const)("of a run that is %s offers %o and says so", (status, offered, sentence) => {
    const {desk, buttons, said} = made();
    desk.update([run({status})], usual);
    expect(buttons().slice(0, -4)).toEqual(offered);
    expect(said("status")).toEqual([sentence ?? ""]);
  });

  test("offers more epochs for a run that has finished and is else as set", () => {
    const {desk, buttons, press, done} = made();
    desk.update([run({id: 7})], {...usual, epochs: 80});
    expect(buttons()).toContain("Continue to 80 epochs");
    press("Continue to 80 epochs");
    expect(done).toEqual([["extend", 7, 80]]);
    desk.update([run()], {...usual, epochs: 80, width: 8});
    expect(buttons()).not.toContain("Continue to 80 epochs");
    expect(desk.textContent).toContain(words.desk.changed);
  });

  test("trains, stops, resumes and compares", () => {
    const {desk, press, done} = made();
    desk.update([run()], usual);
    for (const name of ["Train", "Stop", "Continue", "new writers"]) press(name);
    expect(done.map(([name]) => name)).toEqual(["train", "stop", "resume", "adopt", "compare"]);
    expect(done[4][1]).toEqual([usual, {...usual, split: "writers"}]);
    expect(done[3][1]).toEqual({...usual, split: "writers"});
  });

  test("trains no fifth run, and says why", () => {
    const {desk} = made();
    desk.update(
      [0, 1, 2, 3].map((slot) => run({id: slot, slot, kept: true})),
      usual
    );
    expect(desk.querySelector("button")!.disabled).toBe(true);
    expect(desk.textContent).toContain(words.desk.full);
  });

  test("says why a run was refused", () => {
    const {desk, said} = made();
    desk.update([run({status: "refused", problem: "batchSize must be …; got 0"})], usual);
    expect(said("alert")).toContain("Run 1 cannot be trained: batchSize must be …; got 0.");
  });

  test("keeps the runs in the address, not those that are new or loaded, and trains what the address asks for", () => {
    const {desk} = made();
    desk.update([run(), run({slot: 1, status: "loaded"}), run({slot: 2, status: "new"})], usual);
    expect(location.search).toBe("?runs=usual");
    expect(made("?runs=usual*layers.5").done).toEqual([["compare", [usual, {...usual, layers: 5}]]]);
  });

  test.each(["layers.9", "usual*usual*usual*usual*usual", ""])(
    "names %j in the address, and trains nothing",
    (text) => {
      const {done, said} = made(`?runs=${text}`);
      expect(done).toEqual([]);
      expect(said("alert").join()).toContain("In the address of this page");
    }
  );
});

describe("paced(pause, pass)", () => {
  test("passes the first at once, then at most one in a pause, the latest at the end", () => {
    const passed: number[] = [];
    const pass = paced<number>(100, (value) => passed.push(value));
    for (const value of [1, 2, 3]) pass(value);
    expect(passed).toEqual([1]);
    vi.advanceTimersByTime(100);
    expect(passed).toEqual([1, 3]);
    vi.advanceTimersByTime(500);
    pass(4);
    expect(passed).toEqual([1, 3, 4]);
  });
});

test("changes(pick, pass) passes what is picked when it is another", () => {
  const passed: number[][] = [];
  const pass = changes<number, number[]>(
    (value) => [Math.floor(value)],
    (picked) => passed.push(picked)
  );
  for (const value of [1, 1.5, 2, 2.1, 1]) pass(value);
  expect(passed).toEqual([[1], [2], [1]]);
});

test("both languages have words for the same things", () => {
  const shape = (value: unknown): unknown =>
    typeof value === "object" && value !== null
      ? Object.fromEntries(Object.entries(value).map(([key, part]) => [key, shape(part)]))
      : typeof value;
  expect(shape(chinese)).toEqual(shape(words));
});
