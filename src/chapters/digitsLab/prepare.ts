import {range} from "d3-array";
import {oneHot} from "../../lib/datasets/oneHot.js";
import {map, selectColumns} from "../../lib/matrix.js";
import {fitScaler} from "../../lib/scaler.js";
import type {Matrix} from "../../lib/types.js";
import type {Digits} from "./readDigits.js";
import type {Scaling, Settings, Split} from "./settings.js";

/** Digits of one purpose, a column each. */
export interface Samples {
  /** As they were scanned, 0 … 16. */
  readonly pixels: Matrix;
  /** As the network gets them. */
  readonly X: Matrix;
  readonly Y: Matrix;
  readonly labels: Uint8Array;
}

/** The digits to learn from, those held back, and what is done to the pixels of either and of any new digit. */
export interface Prepared {
  readonly train: Samples;
  readonly test: Samples;
  scale(pixels: Matrix): Matrix;
}

/** Splits and scales the digits; what has to be fitted is fitted on the training set only. */
export function prepare(digits: Digits, {split, scaling}: Pick<Settings, "split" | "scaling">): Prepared {
  const isHeldBack = heldBack[split](digits.labels.length);
  const rows = range(digits.labels.length);
  const [train, test] = [rows.filter((row) => !isHeldBack(row)), rows.filter(isHeldBack)];
  const scale = fits[scaling](selectColumns(digits.X, train));
  return {train: samples(digits, train, scale), test: samples(digits, test, scale), scale};
}

/** `prepare` for the same digits, each way once. */
export function preparations(digits: Digits): (settings: Pick<Settings, "split" | "scaling">) => Prepared {
  const made = new Map<string, Prepared>();
  return ({split, scaling}) => {
    const key = `${split} ${scaling}`;
    const prepared = made.get(key) ?? prepare(digits, {split, scaling});
    made.set(key, prepared);
    return prepared;
  };
}

const heldBack: Readonly<Record<Split, (count: number) => (row: number) => boolean>> = {
  fourth: () => (row) => row % 4 === 0,
  writers: (count) => (row) => row >= count - 450
};

const fits: Readonly<Record<Scaling, (train: Matrix) => (pixels: Matrix) => Matrix>> = {
  raw: () => (pixels) => pixels,
  sixteenth: () => (pixels) => map(pixels, (pixel) => pixel / 16),
  standardized: (train) => fitScaler(train).transform
};

function samples({X, labels}: Digits, rows: readonly number[], scale: (pixels: Matrix) => Matrix): Samples {
  const pixels = selectColumns(X, rows);
  const chosen = Uint8Array.from(rows, (row) => labels[row]);
  return {pixels, X: scale(pixels), Y: oneHot(chosen, 10), labels: chosen};
}
