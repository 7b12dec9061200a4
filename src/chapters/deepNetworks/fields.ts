import {contours} from "d3-contour";
import type {Field} from "../../components/fieldMaps.js";
import {largest} from "../../components/heatmap.js";
import {matrix} from "../../lib/matrix.js";
import type {Network} from "../../lib/network.js";
import type {Matrix} from "../../lib/types.js";

/** The square that the maps show goes from −reach to reach, both ways. */
export const reach = 1.5;
export const resolution = 40;

/** The middle of each pixel of a map, row by row from the top, a place a column. */
export function places(): Matrix {
  const along = Array.from({length: resolution}, (_, i) => reach * ((2 * i + 1) / resolution - 1));
  return matrix([along.flatMap(() => along), along.toReversed().flatMap((y) => along.map(() => y))]);
}

/** What a network makes of the plane. */
export interface Fields {
  /** A map for each of the two inputs, then for every neuron, layer after layer. */
  readonly layers: readonly (readonly Field[])[];
  /** The answer, from −1 to 1. */
  readonly answer: Field;
  /** The last z, which changes its sign where the answer does, and more gently. */
  readonly lastZ: ArrayLike<number>;
}

/** What every neuron of a network gives at those places. */
export function fieldsOf(network: Network, X: Matrix): Fields {
  const {Z, A} = network.forward(X);
  const answer = {values: A[A.length - 1].data.map((a) => 2 * a - 1), limit: 1};
  const rows = ({rows, columns, data}: Matrix): Field[] =>
    Array.from({length: rows}, (_, i) => {
      const values = data.subarray(i * columns, (i + 1) * columns);
      return {values, limit: largest(values)};
    });
  return {layers: [...[X, ...A.slice(0, -1)].map(rows), [answer]], answer, lastZ: Z[Z.length - 1].data};
}

/** Where values over the map change their sign, as an SVG path in a square of a size. */
export function boundaryOf(values: ArrayLike<number>, size: number): string {
  const [{coordinates}] = contours().size([resolution, resolution]).thresholds([0])(Array.from(values));
  const at = ([x, y]: readonly number[]): string =>
    [x, y].map((p) => ((p * size) / resolution).toFixed(1)).join();
  const isEdge = (point: readonly number[]): boolean => point.some((p) => p === 0 || p === resolution);
  // rings close along the edge of the map, where nothing changes its sign
  const ring = (points: readonly (readonly number[])[]): string =>
    points
      .map((point, i) =>
        i > 0 && !(isEdge(point) && isEdge(points[i - 1])) ? `L${at(point)}` : `M${at(point)}`
      )
      .join("");
  return coordinates.flat().map(ring).join("");
}
