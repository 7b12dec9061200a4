import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {
  type Drawing,
  inkOf,
  isCell,
  parseDrawing,
  type Place,
  snapped,
  toggled,
  writeDrawing
} from "../../../src/components/drawingPad/drawing.js";

const places = fc.tuple(fc.integer({min: 0, max: 63}), fc.integer({min: 0, max: 63}));
const lines = fc.array(
  places.map(([x, y]): Place => [x / 8, y / 8]),
  {minLength: 2, maxLength: 20}
);
const cells = fc
  .tuple(fc.integer({min: 0, max: 7}), fc.integer({min: 0, max: 7}))
  .map(([x, y]): Place[] => [[x + 0.5, y + 0.5]]);

describe("writeDrawing(drawing)", () => {
  test("is given back by parseDrawing, and needs no escapes in an address", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(lines, cells)), (drawing) => {
        const text = writeDrawing(drawing);
        expect(parseDrawing(text)).toEqual(drawing);
        expect(encodeURIComponent(text)).toBe(text);
      })
    );
  });

  test.each(["a", "ab.", "ab.c", "ä0", "a b0"])("of nothing is %j", (text) => {
    expect(parseDrawing(text)).toBeNull();
  });
});

test("snapped(place) is the nearest that a drawing can have, within the pad", () => {
  expect(snapped([1.07, 3.99])).toEqual([1.125, 4]);
  expect(snapped([-1, 9])).toEqual([0, 63 / 8]);
});

test("toggled(drawing, place) fills the cell there, and empties it again; lines stay", () => {
  const line: Drawing = [
    [
      [0, 0],
      [1, 1]
    ]
  ];
  const filled = toggled(line, [2.9, 5.1]);
  expect(filled).toEqual([...line, [[2.5, 5.5]]]);
  expect(filled.map(isCell)).toEqual([false, true]);
  expect(toggled(filled, [2.1, 5.8])).toEqual(line);
  expect(toggled([], [8, 8])).toEqual([[[7.5, 7.5]]]);
});

describe("inkOf(drawing)", () => {
  test("has a piece between the places of a line, and a dot for a cell", () => {
    const line: Place[] = [
      [0, 0],
      [1, 0],
      [1, 2]
    ];
    expect(inkOf([line, [[5.5, 5.5]]])).toEqual([
      [0, 0, 1, 0],
      [1, 0, 1, 2],
      [5.5, 5.5, 5.5, 5.5]
    ]);
  });

  test("joins a cell to its neighbours, across a corner only where no cell leads round it", () => {
    const filled = (...at: [number, number][]): Drawing => at.map(([x, y]) => [[x + 0.5, y + 0.5]]);
    const joints = (drawing: Drawing) =>
      inkOf(drawing).filter(([x1, y1, x2, y2]) => x1 !== x2 || y1 !== y2).length;
    expect(joints(filled([0, 0], [1, 0]))).toBe(1);
    expect(joints(filled([0, 0], [1, 1]))).toBe(1);
    expect(joints(filled([1, 0], [0, 1]))).toBe(1);
    expect(joints(filled([0, 0], [1, 0], [1, 1]))).toBe(2);
    expect(joints(filled([0, 0], [2, 0]))).toBe(0);
  });
});
