/** A handwritten digit: 64 pixels from 0 to 16, row by row, and what its writer meant. */
export interface Digit {
  readonly pixels: readonly number[];
  readonly label: number;
}

/** How many of each digit the file has. */
const sizes = [178, 182, 177, 183, 181, 182, 181, 179, 174, 180];

/**
 * The digits of the file, in its order, once each row has proved sound.
 *
 * @throws RangeError naming file, line and rule: a row of another length, a pixel that is no integer from 0 to 16, a label
 *   that is no digit, or more or fewer of a digit than the file has
 */
export function checkedDigits(text: string, file: string): Digit[] {
  const digits = text
    .trimEnd()
    .split(/\r?\n/)
    .map((row, i) => checkedDigit(row, `${file}:${i + 1}`));
  const found = sizes.map((_, digit) => digits.filter(({label}) => label === digit).length);
  if (String(found) !== String(sizes))
    throw new RangeError(`${file}: there must be ${sizes} of the digits; got ${found}`);
  return digits;
}

function checkedDigit(row: string, place: string): Digit {
  const fields = row.split(",");
  if (fields.length !== 65) throw new RangeError(`${place}: a row must have 65 values; got ${fields.length}`);
  const pixels = fields.slice(0, 64).map((field, k) => checkedInteger(field, `pixel ${k}`, 16, place));
  return {pixels, label: checkedInteger(fields[64], "the label", 9, place)};
}

function checkedInteger(field: string, name: string, most: number, place: string): number {
  const value = /^\d+$/.test(field) ? Number(field) : Number.NaN;
  if (!(value <= most))
    throw new RangeError(
      `${place}: ${name} must be an integer from 0 to ${most}; got ${JSON.stringify(field)}`
    );
  return value;
}
