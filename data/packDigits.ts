import {gzipSync} from "node:zlib";
import type {Digit} from "./checkedDigits.js";

/**
 * The digits in the compact form that pages read: 64 planes, the first pixel of every digit, the second of every digit …,
 * then a plane of labels, a byte a value, gzipped.
 */
export function packDigits(digits: readonly Digit[]): Uint8Array {
  const planes = Array.from({length: 64}, (_, k) => digits.map(({pixels}) => pixels[k]));
  return gzipSync(Uint8Array.from([...planes, digits.map(({label}) => label)].flat()), {level: 9});
}
