/** An SVG path through points of the picture, to a tenth of a pixel; points that cannot be told apart are left out. */
export function polyline(
  points: readonly ArrayLike<number>[],
  x: (value: number) => number,
  y: (value: number) => number
): string {
  let path = "";
  let [atX, atY] = [Number.NaN, Number.NaN];
  for (let i = 0; i < points.length; ++i) {
    const [px, py] = [tenth(x(points[i][0])), tenth(y(points[i][1]))];
    if (Math.abs(px - atX) + Math.abs(py - atY) < 0.5 && i < points.length - 1) continue;
    path += `${path ? "L" : "M"}${px},${py}`;
    atX = px;
    atY = py;
  }
  return path;
}

/** The first values, up to the one with the index `step`. */
export const until = <T>(values: readonly T[], step: number): readonly T[] =>
  step < values.length - 1 ? values.slice(0, step + 1) : values;

const tenth = (value: number): number => Math.round(value * 10) / 10;
