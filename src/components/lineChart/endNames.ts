import {type Group, type Rectangle, textWidth} from "../chartParts/picture.js";
import {spread} from "../chartParts/spread.js";
import {write} from "../chartParts/write.js";

/** The end of a line in pixels, and its name. */
export interface End {
  readonly label: string;
  readonly color: string;
  readonly x: number;
  readonly y: number;
}

export interface EndNamesOptions {
  readonly frame: Rectangle;
  readonly size: number;
  /** Names stand inside the frame, where there is no room beside it. */
  readonly inside: boolean;
  /** Inside the frame, above the last points or above the first ones. */
  readonly above?: "last" | "first";
}

/** Names lines at their ends: names that would overlap move apart, and a thin line leads to each. */
export function endNames(
  parent: Group,
  {frame: {left, right, top, bottom}, size, inside, above = "last"}: EndNamesOptions
) {
  const root = parent.append("g").attr("class", inside ? "names inside" : "names");
  const leaders = root.append("g").attr("fill", "none").attr("stroke-opacity", 0.6);
  const names = root.append("g").attr("paint-order", "stroke").attr("stroke", "var(--background)");
  names.attr("stroke-width", 3).attr("stroke-linejoin", "round");
  return (ends: readonly End[]): void => {
    const wanted = ends.map(({y}) => (inside ? y - 9 : y));
    const heights = spread(wanted, {gap: size + 2.5, low: top + 6, high: bottom - 6});
    const stands = !inside ? right + 10 : above === "last" ? right - 6 : left + 14;
    const leader = ({x, y, label}: End, i: number): string => {
      if (!inside) return `M${x + 3},${y}L${right + 7},${heights[i]}`;
      return above === "last" ? `M${x},${y}L${stands - textWidth(label, size) / 2},${heights[i] + 5}` : "";
    };
    const line = leaders
      .selectAll("path")
      .data(ends)
      .join("path")
      .attr("data-line", ({label}) => label);
    line.attr("stroke", ({color}) => color).attr("d", leader);
    const name = names
      .selectAll("text")
      .data(ends)
      .join("text")
      .attr("data-line", ({label}) => label);
    name.attr("x", stands).attr("text-anchor", inside && above === "last" ? "end" : "start");
    name
      .attr("y", (_, i) => heights[i] + 4)
      .attr("fill", ({color}) => color)
      .call(write, ({label}) => label);
  };
}
