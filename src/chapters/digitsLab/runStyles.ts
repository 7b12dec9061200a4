import type {LineStyle} from "../../components/key.js";

/** How the lines of the four runs look. */
export const runStyles: readonly Omit<LineStyle, "label">[] = [
  {color: "var(--accent)"},
  {color: "var(--orange)", dash: "9 4"},
  {color: "var(--green)", dash: "2 4"},
  {color: "var(--purple)", dash: "12 4 2 4"}
];
