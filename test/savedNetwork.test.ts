import {expect, test} from "vitest";
import {
  elu,
  gelu,
  heNormal,
  leakyRelu,
  loadNetwork,
  matrix,
  network,
  random,
  saveNetwork
} from "../lib/index.js";

const made = network({
  sizes: [2, 3, 2, 1],
  activations: [leakyRelu(0.2), elu(1.5), gelu],
  initializer: heNormal,
  random: random(1)
});

const read = (change: object = {}) =>
  loadNetwork(JSON.parse(JSON.stringify({...saveNetwork(made), ...change})));

test("loadNetwork(JSON of saveNetwork(network)) computes the same, to the bit", () => {
  const X = matrix([
    [0.3, -1.2, 4],
    [1 / 3, 2, -0.1]
  ]);
  expect(read().forward(X)).toEqual(made.forward(X));
  expect(read().parameters).toEqual(made.parameters);
});

test("saveNetwork(network) keeps copies", () => {
  const saved = saveNetwork(made);
  const before = structuredClone(saved);
  const loaded = loadNetwork(saved);
  loaded.parameters.fill(0);
  expect(saved).toEqual(before);
});

test.each<[object, string]>([
  [{format: undefined}, 'format must be "descent-network"; got undefined'],
  [{version: undefined}, "version must be a number; got undefined"],
  [{version: 0}, "version must be an integer of at least 1; got 0"],
  [{version: 7}, "version must be 1; got 7, written by a newer program"],
  [{sizes: undefined}, "sizes must be an array; got undefined"],
  [{sizes: [2, 3, "2", 1]}, 'sizes[2] must be a number; got "2"'],
  [{sizes: [2, 0, 2, 1]}, "sizes[1] must be an integer of at least 1; got 0"],
  [{sizes: [6]}, "sizes must name inputs and outputs at least; got [6]"],
  [{sizes: [2, 4, 2, 1]}, "parameters must have 25 entries; got 20"],
  [{activations: "relu"}, 'activations must be an array; got "relu"'],
  [{activations: ["relu", "elu(1.5)"]}, "activations must be 3, one a layer; got 2"],
  [{activations: ["relu", "swoosh", "gelu"]}, 'activations[1] must name an activation; got "swoosh"'],
  [{activations: ["relu", "elu(-1)", "gelu"]}, 'activations[1] must name an activation; got "elu(-1)"'],
  [{activations: ["relu", null, "gelu"]}, "activations[1] must name an activation; got null"],
  [{parameters: {}}, "parameters must be an array; got object"],
  [{parameters: [1, 2]}, "parameters must have 20 entries; got 2"],
  [
    {parameters: [...saveNetwork(made).parameters.slice(1), null]},
    "parameters[19] must be a finite number; got null"
  ],
  [
    {parameters: [Number.NaN, ...saveNetwork(made).parameters.slice(1)]},
    "parameters[0] must be a finite number; got null"
  ]
])("loadNetwork(saved) names the damaged field: %#", (change, message) => {
  expect(() => read(change)).toThrow(message);
});

test.each<[unknown, string]>([
  [null, "null"],
  ["text", '"text"'],
  [[1], "array"],
  [5, "5"]
])("loadNetwork(%j) refuses what is no saved network", (saved, got) => {
  expect(() => loadNetwork(saved)).toThrow(new TypeError(`descent-network must be an object; got ${got}`));
});
