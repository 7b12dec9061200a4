import {create} from "d3-selection";

/** Plain text that is folded away until the reader asks for it. */
export interface Details extends HTMLDetailsElement {
  update(text: string): void;
}

/** A long text under a line that opens it. */
export function details(summary: string): Details {
  const root = create("details").attr("class", "plain-text");
  root.append("summary").text(summary);
  const text = root.append("pre").attr("tabindex", 0);
  return Object.assign(root.node()!, {
    update(next: string) {
      text.text(next);
    }
  });
}
