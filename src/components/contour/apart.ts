/** A text to be set beside a place of the picture. */
export interface Tag {
  readonly at: readonly [number, number];
  readonly text: string;
}

/** Where a text stands: its left end, the middle of its height, and its width. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** Where texts must stay. */
interface Room {
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const lineHeight = 15;

/** About how wide a text is set at 13 pixels: a Chinese sign is as wide as it is high, a Latin letter about half. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, letter) => sum + (letter > "\u2e80" ? 13 : 7), 0);

/** Places texts beside their places, right where there is room and else left, no two over one another. */
export function apart(tags: readonly Tag[], {right, top, bottom}: Room): Box[] {
  const placed: Box[] = [];
  for (const {at, text} of tags) {
    const width = widthOf(text);
    const x = at[0] + 10 + width < right ? at[0] + 10 : at[0] - 10 - width;
    const free = (y: number): boolean =>
      y > top + 8 && y < bottom - 6 && placed.every((other) => !overlap({x, y, width}, other));
    const y = offsets.map((offset) => at[1] + offset).find(free) ?? at[1];
    placed.push({x, y, width});
  }
  return placed;
}

/** 0, 1, −1, 2, −2 … lines down. */
const offsets = Array.from({length: 17}, (_, i) => Math.ceil(i / 2) * (i % 2 ? 1 : -1) * lineHeight);

const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && Math.abs(a.y - b.y) < lineHeight;
