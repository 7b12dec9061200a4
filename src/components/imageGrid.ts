import {type Box, type BoxedView, cellCursor} from "./chartParts/cellCursor.js";
import {fontSize, picture} from "./chartParts/picture.js";

/** A small square picture. */
export interface GridImage {
  /** Its pixels, row by row. */
  readonly pixels: ArrayLike<number>;
  /** A few signs that stand below it. */
  readonly caption?: string;
  /** What is heard of it. */
  readonly description: string;
}

export interface ImageGridOptions {
  /** What the pictures are, for readers who hear it. */
  readonly label: string;
  readonly width?: number;
  /** How wide and high a picture is, in pixels. */
  readonly size?: number;
  /** Room for captions below the pictures. */
  readonly captions?: boolean;
}

export interface ImageGridState {
  /** The value of the darkest ink; where there are values below zero, the size that gets the strongest colour. */
  readonly limit: number;
  /** What the pictures are now, where that changes. */
  readonly label?: string;
}

/** The pictures; the value is the index of the one that the reader chose, and "input" tells when that changes. */
export type ImageGrid<Image extends GridImage> = BoxedView & {
  /** The picture that the reader chose. */
  readonly chosen: Image | undefined;
  update(images: readonly Image[], state: ImageGridState): void;
};

/**
 * Small pictures in rows, as ink on paper, or, where they have values below zero, blue above and orange below.
 *
 *     const grid = display(imageGrid({label: "Test digits"}));        grid.update(digits, {limit: 16});
 */
export function imageGrid<Image extends GridImage>({
  label,
  width = 640,
  size = 40,
  captions = false
}: ImageGridOptions): ImageGrid<Image> {
  const gap = 8;
  const [across, down] = [size + gap, size + gap + (captions ? 14 : 0)];
  const columns = Math.max(1, Math.floor((width + gap) / across));
  const svg = picture({width, height: size, label, interactive: true}).attr("class", "view image-grid");
  const papers = svg.append("g").attr("fill", "var(--background-raised)").attr("aria-hidden", "true");
  const pixels = svg.append("g").attr("aria-hidden", "true").attr("shape-rendering", "crispEdges");
  const texts = svg.append("g").attr("aria-hidden", "true").attr("text-anchor", "middle");
  texts.attr("font-size", fontSize(0)).attr("fill", "var(--muted)");
  const cursor = cellCursor(svg, label);
  const boxOf = (_: unknown, i: number) => ({
    x: (i % columns) * across + 2,
    y: Math.floor(i / columns) * down + 2,
    width: size,
    height: size
  });

  let shown: readonly Image[] = [];
  const view = Object.assign(svg.node() as BoxedView, {
    update(images: readonly Image[], {limit, label: name = label}: ImageGridState) {
      shown = images;
      const boxes = images.map(boxOf);
      const height = Math.max(1, Math.ceil(images.length / columns)) * down;
      svg.attr("viewBox", `0 0 ${width} ${height}`).attr("height", height).attr("aria-label", name);
      const paper = papers
        .selectAll("rect")
        .data(boxes)
        .join("rect")
        .attr("width", size)
        .attr("height", size);
      paper.attr("x", ({x}) => x).attr("y", ({y}) => y);
      const ink = pixels
        .selectAll("path")
        .data(shadesOf(images, boxes, limit))
        .join("path");
      ink.attr("fill", ({color}) => color).attr("fill-opacity", ({opacity}) => opacity);
      ink.attr("d", ({squares}) => squares);
      const text = texts
        .selectAll("text")
        .data(images.filter(({caption}) => caption))
        .join("text");
      text.attr("x", (image) => boxes[images.indexOf(image)].x + size / 2);
      text.attr("y", (image) => boxes[images.indexOf(image)].y + size + 12);
      text.text(({caption}) => caption!);
      cursor.show(boxes, (i) => images[i].description);
    }
  });
  return Object.defineProperty(view, "chosen", {get: () => shown[view.value]}) as ImageGrid<Image>; // not seen by the checker
}

/** How many shades there are, above and below zero. */
const shades = 16;

/** All pixels of one shade, in every picture, are one shape: that is drawn in a fraction of the time. */
function shadesOf(images: readonly GridImage[], boxes: readonly Box[], limit: number) {
  const squares = new Map<number, string>();
  for (const [i, {pixels}] of images.entries()) {
    const across = Math.sqrt(pixels.length);
    const side = boxes[i].width / across;
    for (let k = 0; k < pixels.length; ++k) {
      const shade = Math.max(-shades, Math.min(shades, Math.round((shades * pixels[k]) / limit)));
      if (!shade) continue;
      const [x, y] = [boxes[i].x + (k % across) * side, boxes[i].y + Math.floor(k / across) * side];
      squares.set(shade, `${squares.get(shade) ?? ""}M${x},${y}h${side}v${side}h${-side}z`);
    }
  }
  const isSigned = [...squares.keys()].some((shade) => shade < 0);
  return [...squares].map(([shade, squares]) => ({
    squares,
    opacity: Math.abs(shade) / shades,
    color: shade < 0 ? "var(--orange)" : isSigned ? "var(--blue)" : "currentColor"
  }));
}
