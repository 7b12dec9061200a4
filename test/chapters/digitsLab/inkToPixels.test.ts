import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {classes, type Matrix, softmax} from "../../../lib/index.js";
import {inkToPixels} from "../../../src/chapters/digitsLab/inkToPixels.js";
import {type Drawing, inkOf, type Place, type Segment} from "../../../src/components/drawingPad/drawing.js";
import {fiveTrained} from "../../support/trainedDigits.js";
import {pageDigits} from "../../support/digits.js";

const line = (...places: Place[]): Segment[] => inkOf([places]);
const arc = (cx: number, cy: number, rx: number, ry: number): Segment[] =>
  line(
    ...Array.from({length: 25}, (_, i): Place => {
      const angle = (i / 24) * 2 * Math.PI;
      return [cx + rx * Math.sin(angle), cy - ry * Math.cos(angle)];
    })
  );
const sum = (values: ArrayLike<number>): number => Array.from(values).reduce((a, b) => a + b, 0);
const cells = (...at: [number, number][]): Drawing => at.map(([x, y]) => [[x + 0.5, y + 0.5]]);

const one = line([4, 1], [4, 7]);
const zero = arc(4, 4, 1.9, 2.8);
const written: Record<string, [Segment[], number]> = {
  "a straight 1": [one, 1],
  "a slanted 1": [line([4.8, 1], [3.6, 7]), 1],
  "a 1 with a flag": [line([3, 2.4], [4.2, 1], [4.2, 7]), 1],
  "a round 0": [zero, 0],
  "a narrow 0": [arc(4, 4, 1.3, 2.8), 0],
  "a small 0 in a corner": [arc(1.2, 1.5, 0.6, 0.9), 0],
  "a 4": [[...line([4.2, 1], [2.2, 4.8], [6, 4.8]), ...line([5, 3], [5, 7])], 4],
  "a 1 of cells": [inkOf(cells([4, 1], [4, 2], [4, 3], [4, 4], [4, 5], [4, 6])), 1],
  "a 0 of cells": [
    inkOf(
      cells([3, 1], [4, 1], [5, 2], [5, 3], [5, 4], [5, 5], [4, 6], [3, 6], [2, 5], [2, 4], [2, 3], [2, 2])
    ),
    0
  ]
};

describe("inkToPixels(ink)", () => {
  test("is 64 numbers from 0 to 16 with as much ink as the digits of the file have on average", async () => {
    const {X} = await pageDigits();
    expect(Math.abs(sum(X.data) / X.columns - 312)).toBeLessThan(1);
    for (const [ink] of Object.values(written)) {
      const pixels = inkToPixels(ink);
      expect(Math.max(...pixels)).toBeLessThanOrEqual(16);
      // dots at equal distances come together: of an upright line, two columns of 32
      expect(sum(pixels)).toBeGreaterThanOrEqual(312);
      expect(sum(pixels)).toBeLessThan(312 + 64);
    }
  });

  test("of nothing is blank, and of a dot a round blot in the middle", () => {
    expect([...inkToPixels([])]).toEqual(Array(64).fill(0));
    const blot = inkToPixels([[1, 7, 1, 7]]);
    expect([27, 28, 35, 36].map((k) => blot[k])).toEqual([16, 16, 16, 16]);
    expect([...blot].reverse()).toEqual([...blot]);
  });

  test("does not depend on where and how large it was drawn", () => {
    fc.assert(
      fc.property(
        fc.double({min: -1, max: 1, noNaN: true}),
        fc.double({min: -1, max: 1, noNaN: true}),
        fc.double({min: 0.25, max: 1, noNaN: true}),
        (dx, dy, scale) => {
          const moved = zero.map((piece) => piece.map((at, i) => scale * at + (i % 2 ? dy : dx)));
          const pixels = inkToPixels(moved as unknown as Segment[]); // four numbers each
          const wanted = inkToPixels(zero);
          // rounding may move a dot on the edge
          expect(sum(pixels.map((value, k) => Math.abs(value - wanted[k])))).toBeLessThanOrEqual(24);
        }
      )
    );
  });

  test("stays within the columns that the digits of the file use", () => {
    for (const [ink] of Object.values(written))
      for (let row = 0; row < 8; ++row)
        expect([inkToPixels(ink)[8 * row], inkToPixels(ink)[8 * row + 7]]).toEqual([0, 0]);
  });
});

describe("five networks", async () => {
  const runs = await fiveTrained();
  /** The logits of each. */
  const logits = (ink: readonly Segment[]): Matrix[] =>
    runs.map(({network, prepared}) => {
      const pixels = {rows: 64, columns: 1, data: Float64Array.from(inkToPixels(ink))};
      return network!.forward(prepared.scale(pixels)).A.at(-1)!;
    });
  const read = (ink: readonly Segment[]): number[] => logits(ink).map((Z) => classes(Z)[0]);

  test.each(Object.entries(written))("read %s", (_, [ink, digit]) => {
    expect(read(ink)).toEqual(Array(5).fill(digit));
  });

  test("mostly read a 1 with a foot as a 2, as the page says", () => {
    const footed = [...line([3, 2.4], [4.2, 1], [4.2, 7]), ...line([3, 7], [5.4, 7])];
    expect(read(footed).filter((digit) => digit === 2).length).toBeGreaterThanOrEqual(3);
    const shares = logits(footed).map((Z) => softmax(Z).data[2]);
    expect(shares.sort()[2]).toBeGreaterThan(0.8);
  });
});
