import {write} from "../chartParts/write.js";
import {until} from "../polyline.js";
import {apart, type Box} from "./apart.js";
import {isSeen} from "./frame.js";
import type {Layer, Plot, Trail} from "./plot.js";

export interface HeadsWords {
  /** Said behind the name of a run that has left the range of numbers. */
  readonly diverged: (step: number) => string;
  /** Said behind the name of a run that has left the picture. */
  readonly left?: (step: number) => string;
}

interface Head {
  readonly trail: Trail;
  readonly at: readonly [number, number];
  readonly gone: boolean;
  readonly text: string;
}

/**
 * The layer of the places where the runs are: a dot and the name at each, or at the frame where it left, with the step
 * of a divergence. Names that would overlap stand apart.
 */
export function heads(words: HeadsWords): Layer {
  return ({root, x, y}) => {
    const leaders = root.append("g").attr("fill", "none");
    const dots = root.append("g").attr("stroke-width", 1.5);
    const names = root.append("g").attr("paint-order", "stroke").attr("stroke", "var(--background)");
    names.attr("stroke-width", 3).attr("stroke-linejoin", "round");
    return (trails, step) => {
      const shown = trails.flatMap((trail) => headOf(trail, step, {x, y}, words) ?? []);
      const boxes = apart(
        shown.map(({at, text}) => ({at, text})),
        {right: x.range()[1], top: y.range()[1], bottom: y.range()[0]}
      );
      const leader = ({at: [px, py]}: Head, i: number): string =>
        `M${px},${py}L${edge(boxes[i], px)},${boxes[i].y}`;
      const line = leaders
        .selectAll("path")
        .data(shown)
        .join("path")
        .attr("data-line", ({trail}) => trail.label);
      line.attr("stroke", ({trail}) => trail.color).attr("d", leader);
      const dot = dots
        .selectAll("circle")
        .data(shown)
        .join("circle")
        .attr("data-line", ({trail}) => trail.label);
      dot
        .attr("r", 4.5)
        .attr("cx", ({at}) => at[0])
        .attr("cy", ({at}) => at[1]);
      dot.attr("fill", ({gone, trail}) => (gone ? "var(--background)" : trail.color));
      dot.attr("stroke", ({gone, trail}) => (gone ? trail.color : "var(--background)"));
      const name = names
        .selectAll("text")
        .data(shown)
        .join("text")
        .attr("data-line", ({trail}) => trail.label);
      name.attr("fill", ({trail}) => trail.color).call(write, ({text}) => text);
      name.attr("x", (_, i) => boxes[i].x).attr("y", (_, i) => boxes[i].y + 4);
    };
  };
}

const edge = (box: Box, from: number): number => (box.x > from ? box.x - 2 : box.x + box.width + 2);

/** Where a trail is at a step, or where it was seen before it first left the picture; null for one that has not begun. */
function headOf(trail: Trail, step: number, {x, y}: Pick<Plot, "x" | "y">, words: HeadsWords): Head | null {
  const points = until(trail.points, step);
  const last = points.at(-1);
  const isBack = last !== undefined && isSeen(last, {x, y});
  const out = isBack ? -1 : points.findIndex((point) => !isSeen(point, {x, y}));
  const seen = out < 0 ? last : points[out - 1];
  if (!seen) return null;
  const {divergedAt = null} = trail;
  const diverged = divergedAt !== null && divergedAt <= step;
  const fate = diverged ? words.diverged(divergedAt) : out > 0 ? (words.left?.(out) ?? "") : "";
  const text = [trail.label, trail.note, fate].filter(Boolean).join(" · ");
  return {trail, at: [x(seen[0]), y(seen[1])], gone: out > 0 || diverged, text};
}
