import {max} from "d3-array";
import {format} from "d3-format";
import {type ScaleLinear, scaleLinear} from "d3-scale";
import {type Group, plot, type Rectangle} from "../chartParts/picture.js";

type Weights = ArrayLike<number>;

/** The weights of days 1 … t as stems on their days; behind them, lighter, what the correction makes of them. */
export function weightStems(
  parent: Group,
  frame: Rectangle,
  colors: {readonly weights: string; readonly corrected: string}
) {
  const {left, right, top, bottom} = frame;
  const h = scaleLinear([bottom - top, 4]);
  const inner = plot(parent, frame);
  const after = inner.append("path").attr("class", "corrected-stems").attr("stroke", colors.corrected);
  const before = inner.append("path").attr("class", "stems").attr("stroke", colors.weights);
  after.attr("stroke-opacity", 0.4);
  const base = parent.append("line").attr("x1", left).attr("x2", right).attr("stroke", "var(--control)");
  base.attr("y1", bottom).attr("y2", bottom);
  const tallest = parent
    .append("text")
    .attr("x", left - 6)
    .attr("y", top + 8)
    .attr("text-anchor", "end");
  tallest.attr("fill", "var(--muted)");

  return (weights: Weights, corrected: Weights | null, x: ScaleLinear<number, number>): void => {
    const heaviest = max(Array.from(corrected ?? weights))!;
    h.domain([0, heaviest]);
    const thickness = stemWidth(x(2) - x(1));
    const stems = (values: Weights): string =>
      Array.from(values, (w, i) => `M${x(i + 1)},${h(0)}V${h(w)}`).join("");
    before.attr("d", stems(weights)).attr("stroke-width", thickness);
    after.attr("d", corrected && stems(corrected)).attr("stroke-width", thickness);
    tallest.text(format(".2~p")(heaviest));
  };
}

/** Stems that would stand too close to be told apart are drawn without gaps. */
const stemWidth = (band: number): number => (band < 3 ? band * 1.05 : Math.min(7, 0.6 * band));
