import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {batches, random, randomBatches, updatesPerEpoch} from "../lib/index.js";
import {readGolden} from "./support/golden.js";

interface Boundaries {
  readonly m: number;
  readonly batch_size: number;
  readonly drop_last: boolean;
  readonly sizes: number[];
  readonly first_index: number[];
}

const shapes = fc
  .integer({min: 1, max: 200})
  .chain((m) => fc.record({m: fc.constant(m), size: fc.integer({min: 1, max: m}), seed: fc.nat()}));

describe("batches(m, size, random)", () => {
  const {boundaries}: {boundaries: Boundaries[]} = readGolden("minibatch");
  // ours never drops the last batch, and refuses one larger than the set
  const kept = boundaries.filter(({m, batch_size, drop_last}) => !drop_last && batch_size <= m);

  test.each(kept)(
    "cuts $m samples by $batch_size as PyTorch's DataLoader",
    ({m, batch_size, sizes, first_index}) => {
      const cut = [...batches(m, batch_size)];
      expect(cut.map(({length}) => length)).toEqual(sizes);
      expect(cut.map(([first]) => first)).toEqual(first_index);
      expect(updatesPerEpoch(m, batch_size)).toBe(sizes.length);
    }
  );

  test("holds each sample once, in ⌈m/size⌉ batches of which only the last may be short", () => {
    fc.assert(
      fc.property(shapes, ({m, size, seed}) => {
        const cut = [...batches(m, size, random(seed))];
        expect(cut).toHaveLength(Math.ceil(m / size));
        expect(cut.slice(0, -1).every(({length}) => length === size)).toBe(true);
        const sorted = cut.flatMap((batch) => [...batch]).sort((a, b) => a - b);
        expect(sorted).toEqual(Array.from({length: m}, (_, i) => i));
      })
    );
  });

  test("repeats its order with the seed, and finds a new one with the next call", () => {
    const orders = (seed: number) => {
      const source = random(seed);
      return [1, 2].map(() => [...batches(50, 50, source)].map(String).join());
    };
    const [first, second] = orders(4);
    expect(orders(4)).toEqual([first, second]);
    expect(new Set([first, second, ...orders(5)]).size).toBe(4);
  });

  test("finds all orders of three samples equally often", () => {
    const source = random(1);
    const counts = new Map<string, number>();
    for (let draw = 0; draw < 6000; ++draw) {
      const [order] = batches(3, 3, source);
      counts.set(order.join(), (counts.get(order.join()) ?? 0) + 1);
    }
    // χ² with 5 degrees of freedom is above 20.5 once in a thousand seeds
    const surprise = [...counts.values()].reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
    expect(counts.size).toBe(6);
    expect(surprise).toBeLessThan(20.5);
  });

  test("keeps the order of the samples without random", () => {
    expect([...batches(5, 2)].map((batch) => [...batch])).toEqual([[0, 1], [2, 3], [4]]);
  });

  test.each([
    [0, 1, "m must be an integer of at least 1; got 0"],
    [2.5, 1, "m must be an integer of at least 1; got 2.5"],
    [5, 0, "size must be an integer of at least 1 and at most 5; got 0"],
    [5, 6, "size must be an integer of at least 1 and at most 5; got 6"],
    [5, Number.NaN, "size must be an integer of at least 1 and at most 5; got NaN"]
  ])("refuses m = %d with size %d at once", (m, size, message) => {
    expect(() => batches(m, size)).toThrow(new RangeError(message));
    expect(() => updatesPerEpoch(m, size)).toThrow(new RangeError(message));
  });

  test("refuses at once what is no source of numbers", () => {
    for (const wrong of [3, null])
      expect(() => batches(5, 2, wrong as never)).toThrow(
        new TypeError(`random must be a source of numbers, as random(seed); got ${wrong}`)
      );
  });
});

describe("randomBatches(m, size, {random, replacement})", () => {
  const taken = (count: number, m: number, size: number, replacement: boolean, seed = 1): number[][] => {
    const drawn = randomBatches(m, size, {random: random(seed), replacement});
    return Array.from({length: count}, () => [...drawn.next().value]);
  };
  // χ² with so many degrees of freedom is above these once in a thousand seeds
  const surprise = (counts: readonly number[], expected: number): number =>
    counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);

  test("holds each sample at most once, all of them where size is m", () => {
    fc.assert(
      fc.property(shapes, ({m, size, seed}) => {
        for (const batch of taken(3, m, size, false, seed)) {
          expect(batch).toHaveLength(size);
          expect(new Set(batch).size).toBe(size);
          expect(batch.every((sample) => sample < m)).toBe(true);
        }
      })
    );
  });

  test("finds all pairs of four samples equally often, whatever the batch before", () => {
    const drawn = taken(6001, 4, 2, false);
    const counts = new Map<string, number>();
    for (let k = 1; k < drawn.length; ++k) {
      const name = `${drawn[k - 1].toSorted().join("")} ${drawn[k].toSorted().join("")}`;
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    expect(counts.size).toBe(36);
    expect(surprise([...counts.values()], 6000 / 36)).toBeLessThan(66.6); // 35 degrees
  });

  test("with replacement draws any sample at any place", () => {
    const counts = new Map<string, number>();
    for (const batch of taken(4000, 2, 2, true))
      counts.set(batch.join(""), (counts.get(batch.join("")) ?? 0) + 1);
    expect(counts.size).toBe(4);
    expect(surprise([...counts.values()], 1000)).toBeLessThan(16.3); // 3 degrees
  });

  test("repeats its batches with the seed", () => {
    expect(taken(3, 9, 4, false, 7)).toEqual(taken(3, 9, 4, false, 7));
    expect(taken(3, 9, 4, false, 7)).not.toEqual(taken(3, 9, 4, false, 8));
  });

  test("refuses at once what cannot be", () => {
    expect(() => randomBatches(5, 6, {random: random(1)})).toThrow(
      new RangeError("size must be an integer of at least 1 and at most 5; got 6")
    );
    expect(() => randomBatches(0, 1, {random: random(1)})).toThrow(
      new RangeError("m must be an integer of at least 1; got 0")
    );
    expect(() => randomBatches(5, 2, {random: 3 as never})).toThrow(
      new TypeError("random must be a source of numbers, as random(seed); got 3")
    );
  });
});

// views: m = 2000
test.each([
  [1, 2000],
  [4, 500],
  [16, 125],
  [64, 32],
  [256, 8],
  [1024, 2],
  [2000, 1]
])("updatesPerEpoch(2000, %d) is %d", (size, updates) => {
  expect(updatesPerEpoch(2000, size)).toBe(updates);
});
