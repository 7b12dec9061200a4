import {scaleLinear} from "d3-scale";
import {create} from "d3-selection";
import {bandColor, bands} from "./contour/bands.js";
import {clamped, cut, drawAxes, widened} from "./contour/frame.js";
import type {Layer, Point, Trail} from "./contour/plot.js";
import {startHandle} from "./contour/startHandle.js";
import {trailLines} from "./contour/trailLines.js";

export type {Layer, Plot, Point, Trail} from "./contour/plot.js";

export interface ContourData {
  /** The height over (x, y). */
  readonly value: (x: number, y: number) => number;
  readonly domain: readonly [Point, Point];
  readonly minima?: readonly Point[];
  readonly saddles?: readonly Point[];
}

export interface ContourOptions {
  readonly width?: number;
  readonly height?: number;
  /** What the picture shows, for readers who hear it. */
  readonly label?: string;
  readonly startLabel?: string;
  readonly start?: Point;
  /** The nearest place at which the start may be; the domain unless said otherwise. */
  readonly constrain?: (to: Point) => Point;
  readonly levels?: number;
  /** Shows equal units alike across and up, widening the domain: gradients then stand square on the lines. */
  readonly equal?: boolean;
  /** The names of the axes. */
  readonly names?: readonly [string, string];
  /** What is drawn over the contours, from back to front. */
  readonly layers?: readonly Layer[];
}

/** The picture, an input whose value is the start; setting it moves the handle and dispatches nothing. */
export type ContourView = SVGSVGElement & {
  value: Point;
  /** Draws trails up to a step, by default whole. */
  update(trails: readonly Trail[], step?: number): void;
  /** Puts another surface under the trails, over the same plane. */
  show(surface: Omit<ContourData, "domain">): void;
};

/**
 * The contour lines of a surface over the plane, the trails that optimizers leave on it, and a start to drag.
 *
 *     const picture = display(contour(asPlane(surface), {start: [1, 0.01], layers: [trailLines(), heads(…)]}));
 *     const start = Generators.input(picture);          picture.update(runs, step);
 *
 * Lines bound equal shares of the area shown, so that a ravine and a plateau are both seen. Layers add what one page
 * needs: `trailLines` (the default), `slopeLines`, `heads`, `eigenCross`, `stateGlyphs` in contour/.
 */
export function contour(
  {domain, ...surface}: ContourData,
  {
    width = 640,
    height = Math.round(width * 0.62),
    label = "",
    startLabel = "start",
    start = [0, 0],
    levels = 14,
    equal = false,
    names = ["", ""],
    layers = [trailLines()],
    ...options
  }: ContourOptions = {}
): ContourView {
  const frame = {left: 34, right: width - 8, top: names[1] ? 22 : 8, bottom: height - (names[0] ? 40 : 26)};
  const [acrossDomain, upDomain] = equal ? widened(domain, frame) : domain;
  const x = scaleLinear(acrossDomain, [frame.left, frame.right]);
  const y = scaleLinear(upDomain, [frame.bottom, frame.top]);
  const svg = create("svg")
    .attr("viewBox", `0 0 ${width} ${height}`)
    .attr("width", width)
    .attr("height", height);
  svg.attr("class", "view contour").attr("role", "group").attr("aria-label", label);

  const inside = cut(svg, frame);
  const [ground, low, passes] = ["bands", "minima", "saddles"].map((name) =>
    inside.append("g").attr("class", name)
  );
  drawAxes(svg, frame, [x, y], names);
  const mark = (root: typeof ground, points: readonly Point[], d: string): void => {
    const path = root.selectAll("path").data(points).join("path").attr("d", d);
    path.attr("transform", ([px, py]) => `translate(${x(px)},${y(py)})`);
    path.attr("fill", "none").attr("stroke", "var(--foreground)").attr("stroke-width", 1.5);
  };
  function show({value, minima = [], saddles = []}: Omit<ContourData, "domain">): void {
    const band = ground
      .selectAll("path")
      .data(bands(value, x, y, levels))
      .join("path");
    band.attr("d", ({path}) => path).attr("fill", ({share}) => bandColor(share));
    band.attr("stroke", "var(--background)").attr("stroke-width", 0.75);
    mark(low, minima, "M-5,0H5M0,-5V5");
    mark(passes, saddles, "M-4,-4L4,4M-4,4L4,-4");
  }
  show(surface);
  const drawn = layers.map((layer) => layer({root: inside.append("g"), x, y}));
  const {constrain = clamped([acrossDomain, upDomain])} = options;
  startHandle({svg, x, y}, {label: startLabel, start, constrain});

  const view = svg.node() as ContourView; // startHandle gives it its value, the next line the rest
  return Object.assign(view, {
    show,
    update(trails: readonly Trail[], step = Number.POSITIVE_INFINITY) {
      for (const draw of drawn) draw(trails, step);
    }
  });
}
