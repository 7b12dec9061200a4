import {centralDifferences, relativeError} from "../../lib/diagnostics/gradientCheck.js";
import type {Objective, Vector} from "../../lib/types.js";

/** The widths h of the differences: 10⁻¹ down to 10⁻¹³, four to a power of ten. */
export const widths: readonly number[] = Array.from({length: 49}, (_, i) => 10 ** (-1 - i / 4));

/** h and the relative error of a gradient against differences of that width. */
export type UPoint = readonly [h: number, error: number];

/** The error of a gradient for every h, small h first in the result; it yields after each, for they take their time. */
export function* uCurve(
  objective: Objective,
  parameters: Vector,
  gradient: Vector | null
): Generator<readonly UPoint[], void> {
  let points: readonly UPoint[] = [];
  yield points;
  if (!gradient) return;
  for (const h of widths) {
    points = [[h, relativeError(gradient, centralDifferences(objective, parameters, h))], ...points];
    yield points;
  }
}

/** The slope of a curve between two h, both axes logarithmic, by least squares; NaN where it has fewer than two points. */
export function slopeBetween(points: readonly UPoint[], low: number, high: number): number {
  const logs = points.filter(([h, error]) => h >= low && h <= high && error > 0).map((p) => p.map(Math.log));
  const [x, y] = [0, 1].map((axis) => logs.reduce((sum, point) => sum + point[axis], 0) / logs.length);
  const [xy, xx] = logs.reduce(([xy, xx], [a, b]) => [xy + (a - x) * (b - y), xx + (a - x) ** 2], [0, 0]);
  return xx > 0 ? xy / xx : Number.NaN;
}

/** Lines of slope 2 and −1 through the curve where it has them: what theory says of the two sides of the valley. */
export function slopeLines(points: readonly UPoint[]): readonly (readonly UPoint[])[] {
  const through = (at: number, slope: number, [low, high]: readonly [number, number]): readonly UPoint[] => {
    const near = points.filter(([h, error]) => h > at / 10 && h < at * 10 && error > 0);
    const scale = Math.exp(
      near.reduce((sum, [h, error]) => sum + Math.log(error / h ** slope), 0) / near.length
    );
    return near.length ? [low, high].map((h) => [h, scale * h ** slope] as const) : [];
  };
  return [through(3e-3, 2, [1e-6, 1e-1]), through(1e-10, -1, [1e-13, 1e-4])];
}
