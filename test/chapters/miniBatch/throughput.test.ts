import {describe, expect, test} from "vitest";
import {throughput} from "../../../src/chapters/miniBatch/throughput.js";
import {besidePowers, paceOf, throughputLines} from "../../../src/chapters/miniBatch/throughputLines.js";

describe("throughput({sizes, rounds, slice, now})", () => {
  /** A clock that each look moves on by a millisecond. */
  const clock = () => {
    let time = 0;
    return () => ++time;
  };

  test("counts the examples of each update against the clock, in both precisions", () => {
    const all = [...throughput({sizes: [1, 4], rounds: 3, slice: 5, now: clock()})];
    const {share, found} = all.at(-1)!;
    expect(share).toBe(1);
    // a look before and one after each update: a millisecond an update
    expect(found).toEqual(
      ["single", "double"].flatMap((precision) =>
        [1, 4].map((size) => {
          const rate = 1000 * size;
          return {precision, size, perSecond: rate, slowest: rate, fastest: rate};
        })
      )
    );
    const shares = all.map(({share}) => share);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  });

  test("takes the median of its rounds, the first of which only warms up", () => {
    const lengths = [1, 100, 2, 4, 3];
    let [looks, time] = [0, 0];
    // two looks a slice: the second one after the round's own time, for each of the two precisions
    const now = () => (time += looks++ % 2 ? lengths[Math.floor((looks - 1) / 4)] : 0);
    const found = [...throughput({sizes: [8], rounds: 4, slice: 0.5, now})].at(-1)!.found;
    expect(found[0]).toMatchObject({perSecond: (8000 / 3 + 8000 / 4) / 2, slowest: 80, fastest: 4000});
  });
});

const speed = (size: number, perSecond: number) =>
  ({precision: "single", size, perSecond, slowest: perSecond / 2, fastest: 2 * perSecond}) as const;
const found = [speed(1, 100), speed(4, 400), speed(16, 400)];

test("paceOf(found, precision) goes between sizes by factors, and beyond them as at the nearest", () => {
  const pace = paceOf(found, "single");
  expect([1, 2, 4, 8, 16, 5000].map(pace)).toEqual([10, 5, 2.5, 2.5, 2.5, 2.5]);
});

test("besidePowers(found, precision) is 1 where other sizes are as fast as the powers beside them", () => {
  const beside = (perSecond: number) =>
    besidePowers([speed(2, 100), speed(3, perSecond), speed(4, 100)], "single");
  expect(beside(100)).toBe(1);
  expect(beside(80)).toBeCloseTo(0.8, 12);
});

test("throughputLines(found, names) draws medians as dots on a line in the band of the rounds", () => {
  const lines = throughputLines(found, {single: "one", double: "two"});
  expect(lines.map(({label, kind}) => `${label} ${kind}`)).toEqual([
    "one band",
    "one undefined",
    "one dots",
    "two band",
    "two undefined",
    "two dots"
  ]);
  expect(lines[0].points[1]).toEqual([4, 200, 800]);
  expect(lines[3].points).toEqual([]);
});
