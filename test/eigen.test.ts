import fc from "fast-check";
import {expect, test} from "vitest";
import {
  eigen,
  eigenvalues,
  type Matrix,
  matrix,
  multiply,
  multiplyTransposed,
  transpose
} from "../lib/index.js";
import {matrices, sizes} from "./support/arbitrary.js";
import {expectClose} from "./support/close.js";

const diagonal = (values: ArrayLike<number>): Matrix =>
  matrix(Array.from(values, (value, i) => Array.from(values, (_, j) => (i === j ? value : 0))));

/** B + Bᵀ, symmetric to the bit. */
const symmetric = sizes(8)
  .chain((n) => matrices(n, n))
  .map((B) => ({...B, data: B.data.map((b, k) => b + transpose(B).data[k])}));

test("eigenvalues of a 2 × 2 matrix are those of its characteristic polynomial, the smallest first", () => {
  expectClose(
    eigenvalues(
      matrix([
        [10, 8],
        [8, 10]
      ])
    ),
    [2, 18],
    {relative: 1e-15}
  );
  expectClose(
    eigenvalues(
      matrix([
        [2, 0],
        [0, -2]
      ])
    ),
    [-2, 2],
    {}
  );
});

test("eigenvalues of the second difference of n points are 2 − 2 cos(kπ / (n + 1))", () => {
  const n = 12;
  const row = (i: number) => Array.from({length: n}, (_, j) => [2, -1][Math.abs(i - j)] ?? 0);
  const expected = Array.from({length: n}, (_, k) => 2 - 2 * Math.cos(((k + 1) * Math.PI) / (n + 1)));
  expectClose(eigenvalues(matrix(Array.from({length: n}, (_, i) => row(i)))), expected, {absolute: 1e-14});
});

test("eigenvalues of very different size keep their digits", () => {
  const c = 1e-9;
  const values = eigenvalues(
    matrix([
      [1, c],
      [c, 2e-18]
    ])
  );
  expectClose(values, [1e-18, 1], {relative: 1e-14});
  const far = matrix([
    [1e20, 1e5],
    [1e5, 1]
  ]);
  expectClose(eigenvalues(far), [1 - 1e-10, 1e20], {relative: 1e-14});
});

test("eigenvalues of a singular, a tiny, a huge and a 1 × 1 matrix", () => {
  expectClose(
    eigenvalues(
      matrix([
        [1, 1, 1],
        [1, 1, 1],
        [1, 1, 1]
      ])
    ),
    [0, 0, 3],
    {absolute: 1e-15}
  );
  expectClose(
    eigenvalues(
      matrix([
        [0, 0],
        [0, 0]
      ])
    ),
    [0, 0],
    {}
  );
  expectClose(
    eigenvalues(
      matrix([
        [1e-300, 2e-300],
        [2e-300, 1e-300]
      ])
    ),
    [-1e-300, 3e-300],
    {relative: 1e-14}
  );
  expectClose(
    eigenvalues(
      matrix([
        [1e300, 2e300],
        [2e300, 1e300]
      ])
    ),
    [-1e300, 3e300],
    {relative: 1e-14}
  );
  expectClose(eigenvalues(matrix([[-5]])), [-5], {});
});

test("eigen(A) gives V with VᵀV = I and V Λ Vᵀ = A, and leaves A alone", () => {
  fc.assert(
    fc.property(symmetric, (A) => {
      const before = A.data.slice();
      const {values, vectors} = eigen(A);
      expect(A.data).toEqual(before);
      expect(values).toEqual(values.slice().sort());
      const one = diagonal(values.map(() => 1));
      expectClose(multiplyTransposed(vectors, vectors).data, one.data, {absolute: 1e-13});
      const rebuilt = multiplyTransposed(multiply(vectors, diagonal(values)), vectors);
      expectClose(rebuilt.data, A.data, {absolute: 1e-12});
    })
  );
});

test.each([
  [
    matrix([
      [1, 2, 3],
      [4, 5, 6]
    ]),
    "a matrix with eigenvalues must be square; got 2×3"
  ],
  [
    matrix([
      [1, 2],
      [3, 4]
    ]),
    "the matrix must be symmetric; entries (1, 0) and (0, 1) are 3 and 2"
  ],
  [{rows: 1, columns: 1, data: Float64Array.of(Number.NaN)}, "matrix entries must be finite; entry 0 is NaN"]
])("eigenvalues(%j) is refused", (A, message) => {
  expect(() => eigenvalues(A)).toThrow(new RangeError(message));
});
