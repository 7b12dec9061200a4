import type {ScaleLinear} from "d3-scale";
import type {Language} from "../../course.js";
import {dayTicks} from "./dayTicks.js";
import type {Group} from "./picture.js";

export interface DayAxisOptions {
  readonly language: Language;
  readonly left: number;
  /** From where to where the ticks' lines go, and the baseline of the texts. */
  readonly top: number;
  readonly bottom: number;
}

/** Days from left to right: months while many are shown, days when few are. */
export function dayAxis(parent: Group, {language, left, top, bottom}: DayAxisOptions) {
  const root = parent.append("g");
  const lines = root.append("g").attr("stroke", "var(--faint)").attr("stroke-opacity", 0.7);
  const texts = root.append("g").attr("fill", "var(--muted)").attr("text-anchor", "middle");
  return (year: number | null, x: ScaleLinear<number, number>): void => {
    const days = x.domain() as [number, number];
    const ticks = dayTicks({year, language, days, scale: x(2) - x(1)});
    const line = lines.selectAll("line").data(ticks).join("line").attr("y1", top).attr("y2", bottom);
    line.attr("x1", ({day}) => left + x(day)).attr("x2", ({day}) => left + x(day));
    const text = texts
      .selectAll("text")
      .data(ticks)
      .join("text")
      .attr("y", bottom + 18);
    text.attr("x", ({middle}) => left + x(middle)).text((tick) => tick.text);
  };
}
