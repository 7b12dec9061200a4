import type {Trail} from "../contour.js";
import type {Mesh} from "./mesh.js";

/** A place of the relief's box. */
export type Place = readonly [number, number, number];

/** A trail laid on the surface. */
export interface Draped {
  readonly trail: Trail;
  readonly places: readonly Place[];
}

/** The part of a trail over one row of cells, laid on the surface; `from` is how long the trail is before it. */
export interface Piece extends Draped {
  readonly row: number;
  readonly from: number;
}

/** Lays a trail on the surface, up to where it leaves it: a place every half cell, whatever the steps. */
export function drape(points: readonly ArrayLike<number>[], mesh: Mesh): Place[] {
  const {cells, place} = mesh;
  const places: Place[] = [];
  let before: ArrayLike<number> | undefined;
  for (const point of points) {
    const [x, y] = place(point[0], point[1]);
    if (!(Math.abs(x) <= 1 && Math.abs(y) <= 1)) break;
    const last = places.at(-1);
    const parts = last ? Math.floor(Math.hypot(x - last[0], y - last[1]) * cells) : 1;
    for (let k = 1; k <= parts; ++k) places.push(lifted(before ?? point, point, k / parts, place));
    if (parts > 0) before = point;
  }
  return places;
}

/** A trail is painted a little above the surface, which would else swallow half of its width. */
function lifted(from: ArrayLike<number>, to: ArrayLike<number>, share: number, place: Mesh["place"]): Place {
  const between = (axis: number): number => from[axis] + share * (to[axis] - from[axis]);
  const [x, y, z] = place(between(0), between(1));
  return [x, y, z + 0.012];
}

/** Cuts a draped trail where it goes over to another row; each piece leads to the first place of the next. */
export function pieces({trail, places}: Draped, rowAt: (place: Place) => number): Piece[] {
  const rows = places.map(rowAt);
  const cuts = rows.flatMap((row, i) => (i === 0 || row !== rows[i - 1] ? i : []));
  let length = 0;
  return cuts.map((start, i) => {
    const piece = {
      trail,
      row: rows[start],
      from: length,
      places: places.slice(start, (cuts[i + 1] ?? rows.length) + 1)
    };
    length += lengthOf(piece.places);
    return piece;
  });
}

const lengthOf = (places: readonly Place[]): number =>
  places.reduce((sum, [x, y, z], i) => {
    const [x0, y0, z0] = places[Math.max(0, i - 1)];
    return sum + Math.hypot(x - x0, y - y0, z - z0);
  }, 0);
