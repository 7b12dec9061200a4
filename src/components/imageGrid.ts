import {type BoxedView, cellCursor} from "./chartParts/cellCursor.js";
import {fontSize, picture} from "./chartParts/picture.js";

/** A small square picture. */
export interface GridImage {
  /** Its pixels, row by row. */
  readonly pixels: ArrayLike<number>;
  /** A few signs that stand below it. */
  readonly caption?: string;
  readonly captionColor?: string;
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
  texts.attr("font-size", fontSize(0));
  const cursor = cellCursor(svg, label);
  const boxOf = (_: unknown, i: number) => ({
    x: (i % columns) * across + 2,
    y: Math.floor(i / columns) * down + 2,
    width: size,
    height: size
  });

  function drawPixels(images: readonly GridImage[], limit: number): void {
    const picture = pixels.selectAll<SVGGElement, GridImage>("g").data(images).join("g");
    picture.attr("transform", (image, i) => `translate(${boxOf(image, i).x},${boxOf(image, i).y})`);
    const pixel = picture.selectAll("rect").data(({pixels}) => inked(pixels, size));
    const drawn = pixel.join("rect");
    drawn.attr("x", ({x}) => x).attr("y", ({y}) => y);
    drawn.attr("width", ({side}) => side).attr("height", ({side}) => side);
    drawn.attr("fill", ({value, signed}) => (signed ? signs[Math.sign(value)] : "currentColor"));
    drawn.attr("fill-opacity", ({value}) => Math.min(1, Math.abs(value) / limit).toFixed(3));
  }

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
      drawPixels(images, limit);
      const text = texts
        .selectAll("text")
        .data(images.filter(({caption}) => caption))
        .join("text");
      text.attr("x", (image) => boxes[images.indexOf(image)].x + size / 2);
      text.attr("y", (image) => boxes[images.indexOf(image)].y + size + 12);
      text.attr("fill", ({captionColor = "var(--muted)"}) => captionColor).text(({caption}) => caption!);
      cursor.show(boxes, (i) => images[i].description);
    }
  });
  return Object.defineProperty(view, "chosen", {get: () => shown[view.value]}) as ImageGrid<Image>; // not seen by the checker
}

const signs: Readonly<Record<string, string>> = {"1": "var(--blue)", "-1": "var(--orange)", "0": "none"};

/** The pixels that are not blank, with their places in a square of that size. */
function inked(pixels: ArrayLike<number>, size: number) {
  const across = Math.sqrt(pixels.length);
  const side = size / across;
  const values = Array.from(pixels);
  const signed = values.some((value) => value < 0);
  return values.flatMap((value, k) =>
    value === 0 ? [] : [{value, signed, side, x: (k % across) * side, y: Math.floor(k / across) * side}]
  );
}
