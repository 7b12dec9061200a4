import type {Group, Rectangle} from "../chartParts/picture.js";
import {write} from "../chartParts/write.js";
import {type Scale, within} from "./axis.js";

/** A value that the text speaks of. */
export type Rule = {readonly label: string} & ({readonly y: number} | {readonly x: number});

/** Thin dotted lines across (y) or up (x) with their names; those beyond the axes are left out. */
export function rules(
  parent: Group,
  {frame: {left, right, top, bottom}, size}: {frame: Rectangle; size: number}
): (values: readonly Rule[], x: Scale, y: Scale) => void {
  const root = parent.append("g");
  return (values, x, y) => {
    const shown = values.filter((rule) => ("y" in rule ? within(rule.y, y) : within(rule.x, x)));
    const rule = root
      .selectAll("g")
      .data(shown)
      .join((enter) => {
        const group = enter.append("g");
        group.append("path").attr("stroke", "var(--muted)").attr("stroke-dasharray", "1 3");
        const text = group.append("text").attr("fill", "var(--muted)").attr("paint-order", "stroke");
        text.attr("stroke", "var(--background)").attr("stroke-width", 3).attr("stroke-linejoin", "round");
        return group;
      });
    rule
      .select("path")
      .attr("d", (rule) =>
        "y" in rule ? `M${left},${top + y(rule.y)}H${right}` : `M${left + x(rule.x)},${top}V${bottom}`
      );
    const text = rule.select<SVGTextElement>("text").call(write, ({label}) => label);
    const isEarly = (rule: Rule): boolean => "x" in rule && x(rule.x) < (right - left) / 2;
    text.attr("text-anchor", (rule) => (isEarly(rule) ? "start" : "end"));
    text.attr("x", (rule) => ("y" in rule ? right - 12 : left + x(rule.x) + (isEarly(rule) ? 5 : -5)));
    text.attr("y", (rule) => ("y" in rule ? top + y(rule.y) - 4 : top + size));
  };
}
