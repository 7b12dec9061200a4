import pixelmatch from "pixelmatch";
import {PNG} from "pngjs";

export interface Difference {
  /** What differs, in words. */
  readonly says: string;
  /** The picture kept, the one found and, where both are of one size, what differs in red, side by side. */
  readonly picture: PNG;
}

/** So many pixels may differ, as another processor may round otherwise at the edge of a line. */
const tolerated = 2;

/** How a picture differs from the one that was kept; null where it does not. */
export function difference(kept: PNG | null, found: PNG): Difference | null {
  if (!kept) return {says: "there is no picture of it yet", picture: found};
  const {width, height} = kept;
  if (found.width !== width || found.height !== height)
    return {
      says: `its views together are ${found.width}×${found.height} pixels, no longer ${width}×${height}`,
      picture: sideBySide([kept, found])
    };
  const marked = new PNG({width, height});
  const pixels = pixelmatch(kept.data, found.data, marked.data, width, height, {includeAA: true});
  return pixels > tolerated
    ? {says: `${pixels} pixels differ`, picture: sideBySide([kept, found, marked])}
    : null;
}

function sideBySide(sheets: readonly PNG[]): PNG {
  const all = new PNG({
    width: sheets.reduce((sum, {width}) => sum + width + 8, -8),
    height: Math.max(...sheets.map(({height}) => height))
  });
  let left = 0;
  for (const sheet of sheets) {
    PNG.bitblt(sheet, all, 0, 0, sheet.width, sheet.height, left, 0);
    left += sheet.width + 8;
  }
  return all;
}
