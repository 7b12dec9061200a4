import {create} from "d3-selection";

/** A line of a picture: its name, colour and SVG dash pattern. */
export interface LineStyle {
  readonly label: string;
  readonly color: string;
  readonly dash?: string;
}

export interface KeyOptions {
  /** Makes each name a button, for a key that `linked` ties to its pictures. */
  readonly pressable?: boolean;
}

/** The key of a picture: a sample of each line before its name. */
export function key(styles: readonly LineStyle[], {pressable = false}: KeyOptions = {}): HTMLUListElement {
  const list = create("ul").attr("class", "key");
  const item = list
    .selectAll("li")
    .data(styles)
    .join("li")
    .append(pressable ? "button" : "span");
  item.attr("data-line", ({label}) => label);
  if (pressable) item.attr("type", "button").attr("aria-pressed", "false");
  const sample = item.append("svg").attr("width", 28).attr("height", 10).attr("aria-hidden", "true");
  const line = sample.append("line").attr("x2", 28).attr("y1", 5).attr("y2", 5).attr("stroke-width", 2.5);
  line.attr("stroke", ({color}) => color).attr("stroke-dasharray", ({dash}) => dash ?? null);
  item.append("span").text(({label}) => label);
  return list.node()!;
}
