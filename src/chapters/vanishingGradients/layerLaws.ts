import {factorPerLayer} from "../../lib/diagnostics/layerStatistics.js";
import {meanField} from "../../lib/diagnostics/meanField.js";
import type {Matrix} from "../../lib/types.js";
import {factorsOf, measureSignal} from "./measureSignal.js";
import {activations, type UnitKind} from "./units.js";
import {weightBank} from "./weightBank.js";

/** Layers whose factor the text speaks of: an activation and a gain on LeCun's weights. */
export interface LayerLaw {
  readonly unit: UnitKind;
  readonly gain: number;
  /** What the factor is, or at most is. */
  readonly law: number;
}

export const layerLaws: readonly LayerLaw[] = [
  {unit: "linear", gain: 1.1, law: 1.1},
  {unit: "relu", gain: 1, law: 1 / Math.SQRT2},
  {unit: "relu", gain: Math.SQRT2, law: 1},
  {unit: "relu", gain: 1.6, law: 1.6 / Math.SQRT2},
  {unit: "sigmoid", gain: 1, law: 1 / 4},
  {unit: "tanh", gain: 1, law: 1},
  {unit: "tanh", gain: 1.5, law: 1.5}
];

export interface MeasuredLaw extends LayerLaw {
  /** The gradient's factor per layer in each of the networks. */
  readonly factors: readonly number[];
  /** What the theory of wide layers says. */
  readonly theory: number;
}

const [depth, width, networks] = [30, 64, 4];

/** Measures the gradient's factor per layer in four networks for each law, in portions. */
export function* measuredLaws(): Generator<MeasuredLaw | null, void> {
  const factors = layerLaws.map((): number[] => []);
  for (let seed = 1; seed <= networks; ++seed) {
    const bank = weightBank(seed);
    const units: Matrix[] = [];
    for (let l = 0; l < depth; ++l) {
      units.push(bank("normal", l, width));
      yield null;
    }
    for (const [i, {unit, gain}] of layerLaws.entries()) {
      const settings = {activation: activations[unit], scale: gain, standardized: true, seed};
      factors[i].push(factorsOf(measureSignal(units, settings)).backward);
      yield null;
    }
  }
  for (const [i, law] of layerLaws.entries()) yield {...law, factors: factors[i], theory: theoryOf(law)};
}

/** The gradient's factor per layer as the theory of wide layers gives it. */
function theoryOf({unit, gain}: LayerLaw): number {
  const {dZ} = meanField({activation: activations[unit], depth, weightScale: gain});
  return factorPerLayer([...dZ].reverse());
}
