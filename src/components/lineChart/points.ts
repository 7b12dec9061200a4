import type {LineStyle} from "../key.js";
import type {Place} from "./places.js";

/** A line of a chart, in the units of its axes. */
export interface Line extends LineStyle {
  /** x and y, x growing. A point whose y is ∞ stands as a mark at the upper edge; others that are no numbers have no place. */
  readonly points: readonly ArrayLike<number>[];
  /**
   * What was computed (a line, the default), what it scatters around it (thin, pale, unnamed), what theory says (thin,
   * dashed, unnamed), single measurements (dots), or a spread (a band, unnamed), whose points are x, low and high.
   */
  readonly kind?: "line" | "thin" | "theory" | "dots" | "band";
  /** Where its name stands instead of at its end. */
  readonly nameAt?: Place;
}

/** A filter for the lines that have a name at their end and a value at the cursor: of several of one name, the first. */
export const isNamed = (line: Line, index: number, lines: readonly Line[]): boolean =>
  hasName(line) && lines.findIndex((other) => hasName(other) && other.label === line.label) === index;

const hasName = ({kind = "line"}: Line): boolean => kind === "line" || kind === "dots";

/** Every y of a line. */
export const heights = ({points, kind}: Line): number[] =>
  points.flatMap((point) => (kind === "band" ? [point[1], point[2]] : point[1]));

/** The index of the point whose x is nearest to a value; −1 where there is no point. */
export function nearest(points: readonly ArrayLike<number>[], x: number): number {
  let [low, high] = [0, points.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (points[middle][0] < x) low = middle + 1;
    else high = middle;
  }
  if (low > 0 && x - points[low - 1][0] < points[low][0] - x) return low - 1;
  return points.length ? low : -1;
}

/** Every x of the lines once, growing. */
export function positions(lines: readonly Line[]): number[] {
  const longest = lines.reduce<readonly ArrayLike<number>[]>(
    (most, {points}) => (points.length > most.length ? points : most),
    []
  );
  const known = new Set(Array.from(longest, (point) => point[0]));
  for (const {points} of lines) for (const point of points) known.add(point[0]);
  return [...known].filter(Number.isFinite).sort((a, b) => a - b);
}
