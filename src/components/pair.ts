import {create} from "d3-selection";

/** Two views side by side, one below the other where the page is narrow; each is as wide as `halfOf` says. */
export const pair = (left: Element, right: Element): HTMLDivElement => {
  const root = create("div").attr("class", "pair");
  root.append(() => left);
  root.append(() => right);
  return root.node()!;
};

/** How wide a whole view is on a page so wide, and how wide each of a pair. */
export const whole = (width: number): number => Math.max(300, Math.min(width, 782));
export const half = (width: number): number => (whole(width) < 640 ? whole(width) : (whole(width) - 24) / 2);
