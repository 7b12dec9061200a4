import {relativeError} from "../../lib/diagnostics/gradientCheck.js";
import {layerViews} from "../../lib/propagation.js";
import type {Vector} from "../../lib/types.js";
import {isMatrix, type Ledger} from "./ledger.js";
import type {Bug} from "./operations.js";

/** How the derivative by one matrix does in the gradient check. */
export interface BlockCheck {
  /** "W1", "b1", "W2" … */
  readonly key: string;
  /** The relative error; null where the shapes do not even fit. */
  readonly error: number | null;
  readonly problem: string | null;
}

/** What a gradient check tells of a mistake. */
export type Fingerprint = Bug | "unknown";

/** An error up to this passes: what rounding leaves at h = 10⁻⁵. */
export const tolerance = 1e-6;

/** Compares dW and db of a pass with central differences, matrix by matrix. */
export function checkBlocks(
  ledger: Ledger,
  differences: Vector,
  sizes: readonly number[]
): readonly BlockCheck[] {
  return layerViews(differences, sizes).flatMap(({weights, bias}, i) => [
    block(`W${i + 1}`, ledger, weights),
    block(`b${i + 1}`, ledger, {rows: bias.length, columns: 1, data: bias})
  ]);
}

function block(
  key: string,
  ledger: Ledger,
  numeric: {rows: number; columns: number; data: Vector}
): BlockCheck {
  const entry = ledger[`d${key}`];
  if (!isMatrix(entry)) return {key, error: null, problem: entry.problem};
  const [ours, theirs] = [entry, numeric].map(({rows, columns}) => `${rows}×${columns}`);
  if (ours !== theirs) return {key, error: null, problem: `${ours} ≠ ${theirs}`};
  return {key, error: relativeError(entry.data, numeric.data), problem: null};
}

/** All derivatives of a pass in the order of the parameters; null where a shape does not fit. */
export function gradientOf(ledger: Ledger, sizes: readonly number[]): Vector | null {
  const parts = sizes.slice(1).flatMap((rows, i) => [
    {entry: ledger[`dW${i + 1}`], length: rows * sizes[i]},
    {entry: ledger[`db${i + 1}`], length: rows}
  ]);
  const data = parts.flatMap(({entry, length}) =>
    isMatrix(entry) && entry.data.length === length ? [entry.data] : []
  );
  return data.length < parts.length ? null : Float64Array.from(data.flatMap((part) => [...part]));
}

/** Which mistake leaves such errors, with m samples. */
export function fingerprintOf(blocks: readonly BlockCheck[], m: number): Fingerprint {
  const passes = ({error}: BlockCheck): boolean => error !== null && error < tolerance;
  const part = (kind: string) => blocks.filter(({key}) => key.startsWith(kind));
  if (blocks.every(passes)) return "none";
  if (blocks.every(({error}) => error !== null && Math.abs(error - (m - 1) / (m + 1)) < tolerance))
    return "mean";
  if (part("W").every(passes)) return "axis";
  if (part("b").every(passes)) return "transpose";
  return blocks.slice(-2).every(passes) ? "slope" : "unknown";
}
