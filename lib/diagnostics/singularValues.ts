import {checkEntries} from "../checks.js";
import {transpose} from "../matrix.js";
import {rotateLines, rotationFor, sweeps} from "../rotation.js";
import type {Matrix, Vector} from "../types.js";

/**
 * The singular values of a matrix, from the largest to the smallest: how much it stretches, direction by direction.
 *
 * One-sided Jacobi (Hestenes 1958): rotations make the rows orthogonal, and their lengths are the singular values.
 * It never squares the matrix, so that small values keep their digits.
 *
 * @throws RangeError when an entry is not finite
 */
export function singularValues(A: Matrix): Vector {
  const search = singularValueSearch(A);
  for (;;) {
    const {done, value} = search.next();
    if (done) return value;
  }
}

/** The singular values, in portions: it yields whenever a row has been turned against all others. */
export function* singularValueSearch(A: Matrix): Generator<void, Vector> {
  checkEntries("matrix", A.data);
  const {rows, columns, data} = A.rows <= A.columns ? {...A, data: A.data.slice()} : transpose(A);
  const row = (i: number) => data.subarray(i * columns, (i + 1) * columns);
  yield* sweeps(rows, (p, q) => {
    const [x, y] = [row(p), row(q)];
    const [xx, yy, xy] = [dot(x, x), dot(y, y), dot(x, y)];
    // the root of the product, but not of a product that has left the range of numbers
    if (Math.abs(xy) <= Number.EPSILON * columns * Math.sqrt(xx) * Math.sqrt(yy)) return false;
    rotateLines(data, rotationFor(xx, yy, xy), {p: p * columns, q: q * columns, step: 1, length: columns});
    return true;
  });
  return Float64Array.from({length: rows}, (_, i) => Math.sqrt(dot(row(i), row(i)))).sort((a, b) => b - a);
}

function dot(x: Vector, y: Vector): number {
  let sum = 0;
  for (let k = 0; k < x.length; ++k) sum += x[k] * y[k];
  return sum;
}
