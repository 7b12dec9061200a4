import {describe, expect, test} from "vitest";
import {glorotUniform, network, random, relu, saveNetwork, tanh} from "../../../lib/index.js";
import {loadedRun} from "../../../src/chapters/digitsLab/loadedRun.js";
import {type LabNetwork, readWeights, writeWeights} from "../../../src/chapters/digitsLab/weightsFile.js";
import {testAccuracy, trained} from "../../support/trainedDigits.js";

const run = await trained({epochs: 5, layers: 2, width: 8});
const how = {scaling: "standardized", split: "fourth"} as const;
const text = writeWeights(run.network!, how);
const changed = (changes: object): string => JSON.stringify({...JSON.parse(text), ...changes});
const other = (sizes: number[], last = tanh) =>
  JSON.stringify({
    ...how,
    ...saveNetwork(
      network({
        sizes,
        activations: [...sizes.slice(2).map(() => relu), last],
        initializer: glorotUniform,
        random: random(1)
      })
    )
  });

describe("readWeights(text)", () => {
  test("gives back what writeWeights has written, to the bit", () => {
    const loaded = readWeights(text) as LabNetwork; // or the lines below fail
    expect(loaded).toMatchObject(how);
    expect(loaded.network.sizes).toEqual([64, 8, 8, 10]);
    expect(loaded.network.parameters).toEqual(run.network!.parameters);
  });

  test.each([
    [text.slice(0, 500), "damaged", "JSON"],
    ["", "damaged", "JSON"],
    [changed({parameters: [1, 2]}), "damaged", "parameters must have 682 entries; got 2"],
    [
      changed({parameters: Array(682).fill(null)}),
      "damaged",
      "parameters[0] must be a finite number; got null"
    ],
    [
      changed({activations: ["relu", "cubic", "identity"]}),
      "damaged",
      "activations[1] must name an activation"
    ],
    ["{}", "foreign", 'format must be "descent-network"; got undefined'],
    ["null", "foreign", 'format must be "descent-network"; got undefined'],
    ["[1, 2]", "foreign", 'format must be "descent-network"; got undefined'],
    [changed({format: "keras"}), "foreign", 'format must be "descent-network"; got "keras"'],
    [other([5, 5, 3, 1]), "foreign", "sizes must begin with 64 and end with 10; got 5, 5, 3, 1"],
    [other([64, 10]), "foreign", "the last activation must be identity; got tanh"],
    [
      changed({scaling: "whitened"}),
      "foreign",
      'scaling must be one of raw, sixteenth, standardized; got "whitened"'
    ],
    [changed({split: undefined}), "foreign", "split must be one of fourth, writers; got undefined"],
    [changed({version: 2}), "newer", "version must be 1; got 2"]
  ])("refuses %#", (file, refused, detail) => {
    const refusal = readWeights(file);
    expect(refusal).toMatchObject({refused});
    expect((refusal as {detail: string}).detail).toContain(detail);
  });
});

test("loadedRun(loaded, prepared, file) measures the network as its training did", () => {
  const {marks, settings, file} = loadedRun(readWeights(text) as LabNetwork, run.prepared, "w.json");
  expect(marks[0].test.accuracy).toBe(testAccuracy(run));
  expect(marks[0].train).toEqual(run.epochs[5].measured.train);
  expect([settings.layers, settings.width, file]).toEqual([2, 8, "w.json"]);
});
