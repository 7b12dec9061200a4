import type {Group} from "../chartParts/picture.js";
import {polyline} from "../polyline.js";
import type {Scale} from "./axis.js";
import type {Line} from "./points.js";

/** Draws lines in a plot, each in its kind: bands at the back, then lines and theory, then dots; up to an x. */
export function strokes(plot: Group): (lines: readonly Line[], x: Scale, y: Scale, until: number) => void {
  const areas = plot.append("g").attr("fill-opacity", 0.16);
  const paths = plot.append("g").attr("fill", "none").attr("stroke-linejoin", "round");
  const marks = plot.append("g");

  return (lines, x, y, until) => {
    const hasPlace = (point: ArrayLike<number>): boolean => fits(point[0], x) && fits(point[1], y);

    /** A band as far as it is drawn: along its lower edge and back along the upper one. */
    function areaOf(points: readonly ArrayLike<number>[]): string {
      const seen = points.filter(
        (point) => point[0] <= until && hasPlace(point) && hasPlace([point[0], point[2]])
      );
      const upper = seen.map((point) => [point[0], point[2]]).reverse();
      return seen.length ? `${polyline(seen, x, y)}${polyline(upper, x, y).replace("M", "L")}Z` : "";
    }

    /** The stretches of a line that have a place, as far as they are drawn. */
    function pathOf(points: readonly ArrayLike<number>[], until: number): string {
      const stretches: ArrayLike<number>[][] = [[]];
      for (const point of points) {
        if (point[0] > until) break;
        if (hasPlace(point)) stretches.at(-1)!.push(point);
        else if (stretches.at(-1)!.length) stretches.push([]);
      }
      return stretches.map((stretch) => polyline(stretch, x, y)).join("");
    }

    const area = areas
      .selectAll("path")
      .data(lines.filter(({kind}) => kind === "band"))
      .join("path")
      .attr("data-line", ({label}) => label);
    area.attr("fill", ({color}) => color).attr("d", ({points}) => areaOf(points));

    const path = paths
      .selectAll("path")
      .data(lines.filter(({kind}) => kind !== "dots" && kind !== "band"))
      .join("path");
    path.attr("data-line", ({label}) => label).attr("stroke", ({color}) => color);
    path.attr("stroke-width", ({kind = "line"}) => widths[kind]);
    path.attr("stroke-opacity", ({kind}) => (kind === "thin" ? 0.45 : null));
    path.attr("stroke-dasharray", ({kind, dash}) => (kind === "theory" ? "3 3" : (dash ?? null)));
    path.attr("d", ({points, kind}) => pathOf(points, kind === "theory" ? Number.POSITIVE_INFINITY : until));

    const dots = lines
      .filter(({kind}) => kind === "dots")
      .flatMap((line) => line.points.map((point) => ({line, point})))
      .filter(({point}) => fits(point[0], x) && (point[1] === Number.POSITIVE_INFINITY || hasPlace(point)));
    const mark = marks
      .selectAll("path")
      .data(dots)
      .join("path")
      .attr("data-line", ({line}) => line.label);
    mark
      .attr("d", ({point}) => (Number.isFinite(point[1]) ? dot : beyond))
      .attr("stroke", ({line}) => line.color);
    mark.attr("fill", ({line, point}) => (Number.isFinite(point[1]) ? line.color : "var(--background)"));
    mark.attr(
      "transform",
      ({point}) => `translate(${x(point[0])},${Number.isFinite(point[1]) ? y(point[1]) : 6})`
    );
  };
}

/** Whether a value has a place on a scale: on a logarithmic one, which has a base, it must be positive. */
const fits = (value: number, scale: Scale): boolean =>
  Number.isFinite(value) && (value > 0 || !("base" in scale));

const widths: Readonly<Record<string, number>> = {line: 2.25, thin: 1, theory: 1.25};

const dot = "M-3.5,0A3.5,3.5 0 1 1 3.5,0A3.5,3.5 0 1 1 -3.5,0Z";
/** A triangle that points up: what lies beyond the chart. */
const beyond = "M-4.5,3L0,-5L4.5,3Z";
