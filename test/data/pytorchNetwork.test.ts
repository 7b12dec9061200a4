import {expect, test} from "vitest";
import {pytorchNetwork} from "../../data/pytorchNetwork.js";
import {flatParameters, readGolden} from "../support/golden.js";

const golden = readGolden("network-course");

test("pytorchNetwork(file, id) takes a case as pages read it", () => {
  const [one] = golden.cases;
  const read = pytorchNetwork(golden, one.id);
  expect(read.parameters).toEqual(flatParameters(one.parameters));
  expect([read.sizes, read.cost, read.X]).toEqual([one.sizes, one.cost, one.X]);
  expect(read.layers[0].dZ).toEqual(one.layers[0].course_dZ);
  expect(Object.keys(read.layers[3])).toEqual(["Z", "A", "dZ", "dA", "dW", "db"]);
});

test("pytorchNetwork(file, id) refuses a name that the file does not know", () => {
  expect(() => pytorchNetwork(golden, "nope")).toThrow(
    new RangeError("the case must be in the file; got nope")
  );
});
