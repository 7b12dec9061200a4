import {assert, constantFrom, double, integer, property} from "fast-check";
import {describe, expect, test} from "vitest";
import {memoryScale, track} from "../../src/components/track.js";

const tracks = {
  linear: track({min: -20, max: 20, step: 0.5}),
  days: track({min: 1, max: 365, integer: true}),
  log: track({min: 0.001, max: 0.3, scale: "log"}),
  widths: track({min: 2, max: 128, scale: "log", integer: true}),
  offset: track({min: 1e-12, max: 1, scale: "log", zero: true}),
  memory: track({min: 0, max: 0.999, scale: memoryScale})
};
const each = Object.entries(tracks).map(([name, track]) => ({name, track}));

describe.each(each)("the $name track", ({track}) => {
  const fractions = double({min: 0, max: 1, noNaN: true});

  test("rises from end to end", () => {
    assert(
      property(fractions, fractions, (a, b) => track.value(Math.min(a, b)) <= track.value(Math.max(a, b)))
    );
  });

  test("gives back the fraction of each of its values", () => {
    assert(
      property(fractions, (at) => {
        const value = track.value(at);
        expect(track.value(track.fraction(value))).toBe(value);
      })
    );
  });

  test("next(value) moves in its direction, and stays only at the end", () => {
    assert(
      property(fractions, constantFrom(1 as const, -1 as const), (at, direction) => {
        const value = track.value(at);
        const end = track.value(direction === 1 ? 1 : 0);
        const moved = (track.next(value, direction) - value) * direction;
        expect(value === end ? moved === 0 : moved > 0).toBe(true);
      })
    );
  });

  test("next(value) reaches one end from the other", () => {
    let value = track.value(0);
    for (let presses = 0; presses < 400 && value !== track.value(1); presses++) value = track.next(value, 1);
    expect(value).toBe(track.value(1));
  });
});

test("a linear track is stepped from min", () => {
  expect(tracks.linear.positions).toBe(80);
  expect(tracks.linear.value(0.5)).toBe(0);
  expect(tracks.linear.next(3, 1)).toBe(3.5);
  expect(tracks.linear.next(3, -1, true)).toBe(-1);
  expect(tracks.days.next(30, 1)).toBe(31);
});

test("a track reaches both ends, also where steps do not", () => {
  const thirds = track({min: 0, max: 1, step: 0.3});
  expect([thirds.value(0), thirds.value(0.9), thirds.value(1)]).toEqual([0, 0.9, 1]);
});

test("a linear track has no crumbs of binary fractions", () => {
  const tenths = track({min: 0, max: 1, step: 0.1});
  const values = Array.from({length: 11}, (_, i) => tenths.value(i / 10));
  expect(values).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]);
});

test("a logarithmic track has the geometric mean in its middle", () => {
  expect(track({min: 0.01, max: 100, scale: "log"}).fraction(1)).toBeCloseTo(0.5, 12);
  expect(track({min: 1, max: 10_000, scale: "log"}).value(0.25)).toBe(10);
});

test("a logarithmic track rounds to three digits, to whole numbers when asked", () => {
  assert(
    property(double({min: 0, max: 1, noNaN: true}), (at) => {
      const value = tracks.log.value(at);
      expect(value).toBe(Number(value.toPrecision(3)));
      expect(Number.isInteger(tracks.widths.value(at))).toBe(true);
    })
  );
});

test("the memory scale puts β where log(1/(1−β)) lies", () => {
  expect(tracks.memory.fraction(0.9)).toBeCloseTo(1 / 3, 12);
  expect(tracks.memory.fraction(0.99)).toBeCloseTo(2 / 3, 12);
  expect(tracks.memory.fraction(0.5)).toBeCloseTo(Math.log10(2) / 3, 12);
  expect(tracks.memory.value(1 / 3)).toBe(0.9);
});

test("the memory scale gives 1−β two digits", () => {
  assert(
    property(integer({min: 0, max: 1000}), (at) => {
      const rest = 1 - tracks.memory.value(at / 1000);
      expect(rest).toBeCloseTo(Number(rest.toPrecision(2)), 12);
    })
  );
});

test("a track with zero begins at exactly 0, then at min", () => {
  const {offset} = tracks;
  expect(offset.value(0)).toBe(0);
  expect(offset.fraction(0)).toBe(0);
  expect(offset.next(0, 1)).toBe(1e-12);
  expect(offset.next(1e-12, -1)).toBe(0);
});

test("a value beyond the track lies at its end and moves only back", () => {
  expect(tracks.memory.fraction(0.9999)).toBe(1);
  expect(tracks.memory.next(0.9999, 1)).toBe(0.9999);
  expect(tracks.memory.next(0.9999, -1)).toBeLessThan(0.999);
});

test.each([
  [{min: 1, max: 1}, "min must be below max; got 1 and 1"],
  [{min: 0, max: Number.NaN}, "min must be below max; got 0 and NaN"],
  [{min: 0, max: 1, step: 0}, "step must be positive; got 0"],
  [{min: 0, max: 1, scale: "log" as const}, "min must be positive on a log scale; got 0"],
  [{min: 0.1, max: 1, zero: true}, "zero is a stop of the log scale only"]
])("track(%j) is an error: %s", (options, message) => {
  expect(() => track(options)).toThrow(new RangeError(message));
});
