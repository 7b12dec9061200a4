import {create} from "d3-selection";
import {formatNumber} from "../formatNumber.js";
import {slopeColors} from "./slopeLines.js";

export interface SlopeKeyOptions {
  /** What the ends are: flat and steep. */
  readonly words: readonly [string, string];
  /** The slopes between which the colours lie, as `slopeLines` has them. */
  readonly domain?: readonly [number, number];
}

/** The key of the colours of `slopeLines`. */
export function slopeKey({words: [flat, steep], domain = [0.01, 3]}: SlopeKeyOptions): HTMLDivElement {
  const root = create("div").attr("class", "key");
  root.append("span").text(`${flat}, |g| ≤ ${formatNumber(domain[0])}`);
  const bar = root
    .append("svg")
    .attr("width", slopeColors.length * 18)
    .attr("height", 10)
    .attr("aria-hidden", "true");
  const part = bar.selectAll("rect").data(slopeColors).join("rect").attr("width", 18).attr("height", 10);
  part.attr("x", (_, i) => i * 18).attr("fill", String);
  root.append("span").text(`${steep}, |g| ≥ ${formatNumber(domain[1])}`);
  return root.node()!;
}
