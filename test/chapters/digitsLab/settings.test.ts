import {describe, expect, test} from "vitest";
import {describedSchedule, type ScheduleDescription} from "../../../lib/index.js";
import {
  activations,
  initializers,
  networkOf,
  optimizerOf,
  optimizers,
  type Settings,
  schedules,
  sizesOf,
  usual
} from "../../../src/chapters/digitsLab/settings.js";
import {parseSettings, writeSettings} from "../../../src/chapters/digitsLab/settingsText.js";
import {comparisons} from "../../../src/chapters/digitsLab/comparisons.js";
import {trained} from "../../support/trainedDigits.js";

const keys = <T extends object>(table: T) => Object.keys(table) as (keyof T)[]; // of literals

test("networkOf(settings) has 64 inputs, the hidden layers and ten outputs", () => {
  expect(networkOf({...usual, layers: 3, width: 5, activation: "leaky", initializer: "tiny"})).toEqual({
    sizes: [64, 5, 5, 5, 10],
    activations: ["leakyRelu(0.01)", "leakyRelu(0.01)", "leakyRelu(0.01)", "identity"],
    initializer: "normal(0.01)"
  });
  expect(sizesOf({layers: 0, width: 7})).toEqual([64, 10]);
});

test("optimizerOf(settings) has the learning rate, or the schedule of the epochs", async () => {
  expect(optimizerOf({...usual, optimizer: "momentum", alpha: 0.3})).toEqual({
    name: "momentum",
    learningRate: 0.3
  });
  const described = optimizerOf({...usual, alpha: 1, schedule: "step", epochs: 30}).learningRate;
  const rate = await describedSchedule(described as ScheduleDescription); // a schedule was asked for
  expect([0, 9, 10, 20].map(rate)).toEqual([1, 1, 0.3, 0.3 * 0.3]);
});

test.each([
  ...keys(activations).map((activation) => ({activation})),
  ...keys(initializers).map((initializer) => ({initializer})),
  ...keys(optimizers).map((optimizer) => ({optimizer, alpha: optimizers[optimizer].alpha})),
  ...keys(schedules).map((schedule) => ({schedule}))
] as Partial<Settings>[])("%o can be trained", async (changes) => {
  const {epochs, how} = await trained({...changes, epochs: 5, width: 8});
  expect([epochs.length, how]).toEqual([6, "finished"]);
});

test.each(keys(optimizers).map((optimizer) => ({optimizer, alpha: optimizers[optimizer].alpha})))(
  "%o reaches 90 % in ten epochs at the rate that is proposed for it",
  async (changes) => {
    const {epochs} = await trained({...changes, epochs: 10});
    expect(epochs[10].measured.test.accuracy).toBeGreaterThan(0.9);
  }
);

describe("writeSettings(settings)", () => {
  test("is given back by parseSettings", () => {
    const some: Settings[] = [
      usual,
      {...usual, layers: 5, alpha: 0.05, activation: "tanh", split: "writers", seed: 7},
      ...Object.values(comparisons).flat()
    ];
    for (const settings of some) expect(parseSettings(writeSettings(settings))).toEqual(settings);
    expect(writeSettings(usual)).toBe("usual");
    expect(writeSettings({...usual, layers: 5, alpha: 0.05})).toBe("layers.5_alpha.0.05");
  });

  test.each([
    "",
    "layers",
    "layers.7",
    "layers.1.5",
    "alpha.0",
    "alpha.x",
    "width.0",
    "activation.cubic",
    "toString.1",
    "layers.2_",
    "usual_layers.2"
  ])("of nothing is %j", (text) => {
    expect(parseSettings(text)).toBeNull();
  });
});
