import fc from "fast-check";
import {expect, test} from "vitest";
import {
  addColumn,
  columnMaxima,
  combine,
  map,
  matrix,
  multiply,
  multiplyTransposed,
  selectColumns,
  sumColumns,
  sumRows,
  toRows,
  transpose,
  transposedMultiply,
  zeroMatrix
} from "../lib/index.js";
import {matrices, sizes} from "./support/arbitrary.js";
import {expectClose} from "./support/close.js";

const A = matrix([
  [1, 2, 3],
  [4, 5, 6]
]);

test("matrix(rows) keeps rows one after another", () => {
  expect(A).toEqual({rows: 2, columns: 3, data: Float64Array.of(1, 2, 3, 4, 5, 6)});
});

test("matrix(rows) takes typed rows too", () => {
  expect(toRows(matrix([Float64Array.of(1, 2)]))).toEqual([[1, 2]]);
});

test.each([
  [[], "a matrix needs at least one row and one column; got none"],
  [[[]], "a matrix needs at least one row and one column; got none"],
  [[[1, 2], [3]], "row 1 must have 2 entries; got 1"],
  [[[1, Number.NaN]], "matrix entries must be finite; got NaN"],
  [[[1], [-Infinity]], "matrix entries must be finite; got -Infinity"]
])("matrix(%j) is refused", (rows, message) => {
  expect(() => matrix(rows)).toThrow(new RangeError(message));
});

test("matrix(rows) refuses an entry that is no number", () => {
  const rows: unknown = [[1, null]];
  expect(() => matrix(rows as number[][])).toThrow(new RangeError("matrix entries must be finite; got null"));
});

test("toRows(matrix(rows)) gives the rows back", () => {
  expect(toRows(A)).toEqual([
    [1, 2, 3],
    [4, 5, 6]
  ]);
});

test.each([
  [0, 3, "rows must be an integer of at least 1; got 0"],
  [2, 1.5, "columns must be an integer of at least 1; got 1.5"]
])("zeroMatrix(%d, %d) is refused", (rows, columns, message) => {
  expect(() => zeroMatrix(rows, columns)).toThrow(new RangeError(message));
});

test("multiply(A, B) is the product worked by hand", () => {
  const B = matrix([
    [1, 0],
    [0, 2],
    [-1, 1]
  ]);
  expect(toRows(multiply(A, B))).toEqual([
    [-2, 7],
    [-2, 16]
  ]);
});

test("multiply(A, B) refuses factors that do not fit", () => {
  expect(() => multiply(zeroMatrix(5, 4), zeroMatrix(3, 8))).toThrow(
    new RangeError("cannot multiply 5×4 by 3×8")
  );
});

test("multiplyTransposed and transposedMultiply refuse factors that do not fit", () => {
  expect(() => multiplyTransposed(zeroMatrix(5, 4), zeroMatrix(4, 8))).toThrow(
    new RangeError("cannot multiply 5×4 by the transpose of 4×8")
  );
  expect(() => transposedMultiply(zeroMatrix(5, 4), zeroMatrix(4, 8))).toThrow(
    new RangeError("cannot multiply the transpose of 5×4 by 4×8")
  );
});

test("the products with a transposed factor equal multiply and transpose", () => {
  const factors = fc
    .tuple(sizes(6), sizes(6), sizes(6))
    .chain(([n, k, m]) => fc.tuple(matrices(n, k), matrices(k, m)));
  fc.assert(
    fc.property(factors, ([B, C]) => {
      const product = multiply(B, C);
      expectClose(multiplyTransposed(B, transpose(C)).data, product.data, {absolute: 1e-12});
      expectClose(transposedMultiply(transpose(B), C).data, product.data, {absolute: 1e-12});
    })
  );
});

test("transpose(A) turns rows into columns, and twice gives A", () => {
  expect(toRows(transpose(A))).toEqual([
    [1, 4],
    [2, 5],
    [3, 6]
  ]);
  expect(transpose(transpose(A))).toEqual(A);
});

test("map(A, f) and combine(A, B, f) work entry by entry and leave their arguments alone", () => {
  const before = toRows(A);
  expect(toRows(map(A, (a) => -a))).toEqual([
    [-1, -2, -3],
    [-4, -5, -6]
  ]);
  expect(toRows(map(A, (_, i, j) => 10 * i + j))).toEqual([
    [0, 1, 2],
    [10, 11, 12]
  ]);
  expect(toRows(combine(A, A, (a, b) => a * b))).toEqual([
    [1, 4, 9],
    [16, 25, 36]
  ]);
  expect(toRows(A)).toEqual(before);
});

test("combine(A, B, f) refuses different shapes", () => {
  expect(() => combine(A, transpose(A), Math.max)).toThrow(new RangeError("cannot combine 2×3 with 3×2"));
});

test("addColumn(A, b) adds b to every column", () => {
  expect(toRows(addColumn(A, Float64Array.of(10, -1)))).toEqual([
    [11, 12, 13],
    [3, 4, 5]
  ]);
});

test("addColumn(A, b) refuses a column of another length", () => {
  expect(() => addColumn(A, new Float64Array(3))).toThrow(
    new RangeError("cannot add a column of 3 entries to 2×3")
  );
});

test("sumRows(A) sums over the columns", () => {
  expect(sumRows(A)).toEqual(Float64Array.of(6, 15));
});

test("sumColumns(A) and columnMaxima(A) go down the columns", () => {
  expect(sumColumns(A)).toEqual(Float64Array.of(5, 7, 9));
  expect(
    columnMaxima(
      matrix([
        [1, -5],
        [-2, -3]
      ])
    )
  ).toEqual(Float64Array.of(1, -3));
});

test("selectColumns(A, indices) picks columns in the order given", () => {
  expect(toRows(selectColumns(A, [2, 0, 2]))).toEqual([
    [3, 1, 3],
    [6, 4, 6]
  ]);
});

test.each([
  [[], "indices must name at least one column; got none"],
  [[3], "a column of 2×3 must be 0 to 2; got 3"],
  [[0, -1], "a column of 2×3 must be 0 to 2; got -1"],
  [[0.5], "a column of 2×3 must be 0 to 2; got 0.5"]
])("selectColumns(A, %j) is refused", (indices, message) => {
  expect(() => selectColumns(A, indices)).toThrow(new RangeError(message));
});
