import {format} from "d3-format";
import type {Layer, Point} from "./plot.js";

/** The curvature of a surface at a point: eigenvalues of its Hessian, and the unit vector of each. */
export interface Cross {
  readonly at: Point;
  readonly values: readonly [number, number];
  readonly vectors: readonly [Point, Point];
}

/**
 * The layer of the eigenvectors at saddles: where λ > 0 the surface rises along the line (arrows lead in), where λ < 0
 * it falls (arrows lead out), where λ = 0 the Hessian decides nothing (dotted).
 */
export function eigenCross(crosses: readonly Cross[], {length = 0.16} = {}): Layer {
  return ({root, x, y}) => {
    const reach = length * Math.min(x.range()[1] - x.range()[0], y.range()[0] - y.range()[1]);
    const arms = crosses.flatMap(({at, values, vectors}) =>
      values.map((value, i) => ({
        value,
        at: [x(at[0]), y(at[1])] as Point,
        direction: unit([x(vectors[i][0]) - x(0), y(vectors[i][1]) - y(0)])
      }))
    );
    const arm = root.append("g").selectAll("g").data(arms).join("g").attr("class", "eigenvector");
    const lines = arm.append("path").attr("fill", "none").attr("stroke-width", 2.5);
    lines.attr("d", ({at, direction, value}) => armPath(at, direction, reach, Math.sign(value)));
    lines
      .attr("stroke", ({value}) => signColor(value))
      .attr("stroke-dasharray", ({value}) => (value === 0 ? "1 5" : null));
    const names = arm
      .append("text")
      .attr("fill", ({value}) => signColor(value))
      .attr("paint-order", "stroke");
    names.attr("stroke", "var(--background)").attr("stroke-width", 3).attr("text-anchor", "middle");
    names.attr("x", ({at, direction}) => at[0] + direction[0] * (reach + 28));
    names.attr("y", ({at, direction}) => at[1] + direction[1] * (reach + 14) + 4);
    names.text(({value}) => `λ = ${format("~g")(value)}`);
    return () => {};
  };
}

const signColor = (value: number): string =>
  value > 0 ? "var(--blue)" : value < 0 ? "var(--red)" : "var(--muted)";

/** The unit vector along a line of the picture that leads to the left, or down: a line has two, and a name at one end. */
function unit([dx, dy]: Point): Point {
  const isLevel = Math.abs(dx) > 1e-6 * Math.abs(dy);
  const length = Math.hypot(dx, dy) * (isLevel ? -Math.sign(dx) : Math.sign(dy));
  return [dx / length, dy / length];
}

/** A line through a place with a head at both ends that leads out (sign −1), leads in (1), or with none (0). */
function armPath([px, py]: Point, [dx, dy]: Point, reach: number, sign: number): string {
  const ends = [-1, 1].map((side) => {
    const [ex, ey] = [px + side * reach * dx, py + side * reach * dy];
    const tip = sign > 0 ? -7 : 0;
    const back = sign > 0 ? 0 : -7;
    const at = (along: number, across: number): string =>
      `${ex + side * along * dx - across * dy},${ey + side * along * dy + across * dx}`;
    return sign === 0 ? "" : `M${at(back, 5)}L${at(tip, 0)}L${at(back, -5)}`;
  });
  return `M${px - reach * dx},${py - reach * dy}L${px + reach * dx},${py + reach * dy}${ends.join("")}`;
}
