import {max} from "d3-array";
import type {ScaleLinear} from "d3-scale";
import {line} from "d3-shape";
import type {Group} from "../chartParts/picture.js";
import type {DailySeries} from "./averageChart.js";

type Scale = ScaleLinear<number, number>;

/**
 * The days: a bar from the lowest to the highest value, a dot at the mean, a thin line through the dots, and a level
 * line for each month.
 */
export function dailyDots(parent: Group, {daily: color, monthly}: {daily: string; monthly: string}) {
  const ranges = parent.append("path").attr("stroke", "var(--faint)").attr("stroke-opacity", 0.8);
  const raw = parent.append("path").attr("fill", "none").attr("stroke", color).attr("stroke-opacity", 0.35);
  const levels = parent.append("path").attr("fill", "none").attr("stroke", monthly).attr("stroke-width", 1.5);
  const dots = parent.append("g").attr("fill", color).attr("fill-opacity", 0.55);
  return (
    {values, ranges: {min, max} = {min: [], max: []}, monthly = []}: DailySeries,
    x: Scale,
    y: Scale
  ): void => {
    const band = x(2) - x(1);
    ranges.attr("d", Array.from(min, (low, i) => `M${x(i + 1)},${y(low)}V${y(max[i])}`).join(""));
    ranges.attr("stroke-width", Math.max(1, Math.min(5, 0.55 * band)));
    raw.attr("d", line<number>((_, i) => x(i + 1), y)(values));
    levels.attr("d", levelPath(monthly, x, y));
    const dot = dots.selectAll("circle").data(values).join("circle").attr("r", radius(x));
    dot.attr("cx", (_, i) => x(i + 1)).attr("cy", y);
  };
}

/** A level line for each run of equal values, from half a day before to half a day after. */
const levelPath = (values: readonly number[], x: Scale, y: Scale): string =>
  values
    .map((value, i) =>
      value === values[i - 1] ? `H${x(i + 1.5)}` : `M${x(i + 0.5)},${y(value)}H${x(i + 1.5)}`
    )
    .join("");

/** The days that count, again, as strong as they weigh in the average of the cursor's day. */
export function weighedDots(parent: Group, {color}: {color: string}) {
  const root = parent.append("g").attr("fill", color);
  return (values: readonly number[], weights: ArrayLike<number>, x: Scale, y: Scale): void => {
    const heaviest = max(Array.from(weights))!;
    const days = Array.from(weights, (w, i) => ({i, share: w / heaviest})).filter(({share}) => share > 0.02);
    const dot = root
      .selectAll("circle")
      .data(days)
      .join("circle")
      .attr("r", radius(x) + 0.3);
    dot
      .attr("cx", ({i}) => x(i + 1))
      .attr("cy", ({i}) => y(values[i]))
      .attr("fill-opacity", ({share}) => share);
  };
}

/** As large as the days leave room for. */
const radius = (x: Scale): number => Math.max(1.7, Math.min(3.5, 0.3 * (x(2) - x(1))));
