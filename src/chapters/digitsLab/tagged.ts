import {create} from "d3-selection";

/** A line behind a tag that says whether it speaks of parameters or of hyperparameters. */
export function tagged(tag: string, text: string, kind: "set" | "found"): HTMLParagraphElement {
  const line = create("p").attr("class", `caption tagged ${kind}`);
  line.append("b").text(tag);
  line.append("span").text(` ${text}`);
  return line.node()!;
}
