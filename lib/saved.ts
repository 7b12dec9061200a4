import {checkInteger, describe} from "./checks.js";
import type {Vector} from "./types.js";

/** The fields of a thing read back from JSON, which may have come from anywhere. */
export type Fields = Readonly<Record<string, unknown>>;

/**
 * The fields of a saved thing of the format and version that we write.
 *
 * @throws TypeError when it is no object, RangeError when format or version is another, naming the field
 */
export function readFormat(saved: unknown, format: string, version: number): Fields {
  const fields = readFields(format, saved);
  if (fields.format !== format)
    throw new RangeError(`format must be "${format}"; got ${describe(fields.format)}`);
  checkInteger({version: fields.version});
  if (fields.version !== version)
    throw new RangeError(`version must be ${version}; got ${fields.version}, written by a newer program`);
  return fields;
}

export function readFields(name: string, value: unknown): Fields {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new TypeError(`${name} must be an object; got ${describe(value)}`);
  return value as Fields; // an object, whose fields are unknown until read
}

export function readArray(name: string, value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new TypeError(`${name} must be an array; got ${describe(value)}`);
  return value;
}

export function readNumber(name: string, value: unknown): number {
  if (typeof value !== "number" || !Number.isFinite(value))
    throw new RangeError(`${name} must be a finite number; got ${describe(value)}`);
  return value;
}

export function readInteger(name: string, value: unknown, minimum = 0, maximum?: number): number {
  checkInteger({[name]: value}, minimum, maximum);
  return readNumber(name, value);
}

export function readVector(name: string, value: unknown, length?: number): Vector {
  const numbers = readArray(name, value);
  if (length !== undefined && numbers.length !== length)
    throw new RangeError(`${name} must have ${length} entries; got ${numbers.length}`);
  return Float64Array.from(numbers, (entry, i) => readNumber(`${name}[${i}]`, entry));
}
