import type {Segment} from "../../components/drawingPad/drawing.js";

/** The bitmap as the digits of the file were scanned, and how wide and high the middle of a digit's strokes reaches in it. */
const dots = 32;
const reach = {width: 20, height: 28};

/** How many dots of the bitmap the digits of the file have inked on average, whichever the digit. */
const inked = 312;

/**
 * What was drawn as the file has its digits: scaled to fill a bitmap of 32 × 32 dots and centred in it, with as much ink as
 * they have, then counted in squares of 4 × 4, so that 64 numbers from 0 to 16 are left.
 */
export function inkToPixels(ink: readonly Segment[]): Uint8Array {
  const pixels = new Uint8Array(64);
  if (ink.length === 0) return pixels;
  const distances = distancesTo(ink.map(fitting(ink)));
  const edge = distances.toSorted((a, b) => a - b)[inked - 1];
  distances.forEach((distance, dot) => {
    const [row, column] = [Math.floor(dot / dots), dot % dots];
    if (distance <= edge) pixels[8 * (row >> 2) + (column >> 2)] += 1;
  });
  return pixels;
}

/** Moves and scales, alike in width and height, so that all ink fits. */
function fitting(ink: readonly Segment[]): (segment: Segment) => Segment {
  const [xs, ys] = [ink.flatMap(([x1, , x2]) => [x1, x2]), ink.flatMap(([, y1, , y2]) => [y1, y2])];
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  const scale = Math.min(reach.width / (right - left), reach.height / (bottom - top), 1e6);
  const x = (at: number): number => dots / 2 + scale * (at - (left + right) / 2);
  const y = (at: number): number => dots / 2 + scale * (at - (top + bottom) / 2);
  return ([x1, y1, x2, y2]) => [x(x1), y(y1), x(x2), y(y2)];
}

/** How far the middle of each dot is from the nearest ink. */
const distancesTo = (ink: readonly Segment[]): Float64Array =>
  Float64Array.from({length: dots * dots}, (_, dot) => {
    const [x, y] = [(dot % dots) + 0.5, Math.floor(dot / dots) + 0.5];
    return ink.reduce((least, segment) => Math.min(least, distance(x, y, segment)), Infinity);
  });

function distance(x: number, y: number, [x1, y1, x2, y2]: Segment): number {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const along = ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy || 1);
  const share = Math.max(0, Math.min(1, along));
  return Math.hypot(x - x1 - share * dx, y - y1 - share * dy);
}
