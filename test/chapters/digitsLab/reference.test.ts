import {describe, expect, test} from "vitest";
import type {Settings} from "../../../src/chapters/digitsLab/settings.js";
import golden from "../../golden/training-reference.json" with {type: "json"};
import {epochsTo95, fiveTrained, mean, testAccuracy} from "../../support/trainedDigits.js";

/** What PyTorch reached, in its words. */
interface Reference {
  readonly split: string;
  readonly input: string;
  readonly sizes: readonly number[];
  readonly activation: string;
  readonly init: string;
  readonly optimizer: string;
  readonly lr: number;
  readonly batch: number;
  readonly epochs: number;
  readonly at_epoch: Readonly<
    Record<string, {readonly test_acc: readonly number[]; readonly train_acc_mean: number}>
  >;
  readonly first_epoch_test_acc_95: readonly (number | null)[];
}

const names = {
  split: {every4th: "fourth", last450: "writers"},
  input: {raw: "raw", div16: "sixteenth", standardized: "standardized"},
  init: {he: "he", xavier: "xavier", zeros: "zeros", "n0.01": "tiny", n1: "large"},
  optimizer: {
    gd: "descent",
    momentum: "momentum",
    nesterov: "nesterov",
    adagrad: "adagrad",
    rmsprop: "rmsprop",
    adam: "adam",
    adamw: "adamw"
  }
} as const;
const named = <T extends object>(table: T, name: string) => table[name as keyof T]; // the names of the file

/** The same settings in the page's words. The file's momentum is the classical form: the average needs ten times the rate. */
const settingsOf = (reference: Reference): Partial<Settings> => ({
  layers: reference.sizes.length - 2,
  width: reference.sizes[1],
  activation: reference.activation as Settings["activation"], // named alike
  initializer: named(names.init, reference.init),
  optimizer: named(names.optimizer, reference.optimizer),
  alpha: reference.optimizer === "momentum" ? 10 * reference.lr : reference.lr,
  batch: reference.batch,
  scaling: named(names.input, reference.input),
  split: named(names.split, reference.split),
  epochs: reference.epochs
});

const title = ({split, input, sizes, activation, init, optimizer, lr, batch}: Reference): string =>
  [split, input, sizes.join("-"), activation, init, optimizer, lr, batch].join(" ");

const isDeep = ({sizes}: Reference): boolean => sizes.length > 3;
const isChance = ({at_epoch, epochs}: Reference): boolean => Math.max(...at_epoch[epochs].test_acc) < 0.35;
const references = golden.digits as unknown as readonly Reference[]; // as the file is made
/** One in four of the settings, and all that the page speaks of. */
const chosen = references.filter(
  (reference, i) =>
    i % 4 === 0 ||
    isChance(reference) ||
    (reference.batch === 32 &&
      reference.input === "standardized" &&
      reference.lr >= 0.01 &&
      !isDeep(reference))
);

describe("five seeds of the page's training beside five of PyTorch's", () => {
  test.each(
    chosen.filter((reference) => !isChance(reference)).map((reference) => [title(reference), reference])
  )("%s", async (_, reference) => {
    const runs = await fiveTrained(settingsOf(reference));
    const theirs = reference.at_epoch[reference.epochs].test_acc;
    const ours = runs.map(testAccuracy);
    // the means of two samples of five differ by √(2/5) deviations; four of these, and two digits of 450
    const spread = Math.sqrt((variance(theirs) + variance(ours)) / 5);
    expect(Math.abs(mean(ours) - mean(theirs))).toBeLessThan(4 * spread + 2 / 450);
    // where all come to 95 %, they take about as many epochs
    const [theirWay, ourWay] = [reference.first_epoch_test_acc_95, runs.map(epochsTo95)];
    if (theirWay.includes(null) || isDeep(reference)) return;
    expect(mean(ourWay) / mean(theirWay.map(Number))).toBeGreaterThan(0.5);
    expect(mean(ourWay) / mean(theirWay.map(Number))).toBeLessThan(2);
  });

  test.each(chosen.filter(isChance).map((reference) => [title(reference), reference]))(
    "stays at chance: %s",
    async (_, reference) => {
      for (const run of await fiveTrained(settingsOf(reference)))
        if (run.how !== "diverged") expect(testAccuracy(run)).toBeLessThan(0.35);
    }
  );
});

const variance = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + (value - mean(values)) ** 2, 0) / (values.length - 1);
