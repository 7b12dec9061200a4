import {from, op} from "arquero";

/** The features of a wine, in the order of the file. */
export const wineFeatures = [
  "alcohol",
  "malic_acid",
  "ash",
  "alcalinity_of_ash",
  "magnesium",
  "total_phenols",
  "flavanoids",
  "nonflavanoid_phenols",
  "proanthocyanins",
  "color_intensity",
  "hue",
  "od280",
  "proline"
] as const;
export type WineFeature = (typeof wineFeatures)[number];

/** What pages know of the wines: each feature's values, wine by wine, and the wines' classes. */
export interface Wines {
  readonly features: Readonly<Record<WineFeature, readonly number[]>>;
  readonly classes: readonly number[];
}

const sizes = [59, 71, 48];

/**
 * The wines of the file, once each row has proved sound.
 *
 * @throws RangeError naming file, line and rule: a wrong header, a row of another length, a value that is not a positive
 * number, an unknown class, or classes of other sizes
 */
export function checkedWine(text: string, file: string): Wines {
  const [header, ...rows] = text.trimEnd().split(/\r?\n/);
  const expected = "178,13,class_0,class_1,class_2";
  if (header !== expected) throw new RangeError(`${file}:1: the header must be ${expected}; got ${header}`);
  const wines = rows.map((row, i) => checkedRow(row, `${file}:${i + 2}`));
  const table = from(wines);
  const found = table.groupby("class").rollup({count: op.count()}).orderby("class").array("count");
  if (String(found) !== String(sizes))
    throw new RangeError(`${file}: classes must hold ${sizes} wines; got ${found}`);
  const column = (name: string): number[] => Array.from(table.array(name) as Iterable<number>);
  const features = Object.fromEntries(wineFeatures.map((name) => [name, column(name)]));
  return {features: features as Record<WineFeature, number[]>, classes: column("class")};
}

function checkedRow(row: string, place: string): Record<WineFeature | "class", number> {
  const fields = row.split(",");
  const names = [...wineFeatures, "class"] as const;
  if (fields.length !== names.length)
    throw new RangeError(`${place}: a row must have ${names.length} values; got ${fields.length}`);
  const values = fields.map((field, k) => {
    if (!/^\d*\.?\d+$/.test(field) || (k < 13 && Number(field) === 0))
      throw new RangeError(`${place}: ${names[k]} must be a positive number; got ${JSON.stringify(field)}`);
    return Number(field);
  });
  if (!(values[13] in sizes)) throw new RangeError(`${place}: class must be 0, 1 or 2; got ${values[13]}`);
  return Object.fromEntries(names.map((name, k) => [name, values[k]])) as Record<
    WineFeature | "class",
    number
  >;
}
