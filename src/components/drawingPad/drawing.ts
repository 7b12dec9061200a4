/** How many cells a pad has across and down, and how many places there are across and down in each. */
export const cells = 8;
const places = 8;
const alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";

/** A place on a pad, in cells from the top left corner. */
export type Place = readonly [x: number, y: number];

/** A line that was drawn, as the places it goes through; of one place alone, the middle of a cell that is filled. */
export type Stroke = readonly Place[];
export type Drawing = readonly Stroke[];

/** A straight piece of ink; a dot has its ends in one place. */
export type Segment = readonly [x1: number, y1: number, x2: number, y2: number];

/** The nearest place that a drawing can have. */
export const snapped = ([x, y]: Place): Place => [snap(x), snap(y)];
const snap = (at: number): number =>
  Math.max(0, Math.min(alphabet.length - 1, Math.round(at * places))) / places;

/** Whether a stroke is a filled cell, and the stroke that fills the cell at a place. */
export const isCell = (stroke: Stroke): boolean => stroke.length === 1;
export const cellAt = ([x, y]: Place): Stroke => [[within(x) + 0.5, within(y) + 0.5]];
const within = (at: number): number => Math.max(0, Math.min(cells - 1, Math.floor(at)));

/** Fills a cell, or where it is filled empties it. */
export function toggled(drawing: Drawing, place: Place): Drawing {
  const cell = cellAt(place);
  const rest = drawing.filter((stroke) => !isSameCell(stroke, cell));
  return rest.length < drawing.length ? rest : [...drawing, cell];
}

const isSameCell = (stroke: Stroke, [[x, y]]: Stroke): boolean =>
  isCell(stroke) && stroke[0][0] === x && stroke[0][1] === y;

/** The ink of a drawing: lines as they were drawn; filled cells as dots, joined to their filled neighbours. */
export function inkOf(drawing: Drawing): Segment[] {
  const lines = drawing.flatMap((stroke) =>
    stroke.slice(1).map(([x, y], i): Segment => [stroke[i][0], stroke[i][1], x, y])
  );
  const filled = drawing.filter(isCell).map(([place]) => place);
  return [...lines, ...filled.flatMap((place) => jointsOf(place, filled))];
}

/** A dot, and pieces to the neighbours right and below; to one across a corner only where no cell leads round it. */
function jointsOf([x, y]: Place, filled: readonly Place[]): Segment[] {
  const has = (dx: number, dy: number): boolean => filled.some(([fx, fy]) => fx === x + dx && fy === y + dy);
  const neighbours = [
    [0, 0],
    ...(has(1, 0) ? [[1, 0]] : []),
    ...(has(0, 1) ? [[0, 1]] : []),
    ...[1, -1].flatMap((dx) => (has(dx, 1) && !has(dx, 0) && !has(0, 1) ? [[dx, 1]] : []))
  ];
  return neighbours.map(([dx, dy]): Segment => [x, y, x + dx, y + dy]);
}

/** A drawing as a text for the address: two letters a place, a point between strokes. `parseDrawing` gives it back. */
export const writeDrawing = (drawing: Drawing): string =>
  drawing
    .map((stroke) =>
      stroke
        .flat()
        .map((at) => alphabet[at * places])
        .join("")
    )
    .join(".");

/** The drawing that a text means, or null where it means none. */
export function parseDrawing(text: string): Drawing | null {
  if (text === "") return [];
  const strokes = text.split(".");
  if (!strokes.every((stroke) => /^(?:[\w-]{2})+$/.test(stroke))) return null;
  return strokes.map((stroke) => {
    const at = [...stroke].map((letter) => alphabet.indexOf(letter) / places);
    const line = Array.from({length: at.length / 2}, (_, i): Place => [at[2 * i], at[2 * i + 1]]);
    return line.length === 1 ? cellAt(line[0]) : line;
  });
}
