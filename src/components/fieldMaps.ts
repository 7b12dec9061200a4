import {create} from "d3-selection";

/** Values over a square, row by row from the top, `resolution` a row; `limit` is the size of the strongest colour. */
export interface Field {
  readonly values: ArrayLike<number>;
  readonly limit: number;
}

export interface FieldMapsOptions {
  /** What the maps show, for readers who hear it. */
  readonly label: string;
  readonly resolution: number;
  /** The side of a map in pixels, the gap between two, and how many stand in a row. */
  readonly size: number;
  readonly gap?: number;
  readonly columns?: number;
  /** How deep the strongest colour is, from 0 to 1. */
  readonly strongest?: number;
}

export interface FieldMaps extends HTMLCanvasElement {
  update(fields: readonly Field[], label?: string): void;
}

/**
 * Small maps of functions of the plane, as of a network's neurons: blue above zero, orange below, deeper for larger.
 * They are painted on a canvas, because they change sixty times a second.
 */
export function fieldMaps({
  label,
  resolution,
  size,
  gap = 0,
  columns = 1,
  strongest = 0.85
}: FieldMapsOptions): FieldMaps {
  const canvas = create("canvas")
    .attr("class", "field-maps")
    .attr("role", "img")
    .attr("aria-label", label)
    .node()!;
  const [sheet, one] = [canvas.getContext("2d")!, document.createElement("canvas")];
  [one.width, one.height] = [resolution, resolution];
  const brush = one.getContext("2d")!;
  const image = brush.createImageData(resolution, resolution);
  const scale = Math.min(2, globalThis.devicePixelRatio || 1);
  let shown: readonly Field[] = [];
  let palette: Palette | null = null;

  function paint({values, limit}: Field, {zero, above, below}: Palette): void {
    for (let k = 0; k < values.length; ++k) {
      const share = strongest * Math.min(1, Math.abs(values[k]) / limit || 0);
      const hue = values[k] < 0 ? below : above;
      for (let c = 0; c < 3; ++c) image.data[4 * k + c] = zero[c] + share * (hue[c] - zero[c]);
      image.data[4 * k + 3] = 255;
    }
    brush.putImageData(image, 0, 0);
  }

  function draw(): void {
    const rows = Math.ceil(shown.length / columns);
    const across = Math.min(columns, Math.max(1, shown.length));
    const [width, height] = [across * (size + gap) - gap, Math.max(1, rows) * (size + gap) - gap];
    if (canvas.width !== Math.round(width * scale) || canvas.height !== Math.round(height * scale)) {
      [canvas.width, canvas.height] = [Math.round(width * scale), Math.round(height * scale)];
      Object.assign(canvas.style, {width: `${width}px`, height: `${height}px`});
    }
    const colors = palette ?? paletteOf(canvas);
    if (canvas.isConnected) palette = colors; // asking for it again would make the browser style the page
    shown.forEach((field, k) => {
      paint(field, colors);
      const [x, y] = [(k % columns) * (size + gap), Math.floor(k / columns) * (size + gap)];
      sheet.drawImage(one, x * scale, y * scale, size * scale, size * scale);
    });
  }

  const watcher = new MutationObserver(redraw);
  const darkness = matchMedia("(prefers-color-scheme: dark)");
  function redraw(): void {
    palette = null;
    if (canvas.isConnected) draw();
    else {
      watcher.disconnect();
      darkness.removeEventListener("change", redraw);
    }
  }
  watcher.observe(document.documentElement, {attributeFilter: ["data-theme"]});
  darkness.addEventListener("change", redraw);
  return Object.assign(canvas, {
    update(fields: readonly Field[], spoken = label) {
      shown = fields;
      draw();
      canvas.setAttribute("aria-label", spoken);
    }
  });
}

type Color = readonly number[];
type Palette = Readonly<Record<"zero" | "above" | "below", Color>>;

/** The colours of the page's theme, as the canvas inherits them (see components.css). */
function paletteOf(canvas: HTMLCanvasElement): Palette {
  const {backgroundColor, color, borderTopColor} = getComputedStyle(canvas);
  const [zero, above, below] = [backgroundColor, color, borderTopColor].map((text) =>
    (text.match(/[\d.]+/g) ?? ["0", "0", "0"]).slice(0, 3).map(Number)
  );
  return {zero, above, below};
}
