import {zeroMatrix} from "../matrix.js";
import type {Matrix} from "../types.js";
import type {KernelModule} from "./kernelModule.js";
import {type Plan, type PlanOptions, planFor} from "./plan.js";
import {webAssembly} from "./webAssembly.js";

/** What one update needs to know, computed in double precision; `kernels/optimizers.ts` has the formulas. */
export interface Coefficients {
  readonly rate: number;
  readonly keep?: number;
  readonly share?: number;
  readonly keep2?: number;
  readonly share2?: number;
  readonly correction2?: number;
  readonly inside?: number;
  readonly outside?: number;
  readonly shrink?: number;
}

/** A network, its data and its optimizer in the memory of the kernels. A batch is `count` samples of `order` from `first` on. */
export interface SingleNetwork {
  /** The indices of samples, in that memory too. */
  readonly order: Uint32Array;
  /** Views into that memory: W⁽¹⁾ row by row, b⁽¹⁾, W⁽²⁾ … and, in the same order, all that belongs to them. */
  readonly parameters: Float32Array;
  readonly gradient: Float32Array;
  readonly firstMoment: Float32Array;
  readonly secondMoment: Float32Array;
  /** A⁽¹⁾ … A⁽ᴸ⁾ of a batch. */
  predict(first: number, count: number): Matrix[];
  /** A⁽ᴸ⁾ of the batch computed last, which had so many samples. */
  prediction(count: number): Matrix;
  /** The mean cost of a batch; its gradient stands in `gradient` then. */
  differentiate(first: number, count: number): number;
  /** The same, and an update. */
  step(first: number, count: number, coefficients: Coefficients): number;
  /** Whether the last update has left every parameter finite. */
  isFinite(): boolean;
}

/** What the compiled `kernels/step.ts` exports. */
interface Kernels {
  predict(plan: number, order: number, samples: number): void;
  differentiate(plan: number, order: number, samples: number): number;
  step(plan: number, order: number, samples: number, coefficients: number): number;
}

/** Takes a network's shape and its data X, n₀ × m, and Y, n_L × m, into single precision. */
export function singleNetwork(
  {module}: KernelModule,
  options: Omit<PlanOptions, "samples">,
  X: Matrix,
  Y: Matrix
): SingleNetwork {
  const plan = planFor({...options, samples: X.columns});
  // whoever has a compiled module has WebAssembly
  const {Memory, Instance} = webAssembly!;
  const memory = new Memory({initial: Math.ceil(plan.bytes / 65_536)});
  const kernels = new Instance(module, {env: {memory}}).exports as Kernels;
  const floats = (address: number, length: number) => new Float32Array(memory.buffer, address, length);
  const integers = (address: number, length: number) => new Uint32Array(memory.buffer, address, length);

  writeFields(plan, memory.buffer);
  writeSamples(X, floats(plan.inputs, (X.columns * plan.inputStride) / 4), plan.inputStride / 4);
  writeSamples(Y, floats(plan.targets, (X.columns * plan.targetStride) / 4), plan.targetStride / 4);
  const order = integers(plan.order, Math.max(X.columns, options.batchSize));
  const coefficients = floats(plan.coefficients, 9);
  const finite = integers(plan.finite, 1);
  const vector = (address: number) => floats(address, plan.size);
  const output = ({address, stride, rows}: Plan["outputs"][number], samples: number) =>
    readPanels(floats(address, (Math.ceil(samples / 8) * stride) / 4), stride / 4, rows, samples);
  return {
    order,
    parameters: vector(plan.parameters),
    gradient: vector(plan.gradient),
    firstMoment: vector(plan.firstMoment),
    secondMoment: vector(plan.secondMoment),
    predict(first, count) {
      kernels.predict(plan.address, plan.order + 4 * first, count);
      return plan.outputs.map((layer) => output(layer, count));
    },
    prediction: (count) => output(plan.outputs[plan.outputs.length - 1], count),
    differentiate: (first, count) => kernels.differentiate(plan.address, plan.order + 4 * first, count),
    step(first, count, by) {
      writeCoefficients(by, coefficients);
      return kernels.step(plan.address, plan.order + 4 * first, count, plan.coefficients);
    },
    isFinite: () => finite[0] === 1
  };
}

function writeFields({address, fields}: Plan, buffer: ArrayBuffer): void {
  const view = new DataView(buffer, address);
  fields.forEach((field, i) => {
    if ("integer" in field) view.setUint32(4 * i, field.integer, true);
    else view.setFloat32(4 * i, field.float, true);
  });
}

/** In the order of the fields of `Coefficients` in `kernels/optimizers.ts`. */
function writeCoefficients(by: Coefficients, target: Float32Array): void {
  target[0] = by.rate;
  target[1] = by.keep ?? 0;
  target[2] = by.share ?? 0;
  target[3] = by.keep2 ?? 0;
  target[4] = by.share2 ?? 0;
  target[5] = by.correction2 ?? 1;
  target[6] = by.inside ?? 0;
  target[7] = by.outside ?? 0;
  target[8] = by.shrink ?? 1;
}

/** Columns become rows, so that a batch can be gathered by whole samples. */
function writeSamples({rows, columns, data}: Matrix, target: Float32Array, stride: number): void {
  for (let i = 0; i < rows; ++i)
    for (let j = 0; j < columns; ++j) target[j * stride + i] = data[i * columns + j];
}

/** A matrix from panels of 8 columns. */
function readPanels(panels: Float32Array, stride: number, rows: number, columns: number): Matrix {
  const read = zeroMatrix(rows, columns);
  for (let i = 0; i < rows; ++i)
    for (let j = 0; j < columns; ++j)
      read.data[i * columns + j] = panels[Math.floor(j / 8) * stride + 8 * i + (j % 8)];
  return read;
}
