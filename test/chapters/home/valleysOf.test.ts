import {range} from "d3-array";
import {expect, test} from "vitest";
import {adam, descend, gradientDescent, momentum, rmsprop, surfaces} from "../../../lib/index.js";
import {valleysOf} from "../../../src/chapters/home/valleysOf.js";
import {take} from "../../../src/components/take.js";

const {himmelblau} = surfaces;
// as the page has them
const optimizers = [
  gradientDescent({learningRate: 0.01}),
  momentum({learningRate: 0.005, form: "classical"}),
  rmsprop({learningRate: 0.05}),
  adam({learningRate: 0.1})
];
const endsFrom = (start: readonly [number, number]) =>
  optimizers.map((optimizer) => take(151, descend(himmelblau, optimizer, start)).at(-1)!);
const valleysFrom = (start: readonly [number, number]): number =>
  valleysOf(
    endsFrom(start).map(({parameters}) => parameters),
    himmelblau.minima
  );

test("valleysOf(ends, minima) counts the minima that are nearest to an end", () => {
  const minima = [
    [0, 0],
    [4, 0],
    [0, 4]
  ] as const;
  expect(valleysOf([[0, 1]], minima)).toBe(1);
  expect(
    valleysOf(
      [
        [0, 1],
        [1, 0],
        [1.9, 0]
      ],
      minima
    )
  ).toBe(1);
  expect(
    valleysOf(
      [
        [0, 1],
        [2.1, 0],
        [0, 9],
        [5, 0]
      ],
      minima
    )
  ).toBe(3);
});

test("the map: all four in one valley from more than half of it, in three from few places, the first start among them", () => {
  const grid = range(-6, 6.1, 0.4).flatMap((x) => range(-6, 6.1, 0.4).map((y) => [x, y] as const));
  const counts = grid.map(valleysFrom);
  const share = (valleys: number): number => counts.filter((count) => count === valleys).length / grid.length;
  expect(share(1)).toBeGreaterThan(0.5);
  expect(share(3)).toBeGreaterThan(0);
  expect(share(3)).toBeLessThan(0.1);
  expect(valleysFrom([0.1, -3.3])).toBe(3);
});

test("from every corner of the map all four end near a minimum", () => {
  for (const x of [-6, 6])
    for (const y of [-6, 6]) for (const {value} of endsFrom([x, y])) expect(value).toBeLessThan(2);
});
