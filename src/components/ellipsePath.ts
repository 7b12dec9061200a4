import type {Ellipse} from "./contour/ellipseAxes.js";
import {polyline} from "./polyline.js";

const turns = Array.from({length: 61}, (_, i) => (i / 60) * 2 * Math.PI);

/** The SVG path of an ellipse with two axes, in a picture whose scales may differ across and up. */
export function ellipsePath(
  {at, axes: [long, short]}: Ellipse,
  x: (value: number) => number,
  y: (value: number) => number
): string {
  const points = turns.map((turn) =>
    [0, 1].map(
      (i) =>
        at[i] +
        Math.cos(turn) * long.length * long.direction[i] +
        Math.sin(turn) * short.length * short.direction[i]
    )
  );
  return `${polyline(points, x, y)}Z`;
}
