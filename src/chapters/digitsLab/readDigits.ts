import type {Matrix} from "../../lib/types.js";

/** Handwritten digits: a column of 64 pixels from 0 to 16 each, and what each is. */
export interface Digits {
  readonly X: Matrix;
  readonly labels: Uint8Array;
}

const planes = 65;

/**
 * The digits of the file that `packDigits` has made.
 *
 * @throws RangeError when the file does not hold whole planes
 */
export async function readDigits(packed: ArrayBuffer): Promise<Digits> {
  const stream = new Response(packed).body!.pipeThrough(new DecompressionStream("gzip"));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  const count = bytes.length / planes;
  if (!(Number.isInteger(count) && count > 0))
    throw new RangeError(`the digits must fill ${planes} planes; got ${bytes.length} bytes`);
  const labelsAt = 64 * count;
  return {
    X: {rows: 64, columns: count, data: Float64Array.from(bytes.subarray(0, labelsAt))},
    labels: bytes.slice(labelsAt)
  };
}
