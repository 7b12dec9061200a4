import {orthogonal} from "../../lib/initializers.js";
import {normalSampler} from "../../lib/normalSampler.js";
import {random} from "../../lib/random.js";
import type {Matrix, Vector} from "../../lib/types.js";

export type UnitName = "normal" | "orthogonal" | "ones";

/** Weights that keep the mean size of a signal, for any layer and width. */
export type WeightBank = (unit: UnitName, layer: number, width: number) => Matrix;

const widest = 128;

/**
 * The weights of a seed, before any scale: N(0, 1/n), orthogonal ones, or all 1/√n. Each is drawn once.
 *
 * The normal ones are nested: a wider or deeper network holds those of a narrower or shallower one, times √n.
 */
export function weightBank(seed: number): WeightBank {
  const sources = new Map<number, (width: number) => Vector>();
  const turns = new Map<string, Matrix>();
  const sourceOf = (layer: number): Parameters<typeof random>[0] => widest * seed + layer;

  function normals(layer: number, width: number): Matrix {
    const draw = sources.get(layer) ?? growing(sourceOf(layer));
    sources.set(layer, draw);
    return nested(draw(width), width);
  }

  function turn(layer: number, width: number): Matrix {
    const key = `${layer},${width}`;
    const known = turns.get(key) ?? square(width, orthogonal()(width, width, random(sourceOf(layer))));
    turns.set(key, known);
    return known;
  }

  return (unit, layer, width) => {
    if (unit === "normal") return normals(layer, width);
    if (unit === "orthogonal") return turn(layer, width);
    return square(width, new Float64Array(width * width).fill(1 / Math.sqrt(width)));
  };
}

/** The weights of so many layers, one after another. */
export function* unitLayers(
  bank: WeightBank,
  unit: UnitName,
  {width, depth}: {width: number; depth: number}
): Generator<Matrix, void> {
  for (let layer = 0; layer < depth; ++layer) yield bank(unit, layer, width);
}

const square = (width: number, data: Vector): Matrix => ({rows: width, columns: width, data});

/** Standard normal numbers, drawn as far as a width needs them. */
function growing(seed: number): (width: number) => Vector {
  const next = normalSampler(random(seed));
  const drawn = new Float64Array(widest * widest);
  let count = 0;
  return (width) => {
    while (count < width * width) drawn[count++] = next();
    return drawn;
  };
}

/** The first n² numbers as an n × n matrix whose upper left corner is that of every smaller one, divided by √n. */
function nested(numbers: Vector, n: number): Matrix {
  const data = new Float64Array(n * n);
  const root = Math.sqrt(n);
  for (let i = 0; i < n; ++i)
    for (let j = 0; j < n; ++j) data[i * n + j] = numbers[j <= i ? i * i + j : j * j + j + 1 + i] / root;
  return square(n, data);
}
