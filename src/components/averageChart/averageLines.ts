import type {ScaleLinear} from "d3-scale";
import {area, line} from "d3-shape";
import {type Group, textWidth} from "../chartParts/picture.js";

type Scale = ScaleLinear<number, number>;
type Values = ArrayLike<number>;

export interface AverageLinesOptions {
  /** The name of what lies between the lines. */
  readonly bias: string;
  readonly colors: {readonly average: string; readonly corrected: string};
}

/** The average, and where there is one the corrected average, with the bias shaded between them. */
export function averageLines(parent: Group, {bias, colors}: AverageLinesOptions) {
  const shade = parent
    .append("path")
    .attr("class", "bias")
    .attr("fill", colors.average)
    .attr("fill-opacity", 0.16);
  const drawn = (color: string): Group =>
    parent
      .append("path")
      .attr("fill", "none")
      .attr("stroke", color)
      .attr("stroke-width", 2.25) as unknown as Group;
  const average = drawn(colors.average);
  const corrected = drawn(colors.corrected);
  const name = parent.append("text").attr("text-anchor", "middle").attr("fill", colors.average).text(bias);
  name.attr("paint-order", "stroke").attr("stroke", "var(--background)").attr("stroke-width", 3);
  const half = textWidth(bias, 12.5) / 2;

  function placeName(v: Values, vHat: Values | null, x: Scale, y: Scale): void {
    const gap = (day: number): number =>
      vHat && day <= v.length ? Math.abs(y(v[day - 1]) - y(vHat[day - 1])) : 0;
    const middle = x(1) + half + 6;
    const day = Math.max(1, Math.round(x.invert(middle)));
    const fits = gap(Math.ceil(x.invert(middle + half))) > 24;
    name.attr("display", fits ? null : "none").attr("x", middle);
    if (fits && vHat) name.attr("y", (y(v[day - 1]) + y(vHat[day - 1])) / 2 + 4);
  }

  return (v: Values, vHat: Values | null, x: Scale, y: Scale): void => {
    const across = (_: number, i: number): number => x(i + 1);
    const path = (values: Values): string | null => line<number>(across, y)(Array.from(values));
    average.attr("d", path(v)).attr("stroke-dasharray", vHat ? "7 3" : null);
    corrected.attr("d", vHat && path(vHat));
    const between =
      vHat &&
      area<number>(
        across,
        (_, i) => y(v[i]),
        (_, i) => y(vHat[i])
      );
    shade.attr("d", between?.(Array.from(v)) ?? null);
    placeName(v, vHat, x, y);
  };
}
