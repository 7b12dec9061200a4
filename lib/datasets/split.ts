import {checkRandom} from "../checks.js";
import {selectColumns} from "../matrix.js";
import type {Random} from "../types.js";
import type {Dataset} from "./dataset.js";

/**
 * The samples of a data set in two parts, drawn at random: the first share of them for training, the rest for the test.
 *
 * @throws RangeError when the share leaves one part without a sample
 */
export function split(
  {X, Y}: Dataset,
  {random, share = 0.8}: {readonly random: Random; readonly share?: number}
): {train: Dataset; test: Dataset} {
  checkRandom(random);
  const count = Math.round(share * X.columns);
  if (!(count > 0 && count < X.columns))
    throw new RangeError(`share must leave samples in both parts; got ${share} of ${X.columns}`);
  const keys = Float64Array.from({length: X.columns}, random);
  const order = Uint32Array.from(keys.keys()).sort((a, b) => keys[a] - keys[b]);
  const part = (indices: Uint32Array) => ({X: selectColumns(X, indices), Y: selectColumns(Y, indices)});
  return {train: part(order.subarray(0, count)), test: part(order.subarray(count))};
}
