import {scaleLinear} from "d3-scale";
import {fontSize, picture, textWidth} from "./chartParts/picture.js";

/** How far one has gone and can go, in the same unit. */
export interface Travel {
  /** How far it is to the goal. */
  readonly distance: number;
  /** Gone so far, and gone when the run ends. */
  readonly gone: number;
  readonly total: number;
  /** What all steps reach together, without end; possibly ∞. */
  readonly limit: number;
}

export interface TravelBarWords {
  readonly label: string;
  readonly goal: (distance: number) => string;
  readonly limit: (limit: number) => string;
  /** What the bar says, for readers who hear it. */
  readonly spoken: (travel: Travel) => string;
}

export interface TravelBarOptions {
  readonly words: TravelBarWords;
  readonly width?: number;
}

/** A bar of the way gone, in the paler bar of the whole run, against the goal and against what all steps could reach. */
export function travelBar({words, width = 640}: TravelBarOptions) {
  const size = fontSize(width);
  const [left, right, top, bottom, height] = [8, width - 8, 26, 50, 100];
  const svg = picture({width, height, label: words.label});
  const rail = svg
    .append("rect")
    .attr("x", left)
    .attr("y", top)
    .attr("height", bottom - top);
  rail
    .attr("width", right - left)
    .attr("fill", "none")
    .attr("stroke", "var(--faint)");
  const whole = svg.append("rect").attr("class", "total").attr("fill", "var(--accent)");
  whole.attr("fill-opacity", 0.25);
  const part = svg.append("rect").attr("class", "gone").attr("fill", "var(--accent)");
  for (const bar of [whole, part])
    bar
      .attr("x", left)
      .attr("y", top)
      .attr("height", bottom - top);
  const limitMark = svg.append("path").attr("stroke", "var(--orange)").attr("stroke-width", 2);
  limitMark.attr("fill", "none").attr("stroke-dasharray", "5 3");
  const goalMark = svg.append("path").attr("stroke", "var(--foreground)").attr("stroke-width", 2);
  const limitName = svg
    .append("text")
    .attr("fill", "var(--orange)")
    .attr("y", bottom + size + 10);
  const goalName = svg.append("text").attr("y", top - 10);
  const ticks = svg.append("g").attr("fill", "var(--muted)").attr("text-anchor", "middle");

  return Object.assign(svg.node()!, {
    update(travel: Travel) {
      const {distance, gone, total, limit} = travel;
      const far = Number.isFinite(limit) ? Math.min(limit, 3 * distance) : 0;
      const x = scaleLinear([0, 1.15 * Math.max(distance, far)], [left, right]).clamp(true);
      part.attr("width", x(gone) - left);
      whole.attr("width", x(total) - left);
      const end = Number.isFinite(limit) ? x(limit) : right;
      limitMark.attr("d", `M${end},${top - 4}V${bottom + 6}`);
      goalMark.attr("d", `M${x(distance)},${top - 8}V${bottom + 2}`);
      for (const [name, at, text] of [
        [limitName, end, words.limit(limit)],
        [goalName, x(distance), words.goal(distance)]
      ] as const) {
        const half = textWidth(text, size) / 2;
        name.attr("text-anchor", "middle").text(text);
        name.attr("x", Math.max(left + half, Math.min(right - half, at)));
      }
      const tick = ticks
        .selectAll("text")
        .data(x.ticks(width / 90))
        .join("text");
      tick.attr("x", (value) => x(value)).attr("y", height - 4);
      tick.text(String);
      svg.attr("aria-label", `${words.label}: ${words.spoken(travel)}`);
    }
  });
}
