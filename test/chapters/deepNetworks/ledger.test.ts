import {describe, expect, test} from "vitest";
import {pytorchNetwork} from "../../../data/pytorchNetwork.js";
import {binaryCrossEntropy, relu} from "../../../lib/index.js";
import {asPython} from "../../../src/chapters/deepNetworks/asPython.js";
import {
  drawnExample,
  distanceToPytorch,
  oneSample,
  pytorchExample
} from "../../../src/chapters/deepNetworks/example.js";
import {gradientOf} from "../../../src/chapters/deepNetworks/check.js";
import {type Entry, isMatrix, type Ledger, ledgerOf} from "../../../src/chapters/deepNetworks/ledger.js";
import {operationsOf} from "../../../src/chapters/deepNetworks/operations.js";
import {expectClose} from "../../support/close.js";
import {flat, readGolden} from "../../support/golden.js";
import {courseExample, pageCode} from "./pageCode.js";

const file = readGolden("network-course");
const golden = pytorchNetwork(file, "course-A-4-5-5-3-1");
const data = (entry: Entry): ArrayLike<number> => {
  if (!isMatrix(entry)) throw new Error(entry.problem);
  return entry.data;
};
const shapeOf = (entry: Entry): string =>
  isMatrix(entry) ? `${entry.rows}×${entry.columns}` : entry.problem;

describe("ledgerOf(example, code)", () => {
  test("has every matrix of the network that PyTorch computed", () => {
    const ledger = ledgerOf(pytorchExample(golden), pageCode);
    golden.layers.forEach((layer, l) => {
      for (const letter of ["Z", "A", "dZ", "dA", "dW", "db"] as const)
        expectClose(data(ledger[`${letter}${l + 1}`]), flat(layer[letter]), {absolute: 1e-13});
    });
    expectClose(data(ledger.J), [golden.cost], {absolute: 1e-13});
    expect(distanceToPytorch(ledger, golden)).toBeLessThan(1e-13);
  });

  test.each([0, 3])("has those of sample %d alone", (sample) => {
    const one = file.single_sample.find(
      (single: {of: string; sample: number}) => single.of === "course-A-4-5-5-3-1" && single.sample === sample
    );
    const ledger = ledgerOf(oneSample(pytorchExample(golden), sample), pageCode);
    one.layers.forEach((layer: Record<string, number[][]>, l: number) => {
      expectClose(data(ledger[`dZ${l + 1}`]), flat(layer.course_dZ), {absolute: 1e-13});
      expectClose(data(ledger[`dW${l + 1}`]), flat(layer.dW), {absolute: 1e-13});
    });
  });

  test("a pass that differs in one number is as far from PyTorch's as that number", () => {
    const ledger = ledgerOf(pytorchExample(golden), pageCode);
    const {dW2} = ledger;
    if (!isMatrix(dW2)) throw new Error("no dW2");
    const moved: Ledger = {...ledger, dW2: {...dW2, data: dW2.data.map((x, i) => (i === 3 ? x + 0.5 : x))}};
    expect(distanceToPytorch(moved, golden)).toBeCloseTo(0.5, 12);
    expect(distanceToPytorch({...ledger, dW2: {problem: "stuck"}}, golden)).toBe(Number.POSITIVE_INFINITY);
  });

  test.each([1, 2, 5, 16])("averages over m = %d samples as the engine does", (samples) => {
    const example = courseExample(samples);
    const {network, X, Y} = example;
    const {gradient, cost} = network.backward(X, Y, binaryCrossEntropy, network.forward(X));
    const ledger = ledgerOf(example, pageCode);
    expectClose(gradientOf(ledger, network.sizes)!, gradient, {absolute: 1e-15});
    expectClose(data(ledger.J), [cost], {absolute: 1e-15});
    expect(Array.from(data(ledger.loss)).reduce((a, b) => a + b) / samples).toBeCloseTo(cost, 12);
  });

  test("has what each operation makes, for networks of other sizes, too", () => {
    const example = drawnExample({sizes: [2, 7, 1], samples: 3, activations: [relu]});
    const ledger = ledgerOf(example, pageCode);
    for (const {result} of operationsOf(2)) expect(isMatrix(ledger[result]), result).toBe(true);
    expect(shapeOf(ledger.dW1)).toBe("7×2");
  });
});

describe("ledgerOf(example, code, bug)", () => {
  const with_ = (bug: Parameters<typeof ledgerOf>[2], samples = 8) =>
    ledgerOf(courseExample(samples), pageCode, bug);

  test("without the transpose the shapes object", () => {
    const {dW4, dW1, db4} = with_("transpose");
    expect(shapeOf(dW4)).toBe("cannot multiply 1×8 by 3×8");
    expect(shapeOf(dW1)).toBe("cannot multiply 5×8 by 3×8");
    expect(shapeOf(db4)).toBe("1×1");
  });

  test("with five samples some shapes fit, and the numbers are wrong", () => {
    const [wrong, right] = [with_("transpose", 5), with_("none", 5)];
    expect([shapeOf(wrong.dW2), shapeOf(wrong.dW3)]).toEqual(["5×5", "3×5"]);
    expect(data(wrong.dW2)).not.toEqual(data(right.dW2));
    expect(shapeOf(wrong.dW4)).toBe("cannot multiply 1×5 by 3×5");
  });

  test("without the 1/m the derivatives are m times too large", () => {
    const [wrong, right] = [with_("mean"), with_("none")];
    for (const key of ["dW1", "db3"])
      expectClose(
        data(wrong[key]),
        Array.from(data(right[key]), (d) => 8 * d),
        {absolute: 1e-14}
      );
  });

  test("along the wrong axis db has an entry for each sample", () => {
    expect([shapeOf(with_("axis").db1), shapeOf(with_("axis", 5).db2)]).toEqual(["1×8", "1×5"]);
  });

  test("without g′ dZ is dA, but for the last layer", () => {
    const [wrong, right] = [with_("slope"), with_("none")];
    expect(data(wrong.dZ3)).toEqual(data(wrong.dA3));
    expectClose(data(wrong.dZ4), Array.from(data(right.dZ4)), {absolute: 1e-15});
  });
});

test("asPython(ledger, keys) writes matrices that can be read again, six digits each", () => {
  const ledger = ledgerOf(pytorchExample(golden), pageCode);
  const text = asPython(ledger, ["A0", "Y", "db4"]);
  expect(text).toMatch(/^X = \[\[-0\.854, 2\.017/);
  const [, db4] = text.split("db4 = ");
  expectClose(flat(JSON.parse(db4)), flat(golden.layers[3].db), {absolute: 1e-6});
  expect(asPython({...ledger, db4: {problem: "stuck"}}, ["db4"])).toBe("");
});
