import {create} from "d3-selection";

/** A line of a picture: its name, colour and SVG dash pattern. */
export interface LineStyle {
  readonly label: string;
  readonly color: string;
  readonly dash?: string;
}

/** The key of a picture: a sample of each line before its name. */
export function key(styles: readonly LineStyle[]): HTMLUListElement {
  const list = create("ul").attr("class", "key");
  const item = list.selectAll("li").data(styles).join("li");
  item
    .append("svg")
    .attr("width", 28)
    .attr("height", 10)
    .attr("aria-hidden", "true")
    .append("line")
    .attr("x2", 28)
    .attr("y1", 5)
    .attr("y2", 5)
    .attr("stroke-width", 2.5)
    .attr("stroke", ({color}) => color)
    .attr("stroke-dasharray", ({dash}) => dash ?? null);
  item.append("span").text(({label}) => label);
  return list.node()!;
}
