import {describe, expect, test} from "vitest";
import {
  lecunNormal,
  type Matrix,
  matrix,
  multiply,
  orthogonal,
  productSpectra,
  random,
  singularValues,
  type Spectrum
} from "../../lib/index.js";
import {expectClose} from "../support/close.js";

const square = (n: number, entry: (i: number, j: number) => number): Matrix =>
  matrix(Array.from({length: n}, (_, i) => Array.from({length: n}, (_, j) => entry(i, j))));
const drawn = (n: number, seed: number): Matrix => ({
  rows: n,
  columns: n,
  data: lecunNormal(n, n, random(seed))
});
const spectra = (weights: Iterable<Matrix>, at?: (factors: number) => boolean): Spectrum[] =>
  [...productSpectra(weights, at)].flatMap((found) => found ?? []);

describe("productSpectra(weights)", () => {
  test("a matrix of halves explodes, one of 5s above its diagonal is exactly 0 after five", () => {
    const halves = spectra(Array(30).fill(square(5, () => 0.5)));
    expectClose(
      halves.map(({values}) => values[0]),
      halves.map((_, l) => 2.5 ** (l + 1)),
      {relative: 1e-13}
    );
    expect(halves[29].values[0].toPrecision(3)).toBe("8.67e+11");
    expect([...halves[29].values.slice(1)]).toEqual([0, 0, 0, 0]);

    const fives = spectra(Array(6).fill(square(5, (i, j) => (j > i ? 5 : 0))));
    expect(fives.map(({values}) => values.filter((value) => value > 0).length)).toEqual([4, 3, 2, 1, 0, 0]);
    expect(fives[3].values[0]).toBe(625);
  });

  // computed with mpmath at 80 digits
  test.each([
    [12, [37272445737.43882, 17043274325.3207, 157260942.716264, 6506717.58601699]],
    [40, [7.44406742698372e34, 5.34930966292888e30, 2.37313926754372e29, 3.02412644648449e22]]
  ])("keeps the digits of every singular value of a product of %d", (count, expected) => {
    const factor = (l: number) =>
      square(4, (i, j) => ((3 * i + 5 * j + 7 * l + i * j * l) % 9) - 4 + (i === j ? 6 : 0));
    const [last] = spectra(
      Array.from({length: count}, (_, l) => factor(l)),
      (factors) => factors === count
    );
    expect(last.factors).toBe(count);
    expectClose(last.values, expected, {relative: 1e-11});
  });

  test("agrees with the product itself, while it is short", () => {
    const weights = [1, 2, 3].map((seed) => drawn(12, seed));
    const product = weights.reduce((product, W) => multiply(W, product));
    expectClose(spectra(weights)[2].values, singularValues(product), {relative: 1e-10});
  });

  test("scales as its factors do", () => {
    const tiny = Array.from({length: 60}, (_, l) => {
      const W = drawn(8, l);
      return {...W, data: W.data.map((w) => 0.1 * w)};
    });
    const [sound] = spectra(
      Array.from({length: 60}, (_, l) => drawn(8, l)),
      (factors) => factors === 60
    );
    const [scaled] = spectra(tiny, (factors) => factors === 60);
    expectClose(
      scaled.values,
      sound.values.map((value) => value * 1e-60),
      {relative: 1e-10}
    );
  });

  test("orthogonal factors keep every direction", () => {
    const turns = Array.from({length: 20}, (_, l) => ({
      rows: 9,
      columns: 9,
      data: orthogonal()(9, 9, random(l))
    }));
    for (const {values} of spectra(turns)) expectClose(values, Array(9).fill(1), {relative: 1e-12});
  });

  test("pauses between pieces of work", () => {
    const found = [...productSpectra([drawn(64, 1)])];
    expect(found.filter((one) => one === null).length).toBeGreaterThan(64);
  });

  test.each([
    [[square(2, () => 1), square(3, () => 1)], "the factors must be square and of one size; got 3×3"],
    [[matrix([[1, 2]])], "the factors must be square and of one size; got 1×2"]
  ])("refuses what is not square or of another size", (weights, message) => {
    expect(() => spectra(weights)).toThrow(new RangeError(message));
  });

  test("refuses what is no number", () => {
    const broken = {rows: 1, columns: 1, data: Float64Array.of(Number.NaN)};
    expect(() => spectra([broken])).toThrow(new RangeError("matrix must be finite; entry 0 is NaN"));
  });
});
