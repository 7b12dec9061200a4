import {relu} from "../../lib/activations.js";
import {spread} from "../../lib/diagnostics/layerStatistics.js";
import {glorotNormal, heNormal, type Initializer, lecunNormal, normal} from "../../lib/initializers.js";
import {map, multiply, transposedMultiply} from "../../lib/matrix.js";
import {random} from "../../lib/random.js";
import type {Matrix} from "../../lib/types.js";
import {drawnMatrix} from "./drawnMatrix.js";

export const rules = ["lecun", "xavier", "he"] as const;
export type RuleName = (typeof rules)[number];

/** The rules for the first weights: how they are drawn, and their variance for so many inputs and outputs. */
const ruleOf: Readonly<
  Record<RuleName, {draw: Initializer; variance: (fanIn: number, fanOut: number) => number}>
> = {
  lecun: {draw: lecunNormal, variance: (fanIn) => 1 / fanIn},
  xavier: {draw: glorotNormal, variance: (fanIn, fanOut) => 2 / (fanIn + fanOut)},
  he: {draw: heNormal, variance: (fanIn) => 2 / fanIn}
};

interface Factor {
  readonly measured: number;
  readonly theory: number;
}

/** By what a layer multiplies the root mean square: of the signal, of it after a ReLU, and of the gradient going back. */
export interface LayerFactors {
  readonly forward: Factor;
  readonly rectified: Factor;
  readonly backward: Factor;
}

const samples = 16;

/** Sends signals through one layer with a rule's weights, forward and backward. */
export function layerFactors(rule: RuleName, {fanIn, fanOut}: {fanIn: number; fanOut: number}): LayerFactors {
  const {draw, variance} = ruleOf[rule];
  const source = random(1);
  const W = drawnMatrix(fanOut, fanIn, draw, source);
  const [X, dZ] = [fanIn, fanOut].map((rows) => drawnMatrix(rows, samples, normal(1), source));
  const Z = multiply(W, X);
  const size = ({data}: Matrix): number => spread(data).rms;
  const v = variance(fanIn, fanOut);
  return {
    forward: {measured: size(Z) / size(X), theory: Math.sqrt(fanIn * v)},
    rectified: {measured: size(map(Z, relu)) / size(X), theory: Math.sqrt((fanIn * v) / 2)},
    backward: {measured: size(transposedMultiply(W, dZ)) / size(dZ), theory: Math.sqrt(fanOut * v)}
  };
}
