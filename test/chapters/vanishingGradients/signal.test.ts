import {describe, expect, test} from "vitest";
import {endsOf, signalLines} from "../../../src/chapters/vanishingGradients/lines.js";
import {
  factorsOf,
  measureSignal,
  samplesFor,
  type SignalSettings
} from "../../../src/chapters/vanishingGradients/measureSignal.js";
import {startNames, starts} from "../../../src/chapters/vanishingGradients/starts.js";
import {activations, unitKinds} from "../../../src/chapters/vanishingGradients/units.js";
import {unitLayers, weightBank} from "../../../src/chapters/vanishingGradients/weightBank.js";
import {
  glorotNormal,
  heNormal,
  type Initializer,
  identity,
  lecunNormal,
  normal,
  orthogonal,
  random,
  relu,
  toRows
} from "../../../src/lib/index.js";
import {expectClose} from "../../support/close.js";

const bank = weightBank(3);
const settings: SignalSettings = {activation: relu, scale: 1, standardized: true, seed: 3};
const layersOf = (depth: number, width = 64) => [...unitLayers(bank, "normal", {width, depth})];

describe("weightBank(seed)", () => {
  test("a wider network holds the weights of a narrower one, times √n", () => {
    const [small, large] = [5, 128].map((width) =>
      toRows(bank("normal", 7, width)).map((row) => row.map((w) => w * Math.sqrt(width)))
    );
    for (const [i, row] of small.entries()) expectClose(large[i].slice(0, 5), row, {relative: 1e-14});
    expect(bank("normal", 8, 5)).not.toEqual(bank("normal", 7, 5));
    expect(weightBank(4)("normal", 7, 5)).not.toEqual(bank("normal", 7, 5));
    expect(weightBank(3)("normal", 7, 5)).toEqual(bank("normal", 7, 5));
  });

  test("every entry of a layer is drawn for itself", () => {
    expect(new Set(bank("normal", 0, 128).data).size).toBe(128 * 128);
  });

  // the engine's own initializers, with as many weights
  const engine: Record<(typeof startNames)[number], Initializer> = {
    lecun: lecunNormal,
    xavier: glorotNormal,
    he: heNormal,
    normal: normal(0.3),
    orthogonal: orthogonal(),
    constant: () => new Float64Array(128 * 128).fill(0.3),
    zeros: () => new Float64Array(128 * 128)
  };
  test.each(startNames)("%s weights are as large as the engine's initializer makes them", (name) => {
    const {unit, scale} = starts[name];
    const size = (weights: Float64Array) => Math.sqrt(weights.reduce((sum, w) => sum + w * w, 0));
    const ours = scale(128, 0.3) * size(bank(unit, 0, 128).data);
    const theirs = size(engine[name](128, 128, random(1)));
    // the deviation of 16,384 normal weights is known to 1/√(2 · 16384) = 0.55 %, and there are two
    expect(Math.abs(ours - theirs)).toBeLessThanOrEqual(5 * 0.0055 * Math.SQRT2 * theirs);
  });
});

describe("measureSignal(units, settings)", () => {
  test("a gain multiplies the factor of linear and ReLU layers, to rounding", () => {
    const units = layersOf(20);
    for (const activation of [identity, relu]) {
      const [one, two] = [1, 2].map((scale) =>
        factorsOf(measureSignal(units, {...settings, activation, scale}))
      );
      expectClose([two.forward, two.backward], [2 * one.forward, 2 * one.backward], {relative: 1e-12});
    }
  });

  test("orthogonal linear layers keep signal and gradient in every layer", () => {
    const units = [...unitLayers(bank, "orthogonal", {width: 32, depth: 60})];
    const {activationSizes, gradientSizes} = measureSignal(units, {...settings, activation: identity});
    expectClose(activationSizes, Array(61).fill(activationSizes[0]), {relative: 1e-12});
    expectClose(gradientSizes, Array(60).fill(gradientSizes[0]), {relative: 1e-12});
  });

  test("zeros pass nothing on, and a sigmoid one half", () => {
    const units = [...unitLayers(bank, "ones", {width: 8, depth: 5})];
    const silent = measureSignal(units, {...settings, scale: 0});
    expect(endsOf(silent)).toEqual({forward: {layer: 1, kind: "zero"}, backward: {layer: 5, kind: "zero"}});
    const halves = measureSignal(units, {
      ...settings,
      activation: activations.sigmoid,
      scale: 0
    });
    expectClose(halves.activationSizes.slice(1), Array(5).fill(0.5), {relative: 1e-12});
    expect(endsOf(halves)).toEqual({forward: null, backward: {layer: 4, kind: "zero"}});
  });

  test("says in which layer a signal leaves the range of numbers, or sinks to 0, and draws no NaN", () => {
    const units = layersOf(60, 128);
    const huge = measureSignal(units, {...settings, activation: identity, scale: 1e5 * Math.sqrt(128)});
    // 1.13e6 to the power of 51 is the first beyond 1.8e308: 51 layers on from the inputs, 51 back from the last
    expect(endsOf(huge)).toEqual({
      forward: {layer: 51, kind: "beyond"},
      backward: {layer: 9, kind: "beyond"}
    });
    const tiny = measureSignal(layersOf(60, 2), {
      ...settings,
      activation: identity,
      scale: 1e-6 * Math.SQRT2
    });
    expect(endsOf(tiny)).toMatchObject({forward: {kind: "zero"}, backward: {kind: "zero"}});
    const [activation] = signalLines(huge, null, {activation: "a", gradient: "dz"});
    expect(activation.nameAt?.x).toBe(50);
  });

  test("raw inputs start higher and keep the factor per layer of ReLU", () => {
    const units = layersOf(30);
    const [sound, raw] = [true, false].map((standardized) =>
      measureSignal(units, {...settings, scale: Math.SQRT2, standardized})
    );
    expect(raw.activationSizes[0] / sound.activationSizes[0]).toBeCloseTo(Math.hypot(5, 2), 0);
    expect(Math.abs(factorsOf(raw).forward / factorsOf(sound).forward - 1)).toBeLessThan(0.03);
  });

  test.each(unitKinds)("%s layers are measured at the least sizes, too", (kind) => {
    const {activationSizes, gradientSizes} = measureSignal(layersOf(1, 2), {
      ...settings,
      activation: activations[kind]
    });
    expect([...activationSizes, ...gradientSizes].every(Number.isFinite)).toBe(true);
  });

  test("samplesFor(width, depth) gives each layer 512 values where a frame has the time", () => {
    expect([samplesFor(2, 30), samplesFor(16, 30), samplesFor(64, 30)]).toEqual([256, 32, 8]);
    expect(samplesFor(128, 60)).toBe(2);
  });
});
