import {range} from "d3-array";
import {type BoxedView, cellCursor} from "./chartParts/cellCursor.js";
import {fontSize, picture} from "./chartParts/picture.js";

export interface ConfusionOptions {
  /** What was classified, for readers who hear it. */
  readonly label: string;
  /** The names of the classes, in both directions. */
  readonly classes: readonly string[];
  /** What the rows are: the truth; and the columns: the answers. */
  readonly truth: string;
  readonly answer: string;
  /** What is heard of a cell. */
  readonly describe: (truth: number, answer: number, count: number) => string;
  readonly width?: number;
}

/** The picture; its value is truth × classes + answer of the cell that the reader chose, and "input" tells of a change. */
export type ConfusionMatrix = BoxedView & {
  update(counts: ArrayLike<number>, state: {readonly label: string}): void;
};

/**
 * How often each class was taken for each: a row a class, a column an answer, right ones blue, wrong ones orange.
 *
 *     const matrix = display(confusionMatrix({classes, …}));        matrix.update(counts, {label: "439 of 450 right"});
 */
export function confusionMatrix({
  label,
  classes,
  truth,
  answer,
  describe,
  width = 360
}: ConfusionOptions): ConfusionMatrix {
  const n = classes.length;
  const [left, top] = [38, 38];
  const side = Math.floor((width - left - 2) / n);
  const height = top + n * side + 2;
  const svg = picture({width, height, label, interactive: true}).attr("class", "view confusion");
  const image = svg.append("g").attr("aria-hidden", "true").attr("text-anchor", "middle");
  const names = image.append("g").attr("fill", "var(--muted)");
  names
    .append("text")
    .attr("x", left + (n * side) / 2)
    .attr("y", 12)
    .text(answer);
  names
    .append("text")
    .attr("transform", `translate(11,${top + (n * side) / 2}) rotate(-90)`)
    .text(truth);
  for (const [k, name] of classes.entries()) {
    names
      .append("text")
      .attr("x", left + (k + 0.5) * side)
      .attr("y", top - 8)
      .text(name);
    names
      .append("text")
      .attr("x", left - 11)
      .attr("y", top + (k + 0.5) * side + 4)
      .text(name);
  }
  const boxes = range(n * n).map((k) => ({
    x: left + (k % n) * side,
    y: top + Math.floor(k / n) * side,
    width: side - 1,
    height: side - 1
  }));
  const cell = image.append("g").selectAll("rect").data(boxes).join("rect");
  cell.attr("x", ({x}) => x).attr("y", ({y}) => y);
  cell.attr("width", side - 1).attr("height", side - 1);
  const count = image.append("g").selectAll("text").data(boxes).join("text");
  count.attr("x", ({x}) => x + (side - 1) / 2).attr("y", ({y}) => y + side / 2 + 4);
  count.attr("font-size", Math.min(fontSize(width), side / 2.1));
  const cursor = cellCursor(svg, label);

  return Object.assign(svg.node() as BoxedView, {
    update(counts: ArrayLike<number>, {label: name}: {readonly label: string}) {
      const rows = range(n).map((i) => range(n).reduce((sum, j) => sum + counts[i * n + j], 0) || 1);
      const isRight = (k: number): boolean => k % n === Math.floor(k / n);
      // a tenth of a class taken for another is as strong as all of it taken right
      const share = (k: number): number =>
        Math.min(1, (counts[k] / rows[Math.floor(k / n)]) * (isRight(k) ? 1 : 10));
      const color = (k: number): string =>
        `color-mix(in oklab, var(${isRight(k) ? "--blue" : "--orange"}) ${(45 * share(k)).toFixed(1)}%, var(--background-raised))`;
      svg.attr("aria-label", name);
      cell.attr("fill", (_, k) => color(k));
      count.text((_, k) => counts[k] || "");
      cursor.show(boxes, (k) => describe(Math.floor(k / n), k % n, counts[k]));
    }
  });
}
