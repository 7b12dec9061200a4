import type {Mesh} from "./mesh.js";

/** From where the relief is seen, in radians: turned about the vertical, and from how high. */
export interface Outlook {
  readonly azimuth: number;
  readonly elevation: number;
}

/** Neighbouring cells of one tone, by the indices of their first corners. */
export interface Patch {
  readonly tone: number;
  readonly corners: readonly number[];
}

/** In which order cells are painted, far ones first: rows along x or along y, and both axes up or down. */
export interface Order {
  readonly rowsAlongX: boolean;
  readonly rowsDescend: boolean;
  readonly cellsDescend: boolean;
}

/**
 * The painter's order for an outlook. The distance of (x, y) is x sin a + y cos a: rows run along the axis that changes
 * it less, so that cells of a row hide one another only in the order in which they are painted.
 */
export function orderFrom({azimuth}: Outlook): Order {
  const [byX, byY] = [Math.sin(azimuth), Math.cos(azimuth)];
  const rowsAlongX = Math.abs(byY) >= Math.abs(byX);
  return {rowsAlongX, rowsDescend: (rowsAlongX ? byY : byX) > 0, cellsDescend: (rowsAlongX ? byX : byY) > 0};
}

export const isSameOrder = (a: Order, b: Order): boolean =>
  a.rowsAlongX === b.rowsAlongX && a.rowsDescend === b.rowsDescend && a.cellsDescend === b.cellsDescend;

/** The row of the painter's order in which a place between −1 and 1 lies. */
export function rowOf(x: number, y: number, cells: number, {rowsAlongX, rowsDescend}: Order): number {
  const row = Math.min(cells - 1, Math.max(0, Math.floor((((rowsAlongX ? y : x) + 1) / 2) * cells)));
  return rowsDescend ? cells - 1 - row : row;
}

/** The patches of each row, in the order in which they are painted. */
export function patchRows({cells, tones}: Mesh, {rowsAlongX, rowsDescend, cellsDescend}: Order): Patch[][] {
  const ordered = (descend: boolean, i: number): number => (descend ? cells - 1 - i : i);
  return Array.from({length: cells}, (_, r) => {
    const patches: {tone: number; corners: number[]}[] = [];
    for (let c = 0; c < cells; ++c) {
      const [row, cell] = [ordered(rowsDescend, r), ordered(cellsDescend, c)];
      const [i, j] = rowsAlongX ? [cell, row] : [row, cell];
      const tone = tones[i + cells * j];
      const corner = i + (cells + 1) * j;
      if (patches.at(-1)?.tone === tone) patches.at(-1)!.corners.push(corner);
      else patches.push({tone, corners: [corner]});
    }
    return patches;
  });
}
