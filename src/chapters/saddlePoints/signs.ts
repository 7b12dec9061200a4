import {randomNormal} from "d3-random";
import {eigenvalues} from "../../lib/eigen.js";
import {random} from "../../lib/random.js";
import type {Matrix} from "../../lib/types.js";

/** The share of random symmetric n × n matrices whose eigenvalues are all positive, after so many of them. */
export interface Share {
  readonly size: number;
  readonly share: number;
}

/** A symmetric matrix with normal entries, those of the diagonal of twice the variance (the Gaussian orthogonal ensemble). */
function randomSymmetric(size: number, normal: () => number): Matrix {
  const G = Array.from({length: size * size}, normal);
  const data = Float64Array.from(G, (g, k) => (g + G[(k % size) * size + Math.floor(k / size)]) / Math.SQRT2);
  return {rows: size, columns: size, data};
}

/**
 * Counts, for n = 1 … sizes, how many of so many random matrices could be the Hessian of a minimum; yields now and then,
 * so that the page stays awake.
 */
export function* minimaShares({sizes = 4, count = 4000, seed = 2} = {}): Generator<readonly Share[]> {
  const shares: Share[] = [];
  for (let size = 1; size <= sizes; ++size) {
    const normal = randomNormal.source(random(seed))();
    let minima = 0;
    for (let i = 0; i < count; ++i) {
      if (eigenvalues(randomSymmetric(size, normal))[0] > 0) ++minima;
      if (i % 200 === 199) yield [...shares];
    }
    shares.push({size, share: minima / count});
  }
  yield shares;
}

/** What theory gives for n = 1, 2, 3: ½, (2 − √2)/4, (π − 2√2)/4π (Dean & Majumdar 2006 for large n). */
export const theoreticalShares: readonly number[] = [
  1 / 2,
  (2 - Math.SQRT2) / 4,
  (Math.PI - 2 * Math.SQRT2) / (4 * Math.PI)
];
