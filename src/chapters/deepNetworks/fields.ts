import {contours} from "d3-contour";
import type {Field} from "../../components/fieldMaps.js";
import {largest} from "../../components/heatmap.js";
import {matrix} from "../../lib/matrix.js";
import type {Network} from "../../lib/network.js";
import {predictor} from "../../lib/predictor.js";
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
  layers(): readonly (readonly Field[])[];
  /** The answer, from −1 to 1. */
  readonly answer: Field;
}

/** What every neuron of a network gives at those places, each time as the network stands then. */
export function fieldsOf(network: Network, X: Matrix): () => Fields {
  const predict = predictor(network, X, {precision: "single"});
  const inputs = rows(X);
  return () => {
    const A = predict();
    const answer = {values: A[A.length - 1].data.map((a) => 2 * a - 1), limit: 1};
    return {layers: () => [inputs, ...A.slice(0, -1).map(rows), [answer]], answer};
  };
}

const rows = ({rows, columns, data}: Matrix): Field[] =>
  Array.from({length: rows}, (_, i) => {
    const values = data.subarray(i * columns, (i + 1) * columns);
    return {values, limit: largest(values)};
  });

/** Where an answer changes its sign, as an SVG path in a square of a size. */
export function boundaryOf({values}: Field, size: number): string {
  // between pixels the z behind an answer a = 2σ(z) − 1 changes more evenly than a; at ±1 it would be infinite
  const z = Array.from(values, (a) => Math.log((1.000_001 + a) / (1.000_001 - a)));
  const [{coordinates}] = contours().size([resolution, resolution]).thresholds([0])(z);
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
