import {ellipsePath} from "../ellipsePath.js";
import type {Ellipse} from "./ellipseAxes.js";
import type {Layer, Point} from "./plot.js";

/** Places where a run might be, in a colour, and an ellipse around most of them. */
export interface Cloud {
  readonly color: string;
  readonly points: readonly Point[];
  readonly ellipse: Ellipse;
}

/** The layer of a cloud of places, asked anew at each update. */
export function cloudDots(cloud: () => Cloud): Layer {
  return ({root, x, y}) => {
    const dots = root.append("path").attr("class", "cloud").attr("fill", "none");
    dots.attr("stroke-width", 2.5).attr("stroke-linecap", "round").attr("stroke-opacity", 0.5);
    const ring = root.append("path").attr("class", "ring").attr("fill", "none").attr("stroke-width", 1.25);
    return () => {
      const {color, points, ellipse} = cloud();
      dots.attr("stroke", color).attr("d", points.map(([px, py]) => `M${x(px)},${y(py)}h0`).join(""));
      ring.attr("stroke", color).attr("d", ellipsePath(ellipse, x, y));
    };
  };
}
